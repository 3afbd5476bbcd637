// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Starts a server again and again, each time over an empty folder, and prints how long that took.
public final class Starts {

    private Starts() {}

    /// @param args the launcher, and how often
    public static void main(String[] args) throws IOException, InterruptedException {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            Path folder = Files.createTempDirectory("apian-start");
            try {
                starts.add(Start.of(args[0], folder.resolve("data")));
            } finally {
                delete(folder);
            }
        }
        System.out.println("| seconds | least | median | most |");
        System.out.println("|---|---|---|---|");
        print("to the first answer over HTTP", starts, Start::answered);
        print("to the first call that was taken", starts, Start::accepted);
        print("of the processor until then", starts, Start::cpu);
    }

    private static void print(String what, List<Start> starts, ToDoubleFunction<Start> of) {
        double[] sorted = starts.stream().mapToDouble(of).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f |%n",
                what,
                sorted[0],
                sorted[sorted.length / 2],
                sorted[sorted.length - 1]);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
