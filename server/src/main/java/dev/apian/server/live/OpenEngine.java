// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.Pipeline;
import dev.apian.engine.Engine;
import dev.apian.engine.EngineSettings;
import dev.apian.engine.Installation;
import dev.apian.engine.geo.Geo;
import dev.apian.lake.Retention;
import dev.apian.stage.signal.Rota;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The engine of a data directory, which can be opened again where its last checkpoint left off.
final class OpenEngine implements AutoCloseable {

    /// The note in the checkpoint that says how far the journal was read.
    private static final String POSITION = "journal";

    private final Installation installation;
    private final Pipeline pipeline;
    private final LiveSettings settings;
    private final Geo geo;
    /// Null leaves the detections as the pipeline has them.
    private volatile @Nullable Rota rota;

    private volatile Retention retention;
    private volatile @Nullable Engine engine;

    OpenEngine(Installation installation, Pipeline pipeline, @Nullable Rota rota, LiveSettings settings, Geo geo) {
        this.installation = installation;
        this.pipeline = pipeline;
        this.rota = rota;
        this.settings = settings;
        this.retention = settings.keeping().retention();
        this.geo = geo;
    }

    void open() throws IOException {
        Engine opened = Engine.open(installation, pipeline, EngineSettings.DEFAULT.withLateness(settings.lateness()));
        Rota told = rota;
        if (told != null) {
            opened.follow(told);
        }
        opened.locateWith(geo);
        opened.lake().keep(retention);
        opened.lake().waitForRoom();
        engine = opened;
    }

    /// The one opened last.
    Engine get() {
        Engine opened = engine;
        if (opened == null) {
            throw new IllegalStateException("the engine was never opened");
        }
        return opened;
    }

    /// From the next tick on; also of an engine that is opened again. Any thread.
    void follow(Rota other) {
        rota = other;
        get().follow(other);
    }

    /// From now on; also of an engine that is opened again. Any thread.
    void keep(Retention other) {
        retention = other;
        get().lake().keep(other);
        get().lake().tidy();
    }

    Installation installation() {
        return installation;
    }

    /// Asked at each checkpoint, from now until it is opened again.
    void notesFrom(Refused refused, Skipped skipped, Replayables replayables, Supplier<Long> position) {
        get().positions(() -> {
            Map<String, String> notes = new TreeMap<>(refused.notes());
            notes.putAll(skipped.notes());
            notes.putAll(replayables.positions());
            notes.put(POSITION, Long.toString(position.get()));
            return notes;
        });
    }

    /// How far the journal is covered.
    long positionAtCheckpoint() {
        return Long.parseLong(get().notes().getOrDefault(POSITION, "0"));
    }

    @Override
    public void close() throws IOException {
        get().close();
    }
}
