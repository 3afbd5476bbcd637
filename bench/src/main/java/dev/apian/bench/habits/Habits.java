// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.habits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Swaps accounts in real histories, and prints how well it is noticed beside the cosine of weekly profiles.
public final class Habits {

    private static final double[] FALSE_ALARMS = {0.01, 0.001};
    private static final String ENDING = ".tsv.gz";

    private Habits() {}

    /// @param args a folder of git events (`*.tsv.gz`)
    public static void main(String[] args) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(Path.of(args[0]))) {
            files = listed.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        System.out.println("| history | weeks swapped | weeks as ever | by | area | hits at 1% | hits at 0.1% |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Path file : files) {
            String name = file.getFileName().toString().replace(ENDING, "");
            for (Map.Entry<Swaps.By, Scores> entry : Swaps.of(Week.read(file)).entrySet()) {
                Scores scores = entry.getValue();
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %d | %s | %.3f | %.3f | %.3f |%n",
                        name,
                        scores.swapped(),
                        scores.same(),
                        entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        scores.area(),
                        scores.hits(FALSE_ALARMS[0]),
                        scores.hits(FALSE_ALARMS[1]));
            }
        }
    }
}
