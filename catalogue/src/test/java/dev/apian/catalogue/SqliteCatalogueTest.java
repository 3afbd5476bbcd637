// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteCatalogueTest extends CatalogueContract {

    @TempDir
    private Path folder;

    @Override
    String url() {
        return "jdbc:sqlite:" + folder.resolve("catalogue.db");
    }

    @Test
    void aFileOfTheFirstReleaseIsTakenOver() throws Exception {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE verdict (
                        alert   TEXT PRIMARY KEY,
                        status  TEXT NOT NULL CHECK (status IN ('open', 'investigating', 'confirmed', 'dismissed')),
                        note    TEXT,
                        changed TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
                    ) STRICT
                    """);
            statement.execute("INSERT INTO verdict (alert, status, note) VALUES ('a1', 'confirmed', 'yes')");
            statement.execute("PRAGMA user_version = 1");
        }
        try (Catalogue catalogue = Catalogue.open(url())) {
            assertThat(catalogue.verdicts().on("a1")).isEqualTo(new Verdict("confirmed", "yes"));
            catalogue.verdicts().decide(List.of("a1"), before -> before.withNote("no"), "maria", Instant.EPOCH);
        }
    }

    @Test
    void anotherDatabaseIsRefusedWithoutShowingThePassword() {
        assertThatThrownBy(() -> Catalogue.open("jdbc:mysql://u:secret@db/x?password=secret"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected jdbc:postgresql")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aPasswordIsHiddenWhateverIsInIt() {
        for (String secret : List.of("hunter2", "hun/ter2", "hun@ter2")) {
            assertThat(Catalogue.shown("jdbc:postgresql://u:%s@db:5432/apian".formatted(secret)))
                    .isEqualTo("jdbc:postgresql://***@db:5432/apian");
            assertThat(Catalogue.shown("jdbc:postgresql://db/apian?password=%s&user=u".formatted(secret)))
                    .isEqualTo("jdbc:postgresql://db/apian?password=***&user=u");
        }
    }
}
