// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.lake.CallLake;
import dev.apian.lake.CallRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeCommandTest {

    @TempDir
    private Path data;

    private final Shell shell = new Shell();

    @BeforeEach
    void twoDays() throws Exception {
        try (CallLake lake = CallLake.open(data)) {
            for (long day = 0; day < 2; day++) {
                for (int i = 0; i < 10; i++) {
                    lake.append(call((20_000 + day) * 86_400_000_000L + i));
                }
            }
        }
    }

    @Test
    void statusTellsWhatIsStored() {
        assertThat(shell.run("lake", "status", "--data", data.toString())).isZero();
        assertThat(shell.out())
                .contains("calls     20\n")
                .contains("days      2, 2024-10-04 to 2024-10-05")
                .contains("damaged   0 calls");
    }

    @Test
    void checkSaysThatAllIsWhole() {
        assertThat(shell.run("lake", "check", "--data", data.toString())).isZero();
        assertThat(shell.out()).contains("2 files with 20 calls are whole");
    }

    @Test
    void checkFindsOneChangedByteAndSetsTheFileAside() throws Exception {
        damage();
        assertThat(shell.run("lake", "check", "--data", data.toString())).isEqualTo(1);
        assertThat(shell.out()).contains("some of its bytes have changed; 10 calls");
        assertThat(shell.err()).contains("set aside in");
        assertThat(shell.run("lake", "check", "--data", data.toString())).isZero();
        assertThat(shell.run("lake", "status", "--data", data.toString())).isZero();
        assertThat(shell.out()).contains("damaged   10 calls");
        assertThat(shell.run("query", "select count(*) as n from calls", "--data", data.toString(), "--format", "csv"))
                .isZero();
        assertThat(shell.out()).contains("10");
        assertThat(shell.err()).contains("warning: 1 damaged files with 10 calls were set aside");
    }

    @Test
    void whileSomebodyWritesCheckOnlyNamesTheFile() throws Exception {
        damage();
        try (CallLake writing = CallLake.open(data)) {
            assertThat(shell.run("lake", "check", "--data", data.toString())).isEqualTo(1);
            assertThat(shell.out()).contains("some of its bytes have changed");
            assertThat(shell.err()).contains("not set aside: ").contains("another process writes");
            assertThat(writing.flush()).isEmpty();
        }
        assertThat(data.resolve("lake/damaged")).doesNotExist();
    }

    @Test
    void holdsAreAddedListedAndReleased() {
        assertThat(shell.run(
                        "lake",
                        "hold",
                        "add",
                        "--actor",
                        "a-1",
                        "--to",
                        "2024-10-04",
                        "--because",
                        "case 4711",
                        "--data",
                        data.toString()))
                .isZero();
        assertThat(shell.out())
                .contains("1  calls of a-1, the beginning to 2024-10-04")
                .contains("case 4711");
        assertThat(shell.run("lake", "hold", "list", "--data", data.toString())).isZero();
        assertThat(shell.out()).contains("case 4711");
        assertThat(shell.run("lake", "hold", "release", "1", "--data", data.toString()))
                .isZero();
        assertThat(shell.run("lake", "hold", "release", "1", "--data", data.toString()))
                .isEqualTo(1);
        assertThat(shell.err()).contains("there is no hold 1");
        assertThat(shell.run("lake", "hold", "list", "--data", data.toString())).isZero();
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void aHoldOfNothingAndUnknownDirectoriesAreRefused() {
        assertThat(shell.run("lake", "hold", "add", "--because", "x", "--data", data.toString()))
                .isEqualTo(2);
        assertThat(shell.err()).contains("--actor");
        assertThat(shell.run("lake", "status", "--data", data.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(shell.err()).contains("no such data directory");
        assertThat(shell.run("lake")).isEqualTo(2);
    }

    @Test
    void sizesThatAreNoneAreRefused() {
        for (String size : List.of("many", "5XB", "-1GB")) {
            assertThat(shell.run("analyze", "-", "--data", data.toString(), "--keep-bytes=" + size))
                    .isEqualTo(2);
            assertThat(shell.err()).contains("expected a size such as");
        }
        assertThat(shell.run("analyze", "-", "--data", data.toString(), "--keep-days", "0"))
                .isEqualTo(2);
    }

    private void damage() throws Exception {
        Path file;
        try (Stream<Path> files = Files.walk(data)) {
            file = files.filter(path -> path.toString().endsWith(".parquet"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[40] ^= 1; // within the first column
        Files.write(file, bytes);
    }

    private static CallRow call(long micros) {
        return new CallRow(
                micros,
                "c" + micros,
                "api.shop.example",
                "GET",
                "/v1/orders/1",
                "GET /v1/orders/{orderId}",
                "e-1",
                200,
                "a-1",
                "user",
                "key:1",
                "192.0.2.1",
                "DE",
                64_496,
                "curl/8",
                "laptop",
                List.of(),
                1,
                2,
                3,
                false);
    }
}
