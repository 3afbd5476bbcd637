// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The usual commands on a tiny world in a temporary folder. The launcher records the classes they load after
/// a build, so that the commands start fast from then on.
final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("apian-rehearsal");
        try {
            System.exit(run(folder));
        } finally {
            delete(folder);
        }
    }

    private static int run(Path folder) throws IOException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                nowhere,
                new PrintWriter(System.err, false, StandardCharsets.UTF_8),
                false);
        String world = folder.resolve("world").toString();
        String data = folder.resolve("data").toString();
        int failed = 0;
        for (List<String> command : List.of(
                List.of("--help"),
                List.of("simulate", "--days", "1", "--actors", "40", "--seed", "1", "--out", world),
                List.of("analyze", world + "/calls.ndjson", "--data", data),
                List.of("query", "select actor, count(*) from calls group by actor", "--data", data),
                List.of("query", "select * from alerts", "--data", data, "--format", "json"))) {
            failed = Math.max(failed, Apian.run(terminal, command.toArray(String[]::new)));
        }
        delete(folder);
        return failed;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
