// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.Pipeline;
import dev.apian.engine.geo.Geo;
import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.PopulationLearner;
import dev.apian.stage.signal.Rota;
import dev.apian.stream.EventOrder;
import dev.apian.stream.Tick;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs the pipeline over calls that come nearly by time, and keeps everything in one data directory.
///
/// One thread offers calls. They wait in event order until no earlier one can come, pass the [Front], gather
/// in a batch, and run through the [Shards] in parallel. At the first call of a new tick the learners learn,
/// triage looks at the signals, and new knowledge is published; only there can a [Checkpoint] be taken. A
/// checkpoint holds the state at the tick, the calls waiting, the positions of the sources and the list of
/// lake files: one atomic write to the [StateStore].
public final class Engine implements AutoCloseable {

    /// Calls that go through the shards together.
    static final int BATCH_MAX = 8_192;

    /// The note in the checkpoint that says how much was seen.
    private static final String COVERAGE = "coverage";

    private final Pipeline pipeline;
    private final EngineSettings settings;
    private final EventOrder<Call> order;
    private final StateStore store;
    private final Parts parts;
    private final LiveStates states;
    private final Front front;
    private final Shards shards;
    private final PopulationLearner population;
    private final AlertBook alerts = new AlertBook();
    private final Triage triage;
    private final Recorder recorder;
    private final Tables tables;
    private final Spoken corrections;
    private final CoverageByHour coverage = new CoverageByHour();
    private final Map<String, String> notes = new TreeMap<>();
    private Supplier<Map<String, String>> positions = Map::of;
    private CallBatch batch;
    private Population known = Population.UNKNOWN;
    private @Nullable Geo geo;
    private long tick = Long.MIN_VALUE;
    private long sweptDay = Long.MIN_VALUE;
    private Counts counts = new Counts(0, 0, Long.MIN_VALUE);
    private long callsAtCheckpoint;
    private long actorsVersion;
    private Templates endpointsWritten = Templates.NONE;
    /// Of calls and of signals.
    private final Set<String> filesSinceCheckpoint = new TreeSet<>();

    /// @param eventMicros event time of the latest call judged
    record Counts(long calls, long late, long eventMicros) {}

    private Engine(Installation installation, Pipeline pipeline, EngineSettings settings, StateStore store)
            throws IOException {
        this.pipeline = pipeline;
        this.batch = new CallBatch(pipeline);
        this.store = store;
        this.parts = new Parts(store);
        this.settings = settings;
        this.order = new EventOrder<>(settings.lateness().toMillis() * 1_000, settings.heldMax());
        this.front = new Front(pipeline, store);
        this.shards = new Shards(pipeline, settings.threads(), store);
        this.population = pipeline.populationLearner();
        this.triage = new Triage(pipeline, alerts, store);
        this.states = new LiveStates(store, settings, front, shards, triage);
        this.recorder = new Recorder(installation.root());
        this.tables = new Tables(installation.root());
        this.corrections = new Spoken(Corrections.open(installation.root()));
        corrections.begin(front);
    }

