// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Writes a world to files: `calls.ndjson` in the native record format, and `truth.ndjson`.
public final class SimulateTo {

    /// The names of the two files.
    public static final String CALLS = "calls.ndjson";

    public static final String TRUTH = "truth.ndjson";

    private static final int BUFFER_CHARS = 1 << 16;

    private SimulateTo() {}

    /// Simulates to the end.
    ///
    /// @param out the folder; it is made if it does not exist, and files of an earlier run in it are replaced
    /// @param progress hears of the count so far about once every 64 KiB, on this thread
    public static Counts folder(WorldSettings settings, Path out, Consumer<Counts> progress) throws IOException {
        Files.createDirectories(out);
        Simulation simulation = new Simulation(settings);
        Counts counts = new Counts(0, 0, 0);
        StringBuilder lines = new StringBuilder(BUFFER_CHARS * 2);
        try (OutputStream calls = Files.newOutputStream(out.resolve(CALLS))) {
            while (simulation.hasNext()) {
                long number = 0;
                while (lines.length() < BUFFER_CHARS && simulation.hasNext()) {
                    simulation.next().appendTo(lines);
                    number++;
                }
                byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
                calls.write(bytes);
                lines.setLength(0);
                counts = new Counts(counts.calls + number, counts.bytes + bytes.length, 0);
                progress.accept(counts);
            }
        }
        Files.writeString(
                out.resolve(TRUTH),
                simulation.attacks().stream()
                        .map(attack -> attack.toJson() + "\n")
                        .collect(Collectors.joining()));
        return new Counts(counts.calls, counts.bytes, simulation.attacks().size());
    }

    /// How much was written.
    ///
    /// @param bytes of the calls
    public record Counts(long calls, long bytes, int attacks) {}
}
