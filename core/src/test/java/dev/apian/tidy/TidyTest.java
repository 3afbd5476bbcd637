// SPDX-License-Identifier: Apache-2.0
package dev.apian.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Checks of the source itself, of all modules. A habit that matters is checked here; what is not is advice.
class TidyTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Path CORE = Path.of("src/main/java");
    private static final Pattern SOURCE = Pattern.compile("\\.\\./[\\w-]+/src/(main|test)/java/.*\\.java");

    private static final int FILE_LINES_MAX = 400;
    private static final int LINE_COLUMNS_MAX = 120;
    private static final String LICENCE = "// SPDX-License-Identifier: Apache-2.0";

    /// The stages in the order calls flow through them, which is also their alphabetical order.
    private static final List<String> FLOW =
            List.of("call", "endpoint", "entity", "identity", "profile", "signal", "triage");

    private static final Map<String, String> BANNED_IN_CORE = Map.ofEntries(
            Map.entry("Instant.now(", "time is the time of the call"),
            Map.entry("System.currentTimeMillis(", "time is the time of the call"),
            Map.entry("System.nanoTime(", "time is the time of the call"),
            Map.entry("new Random(", "pass the generator in, so that a test can fix the seed"),
            Map.entry("ThreadLocalRandom", "pass the generator in, so that a test can fix the seed"),
            Map.entry("Math.random(", "pass the generator in, so that a test can fix the seed"),
            Map.entry("UUID.randomUUID(", "make ids of what is known"),
            Map.entry("new Thread(", "the runner has the threads"),
            Map.entry("java.io.File", "the runner does the reading and writing"),
            Map.entry("java.nio.file", "the runner does the reading and writing"),
            Map.entry("Locale.getDefault(", "every machine must give the same result: Locale.ROOT"),
            Map.entry("printStackTrace(", "throw it or count it"));

    /// Their results may differ between machines by the last bit, and then alerts do.
    private static final Pattern INEXACT_MATH =
            Pattern.compile("(?<!Strict)Math\\.(sin|cos|tan|asin|acos|atan2?|exp|expm1|log|log10|log1p|pow|cbrt)\\(");

    private static final Pattern STAGE_IMPORT = Pattern.compile("import dev\\.apian\\.stage\\.(\\w+)\\.");
    private static final Pattern CORE_IMPORT = Pattern.compile("import dev\\.apian\\.(\\w+)\\.");

    @Test
    void filesFitInTheHeadAndLinesOnTheScreen() {
        assertThat(complaints(
                        REPOSITORY,
                        (path, lines) -> Stream.concat(
                                lines.size() > FILE_LINES_MAX
                                        ? Stream.of("%s: %d lines > %d, split it by noun"
                                                .formatted(path, lines.size(), FILE_LINES_MAX))
                                        : Stream.empty(),
                                lines.stream()
                                        .filter(line -> line.length() > LINE_COLUMNS_MAX)
                                        .map(line -> "%s: line longer than %d columns: %s"
                                                .formatted(path, LINE_COLUMNS_MAX, line.strip())))))
                .isEmpty();
    }

    @Test
    void everyFileStartsWithItsLicence() {
        assertThat(complaints(
                        REPOSITORY,
                        (path, lines) -> lines.getFirst().equals(LICENCE)
                                ? Stream.empty()
                                : Stream.of("%s: the first line should be %s".formatted(path, LICENCE))))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForAndWhatMayBeNull() {
        List<String> bare = sources(REPOSITORY)
                .filter(file -> file.toString().contains("/src/main/java/"))
                .map(Path::getParent)
                .distinct()
                .map(folder -> folder.resolve("package-info.java"))
                .filter(file -> !Files.exists(file) || !isDoorway(readLines(file)))
                .map(file -> file + ": write what the package is for, where to start, and @NullMarked")
                .toList();
        assertThat(bare).isEmpty();
    }

    private static boolean isDoorway(List<String> lines) {
        return lines.stream().anyMatch(line -> line.startsWith("/// ")) && lines.contains("@NullMarked");
    }

    @Test
    void theCoreIsDeterministic() {
        assertThat(complaints(
                        CORE,
                        (path, lines) -> BANNED_IN_CORE.entrySet().stream()
                                .filter(ban -> lines.stream().anyMatch(line -> line.contains(ban.getKey())))
                                .map(ban -> "%s: %s is banned: %s".formatted(path, ban.getKey(), ban.getValue()))))
                .isEmpty();
        assertThat(complaints(
                        CORE,
                        (path, lines) -> lines.stream()
                                .filter(line -> INEXACT_MATH.matcher(line).find())
                                .map(line -> "%s: use StrictMath: %s".formatted(path, line.strip()))))
                .isEmpty();
    }

    @Test
    void stagesLookUpstreamOnly() {
        assertThat(complaints(
                        CORE,
                        (path, lines) -> imports(lines, STAGE_IMPORT)
                                .filter(used -> FLOW.contains(stageOf(path)))
                                .filter(used -> FLOW.indexOf(used) > FLOW.indexOf(stageOf(path)))
                                .map(used -> "%s: %s comes before %s and must not know it"
                                        .formatted(path, stageOf(path), used))))
                .isEmpty();
    }

    @Test
    void sketchesAndStreamsKnowNothingOfStages() {
        assertThat(complaints(
                        CORE,
                        (path, lines) -> imports(lines, CORE_IMPORT)
                                .filter(used -> part(path, 2).equals("sketch") && !used.equals("sketch")
                                        || part(path, 2).equals("stream") && used.equals("stage"))
                                .map(used -> "%s: %s must not know %s".formatted(path, part(path, 2), used))))
                .isEmpty();
    }

    private static Stream<String> imports(List<String> lines, Pattern pattern) {
        return lines.stream().map(pattern::matcher).filter(Matcher::find).map(found -> found.group(1));
    }

    private static String stageOf(Path file) {
        return part(file, 2).equals("stage") ? part(file, 3) : "";
    }

    private static String part(Path file, int index) {
        Path parts = CORE.relativize(file);
        return parts.getNameCount() > index + 1 ? parts.getName(index).toString() : "";
    }

    private static List<String> complaints(Path root, Check check) {
        return sources(root).flatMap(file -> check.apply(file, readLines(file))).toList();
    }

    private static Stream<Path> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            Stream<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            root.equals(CORE) || SOURCE.matcher(file.toString()).matches());
            return sources.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> readLines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Check {
        Stream<String> apply(Path file, List<String> lines);
    }
}
