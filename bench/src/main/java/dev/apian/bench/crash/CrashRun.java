// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import dev.apian.simulator.WorldSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A world sent to a server that is killed at random moments, and once more to one that is not.
final class CrashRun {

    /// One kill in so many comes while the server starts.
    private static final int EARLY_ONE_IN = 6;

    private static final int EARLY_MILLIS_MAX = 2_500;
    private static final int AFTER_MILLIS_MAX = 80;

    /// One life in so many meets a full disk, if the disk is small.
    private static final int FULL_ONE_IN = 4;

    private static final int FULL_MILLIS_MAX = 3_000;
    private static final long LOOK_MILLIS = 5;

    /// Senders have so much to send when the kill comes, so that it meets them at work.
    private static final int PUSHES_UNDER_WAY_MIN = 40;

    private final Path folder;
    private final int kills;
    private final Random random;
    private final AtomicInteger port = new AtomicInteger();
    private int killed;
    private int early;
    private int touched;
    private int filled;
    private int clocks;

    CrashRun(Path folder, int kills, long seed) {
        this.folder = folder;
        this.kills = kills;
        this.random = new Random(seed);
    }

    Verdict run(WorldSettings world) throws IOException, InterruptedException {
        List<Batch> batches = Batch.of(world, random);
        Path data = folder.resolve("killed");
        Course course = new Course(batches);
        drive(course, () -> killAlong(course, data));
        Kept kept = Kept.in(data);
        Set<Batch> acknowledged = course.acknowledged();
        List<Batch> there = batches.stream()
                .filter(batch -> acknowledged.contains(batch) || Verdict.isThere(batch, kept))
                .toList();
        Path quiet = folder.resolve("undisturbed");
        Files.createDirectories(quiet);
        Files.copy(data.resolve("apian.key"), quiet.resolve("apian.key"));
        Course calm = new Course(renumbered(there));
        drive(calm, () -> runToTheEnd(calm, quiet));
        System.err.println(course.told());
        return Verdict.of(acknowledged, course.unknown(), kept, Kept.in(quiet));
    }

    /// What was done.
    String told() {
        return "%d kills, %d of them early; %d files torn or left over; %d times the disk was full; %d clocks wrong"
                .formatted(killed, early, touched, filled, clocks);
    }

    private interface Life {
        void run() throws IOException, InterruptedException;
    }

    private void drive(Course course, Life life) throws IOException, InterruptedException {
        List<Sender> senders = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Course.WINDOW - 1; i++) {
            Sender sender = new Sender(course, port);
            senders.add(sender);
            threads.add(Thread.ofPlatform().daemon().name("sender-" + i).start(sender));
        }
        try {
            life.run();
        } finally {
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        for (Sender sender : senders) {
            Throwable failure = sender.failure();
            if (failure != null && course.reached() < course.size()) {
                throw new IOException(failure);
            }
        }
    }

    private void killAlong(Course course, Path data) throws IOException, InterruptedException {
        while (killed < kills) {
            int until = course.size() * (killed + 1) / (kills + 1);
            int further = until + PUSHES_UNDER_WAY_MIN + course.size() / (kills + 1);
            Whims whims = Whims.of(random, course.goOnUntil(further).last(), Instant.now());
            clocks += whims.clockAhead().isZero() ? 0 : 1;
            try (Child child = Child.start(data, whims, log())) {
                if (random.nextInt(EARLY_ONE_IN) == 0) {
                    Thread.sleep(random.nextInt(EARLY_MILLIS_MAX));
                    early++;
                } else {
                    port.set(listening(child));
                    letItLive(course, child, until);
                    port.set(0);
                }
                child.kill();
                killed++;
            }
            touched += Mischief.in(data, random);
            tell(course);
        }
        runToTheEnd(course, data);
    }

    /// Until the senders have come as far as they should, and a little more.
    private void letItLive(Course course, Child child, int until) throws IOException, InterruptedException {
        if (Filler.fits(folder) && random.nextInt(FULL_ONE_IN) == 0) {
            Thread.sleep(random.nextInt(AFTER_MILLIS_MAX));
            try (Filler _ = Filler.in(folder)) {
                filled++;
                Thread.sleep(random.nextInt(FULL_MILLIS_MAX));
            }
        }
        while (course.reached() < until) {
            requireAlive(child);
            Thread.sleep(LOOK_MILLIS);
        }
        Thread.sleep(random.nextInt(AFTER_MILLIS_MAX));
    }

    private void runToTheEnd(Course course, Path data) throws IOException, InterruptedException {
        course.goOnUntil(course.size());
        try (Child child = Child.start(data, Whims.NONE, log())) {
            port.set(listening(child));
            while (course.reached() < course.size()) {
                requireAlive(child);
                Thread.sleep(LOOK_MILLIS);
            }
            port.set(0);
            child.awaitJudged();
            child.stop();
        }
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    private int listening(Child child) throws IOException {
        @Nullable Integer found = child.awaitPort();
        if (found == null) {
            throw new IOException("the server did not start; see " + log());
        }
        return found;
    }

    private void requireAlive(Child child) throws IOException {
        if (!child.isAlive()) {
            throw new IOException("the server ended by itself; see " + log());
        }
    }

    private void tell(Course course) {
        if (killed % 10 == 0) {
            System.err.printf("%d kills, %d of %d pushes done%n", killed, course.reached(), course.size());
        }
    }

    private static List<Batch> renumbered(List<Batch> batches) {
        List<Batch> numbered = new ArrayList<>();
        for (Batch batch : batches) {
            numbered.add(new Batch(numbered.size(), batch.body(), batch.ids(), true, batch.last()));
        }
        return numbered;
    }

    /// A world that ended before now, so that no clock matters but its own.
    static WorldSettings world(int days, int actors, long seed, Instant now) {
        return WorldSettings.of(days, actors, seed).startingAt(now.minus(Duration.ofDays(days + 40L)));
    }
}
