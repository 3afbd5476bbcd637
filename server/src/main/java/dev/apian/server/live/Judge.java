// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.engine.AlertBook;
import dev.apian.engine.CoveredHour;
import dev.apian.engine.Engine;
import dev.apian.server.journal.Entry;
import dev.apian.server.journal.Journal;
import dev.apian.stage.call.Call;
import dev.apian.stage.profile.Population;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine's thread: judges what the journal holds, in its order.
///
/// While too few calls come in to move event time along, it follows the clock ([WallTime]), so that the last calls of a
/// burst are judged. Alerts of the minute that is not over are previewed a few times a second.
///
/// If the disk fails under the engine, the engine is opened again at its last checkpoint and judges from there once
/// more; meanwhile the journal goes on taking calls.
final class Judge implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Judge.class);

    private static final Duration IDLE_STEP_MIN = Duration.ofMillis(10);

    /// How soon alerts of calls that were judged are shown.
    private static final Duration PREVIEW_EVERY = Duration.ofMillis(250);

    /// Flushing takes about one part in so many of the time, unless people would wait too long for it; and previews do.
    private static final int PAUSES = 5;

    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

    /// For how long what waits is judged at the end; the rest stays in the journal.
    private static final Duration END_JUDGES_MAX = Duration.ofSeconds(30);

    private static final Duration REOPEN_MIN = Duration.ofSeconds(1);
    private static final Duration REOPEN_MAX = Duration.ofSeconds(30);

    private final OpenEngine open;
    private final Journal journal;
    private final Backlog backlog;
    private final Replayables replayables;
    private final LiveSettings settings;
    private final WallTime wall;
    private final Arrivals arrivals;
    private final Refused refused;
    private final Skipped skipped;
    private final Pace pace = new Pace();
    private final Due preview = new Due();
    private final Due flush = new Due();
    private final Due checkpoint = new Due();
    private volatile Progress progress = Progress.NONE;
    private volatile Population population = Population.UNKNOWN;
    private volatile List<CoveredHour> coverage = List.of();
    private volatile @Nullable Throwable failure;
    private volatile @Nullable IOException trouble;
    private volatile boolean stopping;
    private volatile boolean checkpointWanted;
    private volatile long position;
    private boolean unpreviewed;
    private boolean unflushed;
    private long covered;

    Judge(
            OpenEngine open,
            Journal journal,
            Backlog backlog,
            Replayables replayables,
            LiveSettings settings,
            InstantSource clock) {
        this.open = open;
        this.journal = journal;
        this.backlog = backlog;
        this.replayables = replayables;
        this.settings = settings;
        this.wall = new WallTime(journal, settings, clock);
        this.arrivals = new Arrivals(clock);
        this.refused = new Refused(open.get().notes(), arrivals);
        this.skipped = new Skipped(open.get().notes());
        begin();
    }

    /// Takes a checkpoint at the next tick.
    void checkpointSoon() {
        checkpointWanted = true;
    }

    void stop() {
        stopping = true;
        open.get().lake().stopWaiting();
    }

    /// A damaged file of the lake was met.
    void inspectSoon() {
        LOG.warn("a damaged file of the lake was met; all are checked now, and damaged ones set aside");
        open.get().lake().inspectSoon();
    }

    AlertBook alerts() {
        return open.get().alerts();
    }

    Progress progress() {
        return progress.withWaiting(waiting()).withDropped(replayables.counts());
    }

    /// Calls that are not judged yet.
    long waiting() {
        return Math.max(0, journal.durable() - position) + replayables.waiting();
    }

    Pace pace() {
        return pace;
    }

    Population population() {
        return population;
    }

    Skipped skipped() {
        return skipped;
    }

    List<CoveredHour> coverage() {
        return coverage;
    }

    Refused refused() {
        return refused;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /// Why it stopped, null while it runs.
    @Nullable
    String failure() {
        Throwable failed = failure;
        if (failed != null) {
            return "the engine stopped: " + failed + "; what was acknowledged is in the journal, restart the server";
        }
        return stopping ? "the server is shutting down" : null;
    }

    /// Why it does not judge at the moment, null while it does.
    @Nullable
    String trouble() {
        IOException found = trouble;
        return found == null
                ? null
                : "calls are taken in but not judged, until the disk works again: " + found.getMessage();
    }

    @Override
    public void run() {
        try {
            boolean again = true;
            while (again) {
                try (Engine engine = open.get()) {
                    judgeUntilStopped(engine);
                    again = false;
                } catch (IOException e) {
                    if (replayables.isUsed()) {
                        throw new IllegalStateException(
                                "its disk failed, and only a restart reads followed sources again from the last"
                                        + " checkpoint: " + e.getMessage(),
                                e);
                    }
                    LOG.warn("the engine's disk failed; it begins again at its last checkpoint: {}", e.getMessage());
                    trouble = e;
                    again = reopen();
                }
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            failure = e;
            LOG.error("the engine stopped; what was acknowledged is in the journal", e);
        }
    }

    /// False if the server stops meanwhile.
    private boolean reopen() throws InterruptedException {
        Duration pause = REOPEN_MIN;
        while (!stopping) {
            Due next = new Due();
            next.in(pause);
            while (!stopping && !next.now()) {
                Thread.sleep(IDLE_STEP_MIN);
            }
            pause = pause.multipliedBy(2).compareTo(REOPEN_MAX) < 0 ? pause.multipliedBy(2) : REOPEN_MAX;
            try {
                open.open();
                begin();
                return true;
            } catch (IOException e) {
                LOG.warn("the engine cannot be opened yet: {}", e.getMessage());
                trouble = e;
            }
        }
        return false;
    }

    private void begin() {
        position = open.positionAtCheckpoint();
        covered = position;
        open.notesFrom(refused, skipped, replayables, () -> position);
        publish(open.get());
        coverage = open.get().coverage();
    }

    private void judgeUntilStopped(Engine engine) throws IOException, InterruptedException {
        while (!stopping) {
            step(engine);
        }
        Due end = new Due();
        end.in(END_JUDGES_MAX);
        while (waiting() > 0 && !end.now()) {
            step(engine);
        }
        if (waiting() == 0) {
            engine.finish();
            tidyAfterCheckpoint(engine);
            refused.writeTo(open.installation().root());
            publish(engine);
        }
    }

    private void step(Engine engine) throws IOException, InterruptedException {
        Replayables.Portion portion = replayables.poll();
        if (portion != null) {
            judge(engine, portion);
        }
        switch (next()) {
            case Entry.Calls calls -> judge(engine, calls);
            case Entry.Clock said -> {
                engine.advanceTo(said.micros());
                position = said.end();
                judged();
            }
            case null -> {}
        }
        trouble = null;
        if (waiting() == 0 && !stopping) {
            wall.follow();
        }
        show(engine);
        if (checkpoint.now() || checkpointWanted) {
            checkpointWanted = false;
            engine.checkpointSoon();
            checkpoint.in(settings.checkpointEvery());
        }
        tidyAfterCheckpoint(engine);
        publish(engine);
    }

    /// Makes visible what was judged: alerts soon, calls with the next flush.
    private void show(Engine engine) throws IOException {
        if (unpreviewed && preview.now()) {
            long before = System.nanoTime();
            engine.preview();
            unpreviewed = false;
            preview.in(pause(before, PREVIEW_EVERY));
        }
        if (unflushed && flush.now()) {
            long before = System.nanoTime();
            engine.flush();
            coverage = engine.coverage();
            unflushed = false;
            flush.in(pause(before, settings.flushEvery()));
        }
    }

    /// Time until something is done again that took the time since `beforeNanos`.
    private static Duration pause(long beforeNanos, Duration usual) {
        Duration took = Duration.ofNanos(System.nanoTime() - beforeNanos);
        return max(usual, min(took.multipliedBy(PAUSES), PAUSE_MAX));
    }

    /// Something was judged, which nobody sees yet.
    private void judged() {
        unpreviewed = true;
        unflushed = true;
    }

    /// What comes next in the journal, null if nothing does for a while.
    private @Nullable Entry next() throws IOException, InterruptedException {
        long added = backlog.added();
        Entry next = waitingEntry();
        if (next == null && replayables.isEmpty()) {
            backlog.awaitMoreThan(added, unpreviewed ? min(preview.left(), wall.step()) : wall.step());
            next = waitingEntry();
        }
        return next;
    }

    private @Nullable Entry waitingEntry() throws IOException {
        Entry held = backlog.poll(position);
        return held == null && position < journal.durable() ? journal.read(position) : held;
    }

    private void judge(Engine engine, Entry.Calls entry) throws IOException {
        long next = position;
        int judged = (int) (next - entry.first());
        for (Call call : entry.calls().subList(judged, entry.count())) {
            next++;
            position = next;
            engine.offer(call);
            wall.judged(call);
        }
        pace.judged(entry.count() - judged, System.nanoTime());
        judged();
    }

    private void judge(Engine engine, Replayables.Portion portion) throws IOException {
        for (Call call : portion.calls()) {
            portion.take();
            engine.offer(call);
            wall.judged(call);
        }
        portion.finish();
        pace.judged(portion.calls().size(), System.nanoTime());
        judged();
    }

    private void tidyAfterCheckpoint(Engine engine) throws IOException {
        long reached = open.positionAtCheckpoint();
        if (reached != covered) {
            covered = reached;
            journal.forgetBefore(covered);
            refused.writeTo(open.installation().root());
            engine.lake().tidy();
        }
    }

    private void publish(Engine engine) {
        progress = new Progress(engine.calls(), engine.late(), engine.eventMicros(), 0, engine.dropped());
        population = engine.population();
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