    /// Opens an engine where its last checkpoint left off. What the lake holds beyond that is taken back: the
    /// sources will bring it again from the positions in [#notes].
    public static Engine open(Installation installation, Pipeline pipeline, EngineSettings settings)
            throws IOException {
        Engine engine = create(installation, pipeline, settings);
        try {
            engine.goBackToCheckpoint();
            return engine;
        } catch (IOException | RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private static Engine create(Installation installation, Pipeline pipeline, EngineSettings settings)
            throws IOException {
        StateStore store = StateStore.open(installation);
        try {
            return new Engine(installation, pipeline, settings, store);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private void goBackToCheckpoint() throws IOException {
        Set<String> files = store.isEmpty() ? Set.of() : load();
        coverage.load(notes.getOrDefault(COVERAGE, ""));
        recorder.goBackTo(files);
        tables.goBackTo(files);
    }

    /// From now on, addresses that come without a place are looked up.
    public void locateWith(Geo addresses) {
        geo = addresses;
    }

    /// From the next tick on, the detections at work are those of the rota.
    public void follow(Rota rota) {
        corrections.follow(rota);
    }

    /// Takes a call in. One that comes later than allowed is stored and counted, not judged.
    public void offer(Call read) throws IOException {
        Call call = geo == null ? read : read.withOrigin(geo.locate(read.origin()));
        if (order.offer(call)) {
            release();
        } else {
            counts = new Counts(counts.calls, counts.late + 1, counts.eventMicros);
            coverage.late(call);
            recorder.recordLate(front.touchOnly(call));
        }
    }

    /// Event time has reached `micros`, though no call says so: live traffic paused.
    public void advanceTo(long micros) throws IOException {
        order.advanceTo(micros);
        release();
        if (Tick.of(order.watermark()) > tick && tick != Long.MIN_VALUE) {
            endTick();
            if (isCheckpointDue()) {
                checkpoint(null);
            }
        }
    }

    /// The input is at its end for now: everything waiting is judged, and a checkpoint taken.
    public void finish() throws IOException {
        try {
            order.drain(this::run);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        endTick();
        tick = Long.MIN_VALUE;
        checkpoint(null);
    }

    /// Makes what was judged so far visible to queries.
    @SuppressWarnings("ReferenceEquality") // another snapshot is another set of endpoints
    public void flush() throws IOException {
        runBatch();
        filesSinceCheckpoint.addAll(recorder.flush());
        filesSinceCheckpoint.addAll(tables.writeSignals());
        tables.writeAlerts(alerts);
        if (front.templates() != endpointsWritten) {
            writeEndpoints();
        }
    }

    /// Shows the alerts of the open tick as they would be if it ended now. Changes nothing that is kept.
    public void preview() throws IOException {
        runBatch();
        triage.preview(shards);
    }

    /// How the lake is looked after.
    public LakeCare lake() {
        return recorder.care();
    }

    /// Takes a checkpoint at the next tick.
    public void checkpointSoon() {
        callsAtCheckpoint = Long.MIN_VALUE / 2;
    }

    public AlertBook alerts() {
        return alerts;
    }

    /// Small texts that are kept with every checkpoint: how far each source was read.
    public Map<String, String> notes() {
        return notes;
    }

    /// Asked at every checkpoint, by the thread that offers calls: how far the sources are, for [#notes].
    public void positions(Supplier<Map<String, String>> source) {
        positions = source;
    }

    /// Calls judged so far, over all runs on this data directory.
    public long calls() {
        return counts.calls;
    }

    /// Calls that came too late to be judged, over all runs.
    public long late() {
        return counts.late;
    }

    /// Event time of the latest call judged, microseconds; `Long.MIN_VALUE` if none was.
    public long eventMicros() {
        return counts.eventMicros;
    }

    public long signals() {
        return triage.count();
    }

    public int actors() {
        return shards.actors();
    }

    public Templates templates() {
        return front.templates();
    }

    /// What is known across actors at the moment: a snapshot.
    public Population population() {
        return known;
    }

    /// How much was seen of each of the last hours, the oldest first.
    public List<CoveredHour> coverage() {
        return coverage.hours();
    }

    /// Everything dropped to stay within a limit, by the name of the limit; empty when nothing was.
    public Map<String, Long> dropped() {
        return Dropped.in(front, shards, triage, population, alerts, corrections, recorder.upkeepFailures());
    }

    private void release() throws IOException {
        try {
            order.release(this::run);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void run(Call call) {
        try {
            long now = Tick.of(call.micros());
            if (now != tick) {
                endTick();
                if (isCheckpointDue()) {
                    checkpoint(call);
                }
                beginTick(now);
            }
            Identified identified = front.run(call);
            coverage.judged(identified);
            batch.add(identified);
            counts = new Counts(counts.calls + 1, counts.late, Math.max(counts.eventMicros, call.micros()));
            if (batch.size() == BATCH_MAX) {
                runBatch();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isCheckpointDue() {
        return counts.calls - callsAtCheckpoint >= settings.checkpointCalls() || states.isCrowded();
    }

    private void beginTick(long now) {
        tick = now;
        corrections.follow(front, shards, pipeline, tick * Tick.MICROS);
        Templates templates = front.publish(tick);
        population.follow(templates);
        known = population.publish(tick);
        long day = Math.floorDiv(tick, Tick.PER_DAY);
        if (day != sweptDay) {
            sweptDay = day;
            long micros = tick * Tick.MICROS;
            front.sweep(micros, settings.credentialsMax());
            shards.sweep(micros, settings.actorsMax());
            triage.sweep(micros);
        }
    }

    private void endTick() throws IOException {
        runBatch();
        shards.drain(population::learn, triage::take);
        triage.endTick(tables::take);
        if (tables.isFull()) {
            filesSinceCheckpoint.addAll(tables.writeSignals());
        }
    }

    private void runBatch() throws IOException {
        if (batch.size() > 0) {
            recorder.record(batch.calls(), shards.run(batch, front.templates(), known));
            batch = new CallBatch(pipeline);
        }
    }

    /// @param next the call that began the new tick and is not judged yet
    private void checkpoint(@Nullable Call next) throws IOException {
        notes.putAll(positions.get());
        notes.put(COVERAGE, coverage.note());
        filesSinceCheckpoint.addAll(recorder.flush());
        filesSinceCheckpoint.addAll(tables.writeSignals());
        actorsVersion = Math.max(actorsVersion + 1, counts.eventMicros);
        try (StateStore.Commit commit = store.begin()) {
            states.save(commit, tables);
            filesSinceCheckpoint.addAll(tables.writeActors(actorsVersion));
            save(commit, next);
            commit.write();
        }
        states.rest();
        recorder.checkpointed();
        tables.checkpointed();
        filesSinceCheckpoint.clear();
        tables.writeAlerts(alerts);
        front.publish(tick);
        writeEndpoints();
        callsAtCheckpoint = counts.calls;
    }

    private void writeEndpoints() throws IOException {
        endpointsWritten = front.templates();
        tables.writeEndpoints(front.listed());
    }

    private void save(StateStore.Commit commit, @Nullable Call next) throws IOException {
        parts.save("run", out -> save(out, next), commit);
        parts.save("front", front::save, commit);
        parts.save("population", population::save, commit);
        parts.save("shards", shards::save, commit);
        parts.save("triage", triage::save, commit);
        alerts.save(commit);
    }

    private void save(DataOutput out, @Nullable Call next) throws IOException {
        out.writeLong(actorsVersion);
        out.writeLong(alerts.forgotten());
        out.writeLong(counts.calls);
        out.writeLong(counts.late);
        out.writeLong(counts.eventMicros);
        Texts.save(filesSinceCheckpoint, out);
        Texts.save(notes, out);
        Waiting.save(next, order.snapshot(), out);
    }

    /// @return the files of the lake that the checkpoint names
    private Set<String> load() throws IOException {
        Set<String> files = new HashSet<>();
        parts.load("run", in -> load(in, files));
        parts.load("front", front::load);
        parts.load("population", population::load);
        known = population.published();
        parts.load("shards", shards::load);
        parts.load("triage", triage::load);
        states.load();
        return files;
    }

    private void load(DataInput in, Set<String> files) throws IOException {
        actorsVersion = in.readLong();
        alerts.load(store.alerts(), in.readLong());
        counts = new Counts(in.readLong(), in.readLong(), in.readLong());
        callsAtCheckpoint = counts.calls;
        Texts.load(in, files);
        Texts.load(in, notes);
        order.restore(Waiting.load(in));
    }

    /// Gives the data directory free. What came after the last checkpoint is not kept; call [#finish] first
    /// to keep it.
    @Override
    public void close() throws IOException {
        shards.close();
        store.close();
        recorder.close();
    }
}
