// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.push;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apian.bench.ChildJvm;
import dev.apian.bench.Load;
import dev.apian.bench.Options;
import dev.apian.bench.Pushed;
import dev.apian.simulator.Simulation;
import dev.apian.simulator.WorldSettings;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Pushes batches to a server of its own as fast as it acknowledges them, and prints how fast that is.
public final class PushLoad {

    private static final int BATCH_CALLS = 1_000;
    private static final int ACTORS = 2_000;

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
            Load load = new Load(bodies, BATCH_CALLS, connections, () -> new Connection(port));
            load.warmUp();
            Pushed pushed = load.run(Duration.ofSeconds(seconds));
            System.out.println("| calls/s | bytes a call | connections | p50 ms | p99 ms | longest ms | turned away |");
            System.out.println("|---|---|---|---|---|---|---|");
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %d | %d | %.0f | %.0f | %.0f | %d |%n",
                    pushed.calls() / seconds,
                    load.bytesPerCall(),
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
