// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes a world to files: `calls.ndjson` in the native record format, and what is true of them.
///
/// One thread runs the world, another one writes its calls down.
public final class SimulateTo {

    /// The names of the files.
    public static final String CALLS = "calls.ndjson";

    public static final String TRUTH = "truth.ndjson";
    public static final String OCCASIONS = "occasions.ndjson";
    public static final String LABELS = "labels.ndjson";

    private static final int BATCH_CALLS = 2_048;
    private static final int BATCHES_WAITING_MAX = 8;
    private static final int LINE_CHARS = 1_200;
    private static final List<SimulatedCall> END = List.of();

    private final Path out;
    private final boolean labels;
    private final Consumer<Counts> progress;
    private final BlockingQueue<List<SimulatedCall>> waiting = new ArrayBlockingQueue<>(BATCHES_WAITING_MAX);

    private SimulateTo(Path out, boolean labels, Consumer<Counts> progress) {
        this.out = out;
        this.labels = labels;
        this.progress = progress;
    }

    /// Simulates to the end.
    ///
    /// @param out the folder; it is made if it does not exist, and files of an earlier run in it are replaced
    /// @param labels whether to write `labels.ndjson` too, which tells the truth about every single call
    /// @param progress hears of the count so far every some thousand calls, on another thread
    public static Counts folder(WorldSettings settings, Path out, boolean labels, Consumer<Counts> progress)
            throws IOException {
        Files.createDirectories(out);
        return new SimulateTo(out, labels, progress).run(new Simulation(settings));
    }

    private Counts run(Simulation simulation) throws IOException {
        Counts counts;
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<Counts> written = writer.submit(this::write);
            try {
                while (simulation.hasNext()) {
                    List<SimulatedCall> batch = new ArrayList<>(BATCH_CALLS);
                    while (batch.size() < BATCH_CALLS && simulation.hasNext()) {
                        batch.add(simulation.next());
                    }
                    hand(batch, written);
                }
                hand(END, written);
                counts = written.get();
            } catch (ExecutionException e) {
                throw new IOException("cannot write to " + out + ": " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                written.cancel(true);
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        writeLines(TRUTH, simulation.attacks(), Attack::toJson);
        writeLines(OCCASIONS, simulation.occasions(), Occasion::toJson);
        return new Counts(counts.calls, counts.bytes, simulation.attacks().size());
    }

    /// Waits for room, unless the writer has failed.
    private void hand(List<SimulatedCall> batch, Future<Counts> written)
            throws InterruptedException, ExecutionException {
        while (!waiting.offer(batch, 1, TimeUnit.SECONDS)) {
            if (written.isDone()) {
                written.get();
            }
        }
    }

    private Counts write() throws IOException, InterruptedException {
        Counts counts = new Counts(0, 0, 0);
        StringBuilder lines = new StringBuilder(BATCH_CALLS * LINE_CHARS);
        try (OutputStream calls = Files.newOutputStream(out.resolve(CALLS));
                BufferedWriter truths = labels ? Files.newBufferedWriter(out.resolve(LABELS)) : null) {
            for (List<SimulatedCall> batch = waiting.take(); !batch.isEmpty(); batch = waiting.take()) {
                lines.setLength(0);
                for (SimulatedCall call : batch) {
                    call.appendTo(lines);
                    if (truths != null) {
                        truths.append(call.label()).append('\n');
                    }
                }
                byte[] bytes = lines.toString().getBytes(StandardCharsets.ISO_8859_1);
                calls.write(bytes);
                counts = new Counts(counts.calls + batch.size(), counts.bytes + bytes.length, 0);
                progress.accept(counts);
            }
        }
        return counts;
    }

    private <T> void writeLines(String name, List<T> things, Function<T, String> line) throws IOException {
        Files.writeString(
                out.resolve(name),
                things.stream().map(thing -> line.apply(thing) + "\n").collect(Collectors.joining()));
    }

    /// How much was written.
    ///
    /// @param bytes of the calls
    public record Counts(long calls, long bytes, int attacks) {}
}
