// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.Pipeline;
import dev.apian.engine.CoveredHour;
import dev.apian.engine.Installation;
import dev.apian.engine.Joining;
import dev.apian.engine.geo.Geo;
import dev.apian.engine.geo.NamedNetworks;
import dev.apian.engine.source.Rejects.Tally;
import dev.apian.lake.Retention;
import dev.apian.server.journal.Disk;
import dev.apian.server.journal.Journal;
import dev.apian.server.journal.LocalDisk;
import dev.apian.server.journal.PushKey;
import dev.apian.server.live.Admission.Admitted;
import dev.apian.server.live.Admission.TurnedAway;
import dev.apian.stage.call.Call;
import dev.apian.stage.profile.Population;
import dev.apian.stage.signal.Rota;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// Takes calls in from any thread and has them judged on one.
///
/// Calls are in the [Journal] before they are acknowledged; from there, the [Judge] takes them in the journal's order,
/// out of memory as far as the [Backlog] holds them. While the engine is behind, the journal grows up to a bound;
/// then, or while the disk is nearly full, the [Gate] turns calls away.
public final class LiveEngine implements Watched {

    private static final Duration ROOM_WAIT = Duration.ofSeconds(1);

    private final Installation installation;
    private final Journal journal;
    private final LiveSettings settings;
    private final Backlog backlog;
    private final Gate gate;
    private final Judge judge;
    private final Replayables replayables;
    private final Map<String, String> notesAtStart;
    private final Geo geo;
    private final Thread thread;
    private final OpenEngine open;

    private LiveEngine(
            Installation installation,
            OpenEngine open,
            Journal journal,
            LiveSettings settings,
            Backlog backlog,
            Gate gate,
            Judge judge,
            Replayables replayables,
            Map<String, String> notesAtStart,
            Geo geo) {
        this.installation = installation;
        this.open = open;
        this.journal = journal;
        this.settings = settings;
        this.backlog = backlog;
        this.gate = gate;
        this.judge = judge;
        this.replayables = replayables;
        this.notesAtStart = notesAtStart;
        this.geo = geo;
        this.thread = Thread.ofPlatform().name("engine").unstarted(judge);
    }

    /// Opens the data directory, whose owner it becomes, and begins where the last checkpoint and the journal end.
    ///
    /// @param rota     how the detections are set when
    /// @param networks what people say of them
    public static LiveEngine start(
            Installation installation,
            Rota rota,
            NamedNetworks networks,
            LiveSettings settings,
            List<Path> places,
            InstantSource clock)
            throws IOException {
        Pipeline pipeline = new Pipeline(rota.latest());
        return start(installation, pipeline, rota, networks, settings, places, clock, new LocalDisk());
    }

    /// The same with a journal on a disk of one's own.
    public static LiveEngine start(
            Installation installation,
            Pipeline pipeline,
            LiveSettings settings,
            List<Path> places,
            InstantSource clock,
            Disk disk)
            throws IOException {
        return start(installation, pipeline, null, NamedNetworks.NONE, settings, places, clock, disk);
    }

    private static LiveEngine start(
            Installation installation,
            Pipeline pipeline,
            @Nullable Rota rota,
            NamedNetworks networks,
            LiveSettings settings,
            List<Path> places,
            InstantSource clock,
            Disk disk)
            throws IOException {
        Geo geo = Geo.open(places);
        geo.know(networks);
        OpenEngine open = new OpenEngine(installation, pipeline, rota, settings, geo);
        Backlog backlog = new Backlog(settings.queueCallsMax());
        open.open();
        Journal journal;
        try {
            journal = Journal.open(installation.root(), open.positionAtCheckpoint(), disk, backlog::add);
        } catch (IOException e) {
            open.close();
            geo.close();
            throw e;
        }
        Replayables replayables = new Replayables();
        Map<String, String> notes = Map.copyOf(open.get().notes());
        Judge judge = new Judge(open, journal, backlog, replayables, settings, clock);
        Gate gate = new Gate(disk, installation.root(), settings);
        LiveEngine live =
                new LiveEngine(installation, open, journal, settings, backlog, gate, judge, replayables, notes, geo);
        live.thread.start();
        return live;
    }

