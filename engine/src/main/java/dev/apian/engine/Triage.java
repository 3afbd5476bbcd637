// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.Pipeline;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.triage.TriageState;
import dev.apian.stream.KeyedStates;
import dev.apian.stream.NoKnowledge;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The last stage: takes the signals of a tick in event order and keeps the alert book, and shows a [Preview] of it.
/// One thread.
final class Triage {

    private final Pipeline pipeline;
    private final AlertBook alerts;
    private final KeyedStates<TriageState> stories;
    private final Preview preview;
    private final List<Signal> signals = new ArrayList<>();
    private long count;

    Triage(Pipeline pipeline, AlertBook alerts, StateStore store) {
        this.pipeline = pipeline;
        this.alerts = alerts;
        this.stories = new KeyedStates<>(
                pipeline.triage()::freshState, pipeline.triage().memory(), store.cold(Kind.TRIAGE));
        this.preview = new Preview(pipeline, stories, alerts);
    }

    void take(Signal signal) {
        signals.add(signal);
    }

    /// @param told hears every signal, in event order
    void endTick(Consumer<Signal> told) {
        signals.sort(Signal.ORDER);
        for (Signal signal : signals) {
            TriageState state = stories.of(pipeline.triage().keyOf(signal), signal.micros());
            pipeline.triage().process(state, signal, NoKnowledge.NONE, alerts::put);
            told.accept(signal);
        }
        count += signals.size();
        signals.clear();
        preview.end();
    }

    /// Shows the alerts of the open tick as they would be if it ended now.
    void preview(Shards shards) {
        shards.show(preview::take);
        preview.show();
    }

    /// Signals that came into no preview, since there were too many in a tick.
    long unpreviewed() {
        return preview.leftOut();
    }

    /// Signals so far.
    long count() {
        return count;
    }

    void sweep(long micros) {
        stories.sweep(micros);
    }

    LiveStates.Homes<?> states() {
        return LiveStates.Homes.one(Kind.TRIAGE, stories);
    }

    /// All but the states by key.
    void save(DataOutput out) throws IOException {
        out.writeLong(count);
    }

    void load(DataInput in) throws IOException {
        count = in.readLong();
    }
}
