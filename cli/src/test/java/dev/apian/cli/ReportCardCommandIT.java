// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCardCommandIT {

    private final Shell shell = new Shell();

    @Test
    void itWritesAPageAndJsonAndSaysWhatFallsShort(@TempDir Path folder) throws IOException {
        String out = folder.resolve("card").toString();

        assertThat(shell.run(
                        "report-card",
                        "--seeds",
                        "5",
                        "--actors",
                        "100",
                        "--days",
                        "10",
                        "--boring-days",
                        "0",
                        "--no-adaptive",
                        "--out",
                        out))
                .isZero();

        assertThat(shell.out()).isEqualTo(out + "/report-card.html\n" + out + "/report-card.json\n");
        assertThat(shell.err()).contains("Apian ", " of ", "z-score, tuned", "Falls short:");
        assertThat(Files.readString(Path.of(out, "report-card.html"))).contains("Apian report card");
        assertThat(Files.readString(Path.of(out, "report-card.json"))).contains("\"seed\" : 5");
    }

    @Test
    void wrongSettingsAreWrongUsage(@TempDir Path folder) {
        assertThat(shell.run("report-card", "--worlds", "0", "--days", "3", "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(shell.err()).contains("worlds=0; give 1 to 100", "days=3; give 10 or more");
    }
}
