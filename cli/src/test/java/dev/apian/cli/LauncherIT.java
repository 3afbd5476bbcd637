// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher, in a copy of the house that is built already: this test's own class path is its build.
class LauncherIT {

    private static final long SECONDS_MAX = 60;

    @TempDir
    Path folder;

    private Path house = Path.of("");

    @BeforeEach
    void build() throws IOException {
        house = Files.createDirectories(folder.resolve("a house")).toRealPath();
        Path state = Files.createDirectories(house.resolve(".apian"));
        Files.createDirectories(house.resolve("cli/target/lib"));
        Files.writeString(house.resolve("pom.xml"), "<project/>");
        Files.copy(Path.of("..", "apian"), house.resolve("apian"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(state.resolve("classpath"), System.getProperty("java.class.path"));
        Files.writeString(state.resolve("root"), house.toString());
        Files.writeString(state.resolve("built"), "");
    }

    @Test
    void exitCodesAndOutputComeThrough() throws Exception {
        Ran help = run(List.of(house.resolve("apian").toString(), "--help"));
        assertThat(help.code).isZero();
        assertThat(help.out).startsWith("Usage: apian");

        Ran wrong = run(List.of(house.resolve("apian").toString(), "nonsense"));
        assertThat(wrong.code).isEqualTo(2);
        assertThat(wrong.out).contains("unknown command nonsense");
    }

    @Test
    void itWorksThroughASymbolicLinkFromAnywhere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), house.resolve("apian"));
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        ProcessBuilder command = command(List.of(link.toString(), "query", "select 41 + 1", "--data", "."));

        assertThat(run(command.directory(elsewhere.toFile())).out).contains("42");
    }

    @Test
    void aSignalReachesTheProgram() throws Exception {
        Process apian = command(List.of(
                        house.resolve("apian").toString(),
                        "analyze",
                        "-",
                        "--data",
                        folder.resolve("d").toString()))
                .start();
        Path lock = folder.resolve("d/.lock");
        for (int i = 0; i < 600 && !Files.exists(lock); i++) {
            Thread.sleep(100);
        }
        apian.destroy();

        assertThat(apian.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(apian.exitValue()).isEqualTo(143);
    }

    @Test
    void withoutMavenItSaysHowToGetIt() throws Exception {
        Files.delete(house.resolve(".apian/built"));
        ProcessBuilder command = command(List.of(house.resolve("apian").toString(), "--help"));
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("bash", "dirname", "readlink", "find", "mkdir", "cat", "rm", "sleep", "touch")) {
            Path real = Arrays.stream(System.getenv("PATH").split(":"))
                    .map(path -> Path.of(path, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(tools.resolve(tool), real);
        }
        command.environment().put("PATH", tools.toString());

        Ran ran = run(command);

        assertThat(ran.code).isEqualTo(1);
        assertThat(ran.out).contains("needs mvn", "apt-get install maven");
    }

    @Test
    void testHasHelpAndRefusesUnknownOptions() throws Exception {
        assertThat(run(List.of(house.resolve("apian").toString(), "test", "--help")).code)
                .isZero();
        assertThat(run(List.of(house.resolve("apian").toString(), "test", "--all")).code)
                .isEqualTo(2);
    }

    private record Ran(int code, String out) {}

    private static Ran run(List<String> words) throws Exception {
        return run(command(words));
    }

    private static Ran run(ProcessBuilder command) throws Exception {
        Process process = command.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), out);
    }

    private static ProcessBuilder command(List<String> words) {
        ProcessBuilder command = new ProcessBuilder(new ArrayList<>(words)).redirectErrorStream(true);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return command;
    }
}
