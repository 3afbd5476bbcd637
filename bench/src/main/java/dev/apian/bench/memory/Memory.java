// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.memory;

import com.sun.management.OperatingSystemMXBean;
import dev.apian.Pipeline;
import dev.apian.engine.Engine;
import dev.apian.engine.EngineSettings;
import dev.apian.engine.Installation;
import dev.apian.stage.signal.BuiltIn;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What the state of a [Crowd] takes. `fill` sends some weeks of calls through an engine; `open` starts an engine on
/// what that left, in a process of its own, and wakes those who come again and again.
public final class Memory {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final int SEED = 1;
    private static final int STEPS = 8;
    private static final long NANOS = 1_000_000_000;
    private static final double MEBIBYTE = 1 << 20;

    private Memory() {}

    /// @param args `fill` or `open`, the data directory, actors, calls, days
    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[1]);
        int actors = Integer.parseInt(args[2]);
        long calls = Long.parseLong(args[3]);
        Crowd crowd = new Crowd(actors, calls, Duration.ofDays(Long.parseLong(args[4])), SEED);
        if (args[0].equals("fill")) {
            fill(data, crowd, calls);
        } else {
            open(data, crowd);
        }
    }

    private static void fill(Path data, Crowd crowd, long calls) throws IOException {
        try (Installation installation = Installation.open(data);
                Engine engine = Engine.open(installation, new Pipeline(BuiltIn.detectors()), EngineSettings.DEFAULT)) {
            long start = cpu();
            for (long i = 0; i < calls; i++) {
                engine.offer(crowd.call(i));
                if ((i + 1) % (calls / STEPS) == 0) {
                    long elapsed = cpu() - start;
                    say("%,d calls, %,d actors, %.0f s, %s"
                            .formatted(i + 1, engine.actors(), seconds(elapsed), resident()));
                }
            }
            long before = cpu();
            engine.finish();
            say("last checkpoint %.1f s".formatted(seconds(cpu() - before)));
            say("dropped: %s".formatted(engine.dropped()));
        }
        say("state on disk %.0f MB, bytes written in all %.0f MB".formatted(size(data.resolve("state")), written()));
    }

    private static void open(Path data, Crowd crowd) throws IOException {
        long empty = heap();
        long start = cpu();
        long wall = System.nanoTime();
        try (Installation installation = Installation.open(data);
                Engine engine = Engine.open(installation, new Pipeline(BuiltIn.detectors()), EngineSettings.DEFAULT)) {
            engine.offer(crowd.later(0, 0));
            say("first ingest after %.2f s, on the wall %.2f s"
                    .formatted(seconds(cpu() - start), seconds(System.nanoTime() - wall)));
            int actors = engine.actors();
            long silent = heap();
            say("%,d actors at rest: %d bytes each; %s".formatted(actors, (silent - empty) / actors, resident()));

            long number = wake(engine, crowd, 1, 0, crowd.active() / 2);
            checkpoint(engine, "after %,d actors changed".formatted(crowd.active() / 2));
            number = wake(engine, crowd, number, crowd.active() / 2, crowd.active());
            long live = heap();
            say("%,d actors in memory: %d bytes each; %s"
                    .formatted(crowd.active(), (live - silent) / crowd.active(), resident()));
            checkpoint(engine, "after the others changed");
            wake(engine, crowd, number, 0, 1);
            checkpoint(engine, "after one actor changed");
        }
    }

    private static long wake(Engine engine, Crowd crowd, long from, int first, int until) throws IOException {
        long start = cpu();
        long number = from;
        for (int actor = first; actor < until; actor++) {
            engine.offer(crowd.later(number++, actor));
        }
        engine.advanceTo(crowd.later(number, first).micros());
        double micros = (cpu() - start) / 1e3;
        say("%,d actors wake with a call: %.0f us each".formatted(until - first, micros / (until - first)));
        return number;
    }

    private static void checkpoint(Engine engine, String when) throws IOException {
        double before = written();
        long start = cpu();
        engine.finish();
        say("checkpoint %s: %.2f s, %.1f MB written".formatted(when, seconds(cpu() - start), written() - before));
    }

    /// Time of the processor, since other programs of the machine take their share of the clock on the wall.
    private static long cpu() {
        return SYSTEM.getProcessCpuTime();
    }

    private static double seconds(long nanos) {
        return (double) nanos / NANOS;
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String resident() throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
        return "resident %d MB, at most %d MB"
                .formatted(number(status, "VmRSS:") >> 10, number(status, "VmHWM:") >> 10);
    }

    private static double written() throws IOException {
        return number(Files.readAllLines(Path.of("/proc/self/io")), "write_bytes:") / MEBIBYTE;
    }

    private static long number(List<String> lines, String label) {
        String line = lines.stream()
                .filter(some -> some.startsWith(label))
                .findFirst()
                .orElse(label + " 0");
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    private static double size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum() / MEBIBYTE;
        }
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
