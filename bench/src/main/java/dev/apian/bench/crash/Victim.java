// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import dev.apian.Pipeline;
import dev.apian.engine.Installation;
import dev.apian.server.ApianServer;
import dev.apian.server.Ingest;
import dev.apian.server.ServerSettings;
import dev.apian.server.live.LiveEngine;
import dev.apian.server.live.LiveSettings;
import dev.apian.stage.call.AutoReader;
import dev.apian.stage.call.ReaderSettings;
import dev.apian.stage.call.TypedReader;
import dev.apian.stage.signal.BuiltIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// A server to be killed: the real one, with a clock that is wrong and a disk that is slow.
///
/// Says its port on a line and ends in order when its standard input ends, so that it never outlives its parent.
final class Victim {

    /// Batches of [Course] reach further back than one another by less.
    static final Duration LATENESS = Duration.ofHours(2);

    static final long DISK_RESERVE_BYTES = 48L << 20;

    /// Lives are short, and should be ended amid a flush or a checkpoint.
    private static final Duration FLUSH_EVERY = Duration.ofMillis(40);
    private static final Duration CHECKPOINT_EVERY = Duration.ofMillis(120);
    private static final int QUEUE_CALLS_MAX = 2_000;

    private Victim() {}

    /// @param args data directory; seconds its clock is ahead; milliseconds a sync takes at most; a seed for them
    public static void main(String[] args) throws IOException, InterruptedException {
        InstantSource clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(Long.parseLong(args[1])));
        SlowDisk disk = new SlowDisk(Integer.parseInt(args[2]), Long.parseLong(args[3]));
        LiveSettings live = LiveSettings.DEFAULT
                .withLateness(LATENESS)
                .withFlushEvery(FLUSH_EVERY)
                .withCheckpointEvery(CHECKPOINT_EVERY)
                .withQueueCallsMax(QUEUE_CALLS_MAX)
                .withDiskReserveBytes(DISK_RESERVE_BYTES);
        ServerSettings settings =
                ServerSettings.of(Path.of(args[0])).withPort(0).withLive(live);
        Installation installation = Installation.open(settings.data());
        ReaderSettings reading = ReaderSettings.of(installation.key(), () -> ahead(clock.instant()));
        LiveEngine engine =
                LiveEngine.start(installation, new Pipeline(BuiltIn.detectors()), live, List.of(), clock, disk);
        Ingest ingest = new Ingest(engine, new AutoReader(reading), new TypedReader(reading), reading);
        try (ApianServer server = ApianServer.start(settings, ingest, BuiltIn.detectors(), clock)) {
            System.out.println(server.port());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    private static long ahead(Instant now) {
        return now.plus(ApianServer.CLOCK_AHEAD_MAX).toEpochMilli() * 1_000;
    }
}
