// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demonstration from its beginning to its end, with a small world.
class DemoIT {

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @Test
    void theDemoTellsWhereItIsAndWhatItDidAndItsAlertsAreKept() {
        String data = folder.resolve("demo").toString();

        assertThat(demo(data)).isZero();

        assertThat(shell.out()).startsWith("Apian is at http://127.0.0.1:");
        assertThat(shell.err()).contains("calls of 9 days", "id-walk", "credential-stuffing", "Live traffic goes on");
        assertThat(shell.run("query", "select count(*) from alerts", "--data", data, "--format", "csv"))
                .isZero();
        assertThat(Integer.parseInt(shell.out().lines().skip(1).findFirst().orElse("0")))
                .isPositive();

        assertThat(demo(data)).as("it starts afresh").isZero();
    }

    @Test
    void aFolderThatIsNotOursIsNeverEmptied() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.txt"), "precious");

        assertThat(demo(folder.toString())).isEqualTo(1);
        assertThat(shell.err()).contains("no data directory of apian");
        assertThat(mine).exists();
    }

    private int demo(String data) {
        return shell.run(
                "demo",
                "--data",
                data,
                "--listen",
                "127.0.0.1:0",
                "--actors",
                "60",
                "--days",
                "9",
                "--live-minutes",
                "0");
    }
}