    /// Takes calls in, all or none.
    ///
    /// @throws IOException if the engine or the disk failed; nothing is known of the calls then
    public Admission offer(List<Call> calls) throws IOException {
        return offer(calls, null);
    }

    /// The same for a push that its sender may send again under the same key, and that then counts once.
    public Admission offer(List<Call> calls, @Nullable PushKey key) throws IOException {
        checkAlive();
        TurnedAway turnedAway = gate.turnsAway(journal.bytes(), judge.waiting(), judge.pace());
        if (turnedAway != null) {
            judge.checkpointSoon();
            return turnedAway;
        }
        try {
            return new Admitted(!journal.append(calls, key).join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    /// Takes calls in as soon as there is room for them in memory.
    public void put(List<Call> calls) throws IOException, InterruptedException {
        if (calls.size() > settings.queueCallsMax()) {
            throw new IllegalArgumentException("%d calls, queueCallsMax allows %d; send smaller batches"
                    .formatted(calls.size(), settings.queueCallsMax()));
        }
        while (!backlog.hasRoom(calls.size())) {
            backlog.awaitRoom(calls.size(), ROOM_WAIT);
            checkAlive();
        }
        while (offer(calls) instanceof TurnedAway turnedAway) {
            Thread.sleep(turnedAway.retryAfter());
        }
    }

    /// Takes calls of a source in that can be read again, as soon as there is room; its positions are in the
    /// checkpoints.
    void put(Replayables.Portion portion) throws IOException, InterruptedException {
        replayables.put(portion, this::checkAlive);
        arrivals().took(portion.source(), portion.calls().size());
    }

    /// By which calls may be out of order and are judged all the same.
    Duration lateness() {
        return settings.lateness();
    }

    /// From now on checkpoints hold the positions of this source.
    void follow(Replayables.Source source) {
        replayables.add(source);
    }

    /// The key of the installation, by which contents of files are known.
    byte[] key() {
        return installation.key();
    }

    /// The notes of the checkpoint it was started from.
    Map<String, String> notesAtStart() {
        return notesAtStart;
    }

    /// Takes a checkpoint at the next tick, with which the tables that only the state knows are written.
    public void checkpointSoon() {
        judge.checkpointSoon();
    }

    @Override
    public boolean readsCorrections() {
        return true;
    }

    @Override
    public void follow(Rota rota) {
        open.follow(rota);
    }

    /// Also of an engine that is opened again.
    @Override
    public void know(NamedNetworks networks) {
        geo.know(networks);
    }

    @Override
    public void keep(Retention retention) {
        open.keep(retention);
    }

    @Override
    public AlertShelf alerts() {
        return new AlertShelf() {

            @Override
            public List<String> all() {
                return judge.alerts().shown();
            }

            @Override
            public Optional<String> byId(String id) {
                return judge.alerts().shownById(id);
            }

            @Override
            public long version() {
                return judge.alerts().shownVersion();
            }
        };
    }

    @Override
    public void damageMet() {
        judge.inspectSoon();
    }

    @Override
    public List<Tally> rejects() {
        return refused().tallies();
    }

    @Override
    public Progress progress() {
        return judge.progress();
    }

    @Override
    public Population population() {
        return judge.population();
    }

    @Override
    public List<CoveredHour> coverage() {
        return judge.coverage();
    }

    @Override
    public Arrivals arrivals() {
        return judge.arrivals();
    }

    /// What could not be read.
    public Refused refused() {
        return judge.refused();
    }

    @Override
    public Skipped skipped() {
        return judge.skipped();
    }

    /// Why it does not run any more, if so.
    @Override
    public @Nullable String failure() {
        return judge.failure();
    }

    @Override
    public @Nullable String trouble() {
        return judge.trouble();
    }

    /// Judges what is waiting, takes a checkpoint and gives the data directory free. What is too much to judge now
    /// stays in the journal for the next start.
    @Override
    public void close() throws IOException {
        judge.stop();
        Joining.join(thread);
        journal.close();
        geo.close();
        installation.close();
    }

    private void checkAlive() throws IOException {
        String reason = failure();
        if (reason != null) {
            throw new IOException(reason);
        }
    }
}
