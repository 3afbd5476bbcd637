// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.push;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apian.bench.ChildJvm;
import dev.apian.bench.Options;
import dev.apian.bench.Pushed;
import dev.apian.simulator.Simulation;
import dev.apian.simulator.WorldSettings;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// Pushes batches to a server of its own as fast as it acknowledges them, and prints how fast that is.
public final class PushLoad {

    private static final int BATCH_CALLS = 1_000;
    private static final int ACTORS = 2_000;
    private static final int WARM_UP_SECONDS = 15;
    private static final long RETRY_MILLIS = 100;

    private PushLoad() {}

    /// @param args `--seconds N`, `--connections N`, `--batches N` of a world without bodies, `--dir DIR`
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = new Options(args);
        int seconds = options.whole("--seconds", 20);
        int connections = options.whole("--connections", 12);
        List<byte[]> bodies = bodies(options.whole("--batches", 3_000));
        Path data = options.folder("apian-push");
        Process server = start(data);
        try {
            int port = Integer.parseInt(server.inputReader(UTF_8).readLine());
            AtomicInteger next = new AtomicInteger();
            run(port, connections, WARM_UP_SECONDS, bodies, next);
            Pushed pushed = run(port, connections, seconds, bodies, next);
            System.out.println("| calls/s | bytes a call | connections | p50 ms | p99 ms | longest ms | turned away |");
            System.out.println("|---|---|---|---|---|---|---|");
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %d | %d | %.0f | %.0f | %.0f | %d |%n",
                    pushed.calls() / seconds,
                    bodies.stream().mapToLong(body -> body.length).sum() / bodies.size() / BATCH_CALLS,
                    connections,
                    pushed.millis(0.5),
                    pushed.millis(0.99),
                    pushed.millis(1),
                    pushed.away());
        } finally {
            server.destroyForcibly();
        }
    }

    private static Process start(Path data) throws IOException {
        return ChildJvm.of(
                        List.of("-XX:+UseCompactObjectHeaders", "-XX:MaxRAMPercentage=25"),
                        Target.class.getName(),
                        List.of(data.toString()))
                .redirectError(Redirect.INHERIT)
                .start();
    }

    private static Pushed run(int port, int connections, int seconds, List<byte[]> bodies, AtomicInteger next)
            throws InterruptedException {
        Pushed pushed = new Pushed();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofPlatform().start(() -> push(port, bodies, next, end, pushed)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return pushed;
    }

    private static void push(int port, List<byte[]> bodies, AtomicInteger next, long end, Pushed pushed) {
        try (Connection connection = new Connection(port)) {
            while (System.nanoTime() < end) {
                byte[] body = bodies.get(next.getAndIncrement() % bodies.size());
                long began = System.nanoTime();
                if (connection.push(body) == 200) {
                    pushed.acknowledged(BATCH_CALLS, System.nanoTime() - began);
                } else {
                    pushed.turnedAway();
                    Thread.sleep(RETRY_MILLIS);
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<byte[]> bodies(int batches) {
        List<byte[]> bodies = new ArrayList<>();
        Simulation world = new Simulation(WorldSettings.of(30, ACTORS, 1).withoutAttacks());
        StringBuilder body = new StringBuilder();
        while (bodies.size() < batches && world.hasNext()) {
            body.setLength(0);
            for (int i = 0; i < BATCH_CALLS && world.hasNext(); i++) {
                world.next().appendWithoutBodiesTo(body);
            }
            bodies.add(body.toString().getBytes(ISO_8859_1));
        }
        return bodies;
    }
}
