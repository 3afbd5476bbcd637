// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.StoredAlert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The road from a simulated world to an answer, as a user walks it.
class CommandsTest {

    @TempDir
    static Path folder;

    private static final Shell FIRST = new Shell();

    private final Shell shell = new Shell();

    @BeforeAll
    static void simulateAndAnalyze() {
        assertThat(FIRST.run("simulate", "--days", "2", "--actors", "40", "--seed", "7", "--out", path("world")))
                .isZero();
        assertThat(FIRST.err()).contains("warning: no attacks");
        assertThat(FIRST.out())
                .isEqualTo(path("world/calls.ndjson") + "\n" + path("world/truth.ndjson") + "\n"
                        + path("world/occasions.ndjson") + "\n");
        assertThat(FIRST.run("analyze", path("world/calls.ndjson"), "--data", path("data"), "--out", path("out")))
                .isZero();
    }

    @Test
    void analyzeTellsWhatItDidOnStandardError() {
        assertThat(FIRST.err()).contains("Analysed ", " calls in ", "actors", "endpoints", "alert", "apian query");
        assertThat(FIRST.out()).doesNotContain("Analysed");
        assertThat(folder.resolve("out/alerts.ndjson")).exists();
    }

    @Test
    void theSameFileTwiceIsAFailureWithAReason() {
        assertThat(shell.run("analyze", path("world/calls.ndjson"), "--data", path("data")))
                .isEqualTo(1);
        assertThat(shell.err()).contains("was analysed already", "--again");
    }

    @Test
    void wrongPathsAreWrongUsageAndNothingIsMade() {
        String data = path("never");

        assertThat(shell.run("analyze", path("no.log"), path("world"), "--data", data, "--format", "xml"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("no such file", "is a directory", "--format xml is unknown");
        assertThat(Path.of(data)).doesNotExist();
    }

    @Test
    void aQueryReadsEitherADataDirectoryOrALake() {
        assertThat(shell.run("query", "select 1")).isEqualTo(2);
        assertThat(shell.run("query", "select 1", "--data", path("data"), "--lake", path("data")))
                .isEqualTo(2);
        assertThat(shell.err()).contains("either --data DIR, or --lake DIR");
    }

    @Test
    void alertsOfALakeComeFromItsCatalogue() throws IOException {
        String url = "jdbc:sqlite:" + path("catalogue.db");
        try (Catalogue catalogue = Catalogue.open(url)) {
            catalogue.alerts().put(List.of(new StoredAlert("al-1", 1, 1, "{\"id\":\"al-1\",\"title\":\"told\"}")));
        }

        String sql = "select title, (select count(*) > 0 from calls) from alerts";
        assertThat(shell.run("query", sql, "--lake", path("data"), "--catalogue", url, "--format", "csv"))
                .isZero();
        assertThat(shell.out()).contains("told,true");
    }

    @Test
    void aCatalogueThatCannotBeReachedIsAFailureThatKeepsThePassword() {
        String url = "jdbc:postgresql://127.0.0.1:1/apian?user=apian&password=hush";

        assertThat(shell.run("query", "select 1", "--lake", path("data"), "--catalogue", url))
                .isEqualTo(1);
        assertThat(shell.err()).contains("127.0.0.1:1").doesNotContain("hush");
    }

    @Test
    void aClusterIsShownWithItsLakeAndItsCatalogue() {
        assertThat(shell.run("serve", "--lake", path("data"))).isEqualTo(2);
        assertThat(shell.err()).contains("both --lake and --catalogue");
    }

    @Test
    void aBinaryFileIsAFailure() throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 10, 0, 1, 2});

        assertThat(shell.run("analyze", binary.toString(), "--data", path("other")))
                .isEqualTo(1);
        assertThat(shell.err()).contains("error: " + binary, "could be read");
    }

    @Test
    void anEmptyFileIsAWarning() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));

        assertThat(shell.run("analyze", empty.toString(), "--data", path("other2")))
                .isZero();
        assertThat(shell.err()).contains("warning: " + empty);
    }

    @Test
    void queryAnswersInThreeFormats() {
        String sql = "select count(*) > 100 as many, 'a,b' as text from calls";

        assertThat(shell.run("query", sql, "--data", path("data"))).isZero();
        assertThat(shell.out()).contains("many", "true", "a,b");
        assertThat(shell.run("query", sql, "--data", path("data"), "--format", "csv"))
                .isZero();
        assertThat(shell.out()).isEqualTo("many,text\r\ntrue,\"a,b\"\r\n");
        assertThat(shell.run("query", sql, "--data", path("data"), "--format", "JSON"))
                .isZero();
        assertThat(shell.out()).contains("\"many\":true");
        assertThat(shell.withInput(sql).run("query", "-", "--data", path("data")))
                .isZero();
        assertThat(shell.out()).contains("true");
    }

    @Test
    void queryRefusesWhatItShould() {
        assertThat(shell.run("query", "drop table calls", "--data", path("data")))
                .isEqualTo(1);
        assertThat(shell.run("query", "selec 1", "--data", path("data"))).isEqualTo(1);
        assertThat(shell.err()).startsWith("apian: ").doesNotContain("Exception");
        assertThat(shell.run("query", "select 1", "--data", path("nowhere"))).isEqualTo(1);
        assertThat(shell.err()).contains("no such data directory");
        assertThat(shell.run("query", "select 1", "--data", path("data"), "--format", "xml"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("expected table, csv or json");
        assertThat(shell.run("query", "select 1", "--data", path("data"), "--timeout", "0"))
                .isEqualTo(2);
    }

    @Test
    void simulateTellsAllThatIsWrongAtOnce() {
        assertThat(shell.run("simulate", "--days", "0", "--actors", "1", "--seed", "1", "--out", path("x")))
                .isEqualTo(2);
        assertThat(shell.err()).contains("days=0", "actors=1");
        assertThat(shell.run(
                        "simulate",
                        "--days",
                        "1",
                        "--actors",
                        "40",
                        "--seed",
                        "1",
                        "--out",
                        path("x"),
                        "--start",
                        "now"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("--start now is no time");
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }
}
