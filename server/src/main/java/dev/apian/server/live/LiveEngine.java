// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.Pipeline;
import dev.apian.engine.AlertBook;
import dev.apian.engine.Engine;
import dev.apian.engine.EngineSettings;
import dev.apian.engine.Installation;
import dev.apian.engine.geo.Geo;
import dev.apian.engine.source.Rejects.Tally;
import dev.apian.lake.DiskRoom;
import dev.apian.stage.call.Call;
import dev.apian.stage.profile.Population;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine on a thread of its own, fed through a bounded queue from any thread.
///
/// A batch is in the [Journal] before it is in the queue, and in the same order, so its position there says what a
/// checkpoint covers. While nothing comes in, event time follows the clock, so that the last calls of a burst are
/// judged; but only once they are about as new as the clock says, for otherwise history is being loaded and its next
/// calls are old.
public final class LiveEngine implements Watched, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveEngine.class);

    /// The note in the checkpoint that says how far the journal was read.
    private static final String POSITION = "journal";

    /// A source whose latest call is older than this is not live.
    private static final Duration LIVE_MAX = Duration.ofMinutes(5);

    private static final Duration IDLE_STEP = Duration.ofSeconds(1);

    /// Flushing takes about one part in so many of the time, unless people would wait too long for it.
    private static final int FLUSH_SHARE = 5;

    private static final Duration FLUSH_WAIT_MAX = Duration.ofSeconds(5);

    private final Installation installation;
    private final Engine engine;
    private final Journal journal;
    private final LiveSettings settings;
    private final InstantSource clock;
    private final BlockingQueue<List<Call>> queue = new LinkedBlockingQueue<>();
    private final Semaphore room;
    private final DiskRoom disk;
    private final Refused refused;
    private final Thread thread;
    private final Geo geo;
    private volatile Progress progress = Progress.NONE;
    private volatile Population population = Population.UNKNOWN;
    private volatile @Nullable Throwable failure;
    private volatile boolean stopping;
    private volatile boolean checkpointWanted;
    private long position;
    private long latestMicros = Long.MIN_VALUE;
    private boolean unflushed;
    private long flushDueMillis;
    private long checkpointDueMillis;
    private String positionAtCheckpoint = "";

    private LiveEngine(
            Installation installation,
            Engine engine,
            Journal journal,
            LiveSettings settings,
            Geo geo,
            InstantSource clock) {
        this.installation = installation;
        this.engine = engine;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
        this.room = new Semaphore(settings.queueCallsMax());
        this.disk = DiskRoom.of(installation.root(), settings.keeping().reserveBytes());
        this.position = positionIn(engine);
        this.thread = Thread.ofPlatform().name("engine").unstarted(this::run);
        this.refused = new Refused(engine.notes());
        this.geo = geo;
        engine.positions(this::notes);
        engine.locateWith(geo);
        engine.lake().keep(settings.keeping().retention());
        engine.lake().waitForRoom();
    }

    /// Opens the data directory, whose owner it becomes, and begins where the last checkpoint and the journal end.
    public static LiveEngine start(
            Installation installation, Pipeline pipeline, LiveSettings settings, List<Path> places, InstantSource clock)
            throws IOException {
        Geo geo = Geo.open(places);
        Engine engine = Engine.open(installation, pipeline, EngineSettings.DEFAULT.withLateness(settings.lateness()));
        Journal journal = Journal.open(installation.root(), positionIn(engine));
        LiveEngine live = new LiveEngine(installation, engine, journal, settings, geo, clock);
        live.publish();
        live.thread.start();
        return live;
    }

    /// Takes calls in, all or none; they are durable when this returns true.
    ///
    /// @return false if the queue has no room for them now
    /// @throws IOException if the engine or the disk failed, or the disk has no room
    public boolean offer(List<Call> calls) throws IOException {
        if (disk.isLow()) {
            throw new IOException(disk.message());
        }
        if (!room.tryAcquire(calls.size())) {
            return false;
        }
        append(calls);
        return true;
    }

    /// Takes calls in as soon as there is room.
    public void put(List<Call> calls) throws IOException, InterruptedException {
        if (calls.size() > settings.queueCallsMax()) {
            throw new IllegalArgumentException("%d calls, queueCallsMax allows %d; send smaller batches"
                    .formatted(calls.size(), settings.queueCallsMax()));
        }
        while (!room.tryAcquire(calls.size(), IDLE_STEP.toMillis(), TimeUnit.MILLISECONDS)) {
            checkAlive();
        }
        append(calls);
    }

    /// Takes a checkpoint at the next tick, with which the tables that only the state knows are written.
    public void checkpointSoon() {
        checkpointWanted = true;
    }

    @Override
    public boolean readsCorrections() {
        return true;
    }

    @Override
    public AlertShelf alerts() {
        AlertBook book = engine.alerts();
        return new AlertShelf() {

            @Override
            public List<String> all() {
                return book.all();
            }

            @Override
            public Optional<String> byId(String id) {
                return book.byId(id);
            }

            @Override
            public long version() {
                return book.version();
            }
        };
    }

    @Override
    public void damageMet() {
        LOG.warn("a damaged file of the lake was met; all are checked now, and damaged ones set aside");
        engine.lake().inspectSoon();
    }

    @Override
    public List<Tally> rejects() {
        return refused().tallies();
    }

    @Override
    public Progress progress() {
        Progress said = progress;
        return new Progress(
                said.calls(),
                said.late(),
                said.eventMicros(),
                settings.queueCallsMax() - room.availablePermits(),
                said.dropped());
    }

    @Override
    public Population population() {
        return population;
    }

    /// What could not be read.
    public Refused refused() {
        return refused;
    }

    /// Calls that may wait.
    public int queueCallsMax() {
        return settings.queueCallsMax();
    }

    /// Why it does not run any more, if so.
    @Override
    public @Nullable String failure() {
        Throwable failed = failure;
        if (failed != null) {
            return "the engine stopped: " + failed + "; what was acknowledged is in the journal, restart the server";
        }
        return stopping ? "the server is shutting down" : null;
    }

    /// Judges what is waiting, takes a checkpoint and gives the data directory free.
    @Override
    public void close() throws IOException {
        synchronized (journal) {
            stopping = true;
        }
        engine.lake().stopWaiting();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        journal.close();
        geo.close();
        installation.close();
    }

    private void append(List<Call> calls) throws IOException {
        synchronized (journal) {
            try {
                checkAlive();
                journal.append(calls);
                queue.add(calls);
            } catch (IOException e) {
                room.release(calls.size());
                throw e;
            }
        }
    }

    private void checkAlive() throws IOException {
        String reason = failure();
        if (reason != null) {
            throw new IOException(reason);
        }
    }

    private void run() {
        try (engine) {
            journal.replay(position, this::judge);
            while (!stopping || !queue.isEmpty()) {
                step();
            }
            engine.finish();
            tidyAfterCheckpoint();
            refused.writeTo(installation.root());
            publish();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
            LOG.error("the engine stopped; what was acknowledged is in the journal", e);
        }
    }

    private void step() throws IOException {
        List<Call> calls = next();
        if (calls == null) {
            advanceWithTheClock();
        } else {
            try {
                judge(calls);
            } finally {
                room.release(calls.size());
            }
        }
        long now = clock.millis();
        if (unflushed && now >= flushDueMillis) {
            engine.flush();
            unflushed = false;
            flushDueMillis = flushAfter(clock.millis() - now) + clock.millis();
        }
        if (now >= checkpointDueMillis || checkpointWanted) {
            checkpointWanted = false;
            engine.checkpointSoon();
            checkpointDueMillis = now + settings.checkpointEvery().toMillis();
        }
        tidyAfterCheckpoint();
        publish();
    }

    /// Milliseconds from one flush to the next.
    private long flushAfter(long tookMillis) {
        long share = Math.min(FLUSH_SHARE * tookMillis, FLUSH_WAIT_MAX.toMillis());
        return Math.max(settings.flushEvery().toMillis(), share);
    }

    private @Nullable List<Call> next() {
        long wait = Math.clamp(settings.flushEvery().toMillis(), 10, IDLE_STEP.toMillis());
        try {
            return queue.poll(wait, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the engine's thread", e);
        }
    }

    private void judge(List<Call> calls) throws IOException {
        for (Call call : calls) {
            position++;
            engine.offer(call);
            latestMicros = Math.max(latestMicros, call.micros());
        }
        unflushed = true;
    }

    private void advanceWithTheClock() throws IOException {
        long now = clock.millis() * 1_000;
        boolean live = latestMicros >= now - LIVE_MAX.toMillis() * 1_000 && latestMicros != Long.MIN_VALUE;
        if (live) {
            engine.advanceTo(now - settings.lateness().toMillis() * 1_000);
            unflushed = true;
        }
    }

    private void tidyAfterCheckpoint() throws IOException {
        String covered = engine.notes().getOrDefault(POSITION, "");
        if (!covered.equals(positionAtCheckpoint)) {
            positionAtCheckpoint = covered;
            journal.forgetBefore(Long.parseLong(covered));
            refused.writeTo(installation.root());
            engine.lake().tidy();
        }
    }

    private Map<String, String> notes() {
        Map<String, String> notes = new TreeMap<>(refused.notes());
        notes.put(POSITION, Long.toString(position));
        return notes;
    }

    private void publish() {
        progress = new Progress(engine.calls(), engine.late(), engine.eventMicros(), 0, engine.dropped());
        population = engine.population();
    }

    private static long positionIn(Engine engine) {
        return Long.parseLong(engine.notes().getOrDefault(POSITION, "0"));
    }
}
