// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.StoredAlert;
import dev.apian.lake.LakeCommit;
import dev.apian.lake.LakeWriter;
import dev.apian.lake.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `query` and `serve` over what a cluster leaves. The catalogue is SQLite here; `OverLakeIT` has PostgreSQL.
class LakeCommandsTest {

    private static final String NOBODY_LISTENS = "jdbc:postgresql://127.0.0.1:1/apian?user=u&password=hunter2";

    @TempDir
    Path folder;

    private final Shell shell = new Shell();
    private String lake = "";
    private String catalogue = "";

    @BeforeEach
    void aJobLeftSomething() throws IOException {
        Path files = folder.resolve("lake");
        lake = files.toString();
        catalogue = "jdbc:sqlite:" + folder.resolve("catalogue.db");
        try (LakeWriter writer = LakeWriter.open(files, "one");
                LakeCommit commit = LakeCommit.open(files)) {
            writer.append(Table.SIGNALS, Map.of("time", "2026-11-01T00:00:00Z", "scenario", "id-walk", "actor", "a-1"));
            commit.commit(writer.prepare());
        }
        try (Catalogue made = Catalogue.open(catalogue)) {
            made.alerts().put(List.of(new StoredAlert("al-1", 1, 1, "{\"id\":\"al-1\",\"title\":\"orders walked\"}")));
        }
    }

    @Test
    void tablesComeFromTheLakeAndAlertsFromTheCatalogue() {
        String sql = "select title, (select scenario from signals) as scenario from alerts";

        assertThat(shell.run("query", sql, "--lake", lake, "--catalogue", catalogue, "--format", "csv"))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).isEqualTo("title,scenario\r\norders walked,id-walk\r\n");
    }

    @Test
    void withoutACatalogueThereAreTheAlertsOfTheLakeOnly() {
        assertThat(shell.run("query", "select count(*) as n from alerts", "--lake", lake, "--format", "csv"))
                .isZero();
        assertThat(shell.out()).isEqualTo("n\r\n0\r\n");
    }

    @Test
    void queryWantsExactlyOneOfDataAndLake() {
        assertThat(shell.run("query", "select 1")).isEqualTo(2);
        assertThat(shell.run("query", "select 1", "--data", lake, "--lake", lake))
                .isEqualTo(2);
        assertThat(shell.run("query", "select 1", "--data", lake, "--catalogue", catalogue))
                .isEqualTo(2);
        assertThat(shell.err()).contains("either --data DIR, or --lake DIR");
    }

    @Test
    void serveWantsLakeAndCatalogueTogetherAndNoData() {
        assertThat(shell.run("serve", "--lake", lake)).isEqualTo(2);
        assertThat(shell.run("serve", "--catalogue", catalogue)).isEqualTo(2);
        assertThat(shell.run("serve", "--lake", lake, "--catalogue", catalogue, "--data", lake))
                .isEqualTo(2);
        assertThat(shell.err()).contains("both --lake and --catalogue");
    }

    @Test
    void aCatalogueThatDoesNotAnswerIsAFailureThatKeepsThePassword() {
        assertThat(shell.run("query", "select 1", "--lake", lake, "--catalogue", NOBODY_LISTENS))
                .isEqualTo(1);
        assertThat(shell.err()).contains("127.0.0.1:1/apian").doesNotContain("hunter2", "Exception");
        assertThat(shell.run("serve", "--lake", lake, "--catalogue", NOBODY_LISTENS))
                .isEqualTo(1);
        assertThat(shell.err()).contains("127.0.0.1:1/apian").doesNotContain("hunter2", "Exception");
    }

    @Test
    void aLakeThatIsNotThereIsAFailure() {
        assertThat(shell.run("query", "select 1", "--lake", folder.resolve("no").toString()))
                .isEqualTo(1);
        assertThat(shell.err()).contains("no such data directory or lake", "--lake");
    }

    /// Somebody who asks must not leave tables in a database that was named by mistake.
    @Test
    void askingMakesNoCatalogue() throws Exception {
        String other = "jdbc:sqlite:" + folder.resolve("other.db");

        assertThat(shell.run("query", "select 1", "--lake", lake, "--catalogue", other))
                .isEqualTo(1);
        assertThat(shell.err()).contains("no catalogue");
        try (Connection connection = DriverManager.getConnection(other);
                ResultSet tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            assertThat(tables.next()).isFalse();
        }
    }
}
