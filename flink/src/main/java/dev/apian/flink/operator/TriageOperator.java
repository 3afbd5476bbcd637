// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import dev.apian.flink.Steps;
import dev.apian.flink.sink.Told;
import dev.apian.flink.wire.Wire;
import dev.apian.lake.row.AlertJson;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.triage.Alert;
import dev.apian.stage.triage.TriageState;
import dev.apian.stage.triage.TriageStep;
import dev.apian.stream.NoKnowledge;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/// Stage 7: the signals of an actor become alerts.
public final class TriageOperator extends KeyedOperator<Signal, TriageState, Told>
        implements OneInputStreamOperator<Signal, Told> {

    private static final long serialVersionUID = 1;

    /// Actors of a task whose story stays live.
    private static final int LIVE_MAX = 50_000;

    public TriageOperator() {
        super(Wire.SIGNAL, LIVE_MAX);
    }

    @Override
    public void processElement(StreamRecord<Signal> element) {
        hold(element.getValue());
    }

    @Override
    void process(Signal signal) throws Exception {
        TriageState story = stateOf(keyOf(signal), signal.micros());
        step().process(
                        story,
                        signal,
                        NoKnowledge.NONE,
                        alert -> output.collect(new StreamRecord<>(told(alert), signal.micros())));
    }

    private static Told told(Alert alert) {
        // Every signal of a story either repeats another or adds to them: the sum grows by one each time.
        long version = alert.repeated() + alert.signals().size();
        return new Told(alert.id(), alert.raised(), version, AlertJson.of(alert));
    }

    @Override
    long keyOf(Signal signal) {
        return step().keyOf(signal);
    }

    @Override
    Supplier<TriageState> freshState() {
        return step()::freshState;
    }

    @Override
    Duration memoryOfSilent() {
        return step().memory();
    }

    private static TriageStep step() {
        return Steps.PIPELINE.triage();
    }
}
