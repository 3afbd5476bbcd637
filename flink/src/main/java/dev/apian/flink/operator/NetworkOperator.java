// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import dev.apian.flink.Steps;
import dev.apian.flink.wire.Wire;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.signal.NetworkStep;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Watch;
import dev.apian.stream.NoKnowledge;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/// Stage 6 for networks: the detectors that look at a network whoever its actors are.
public final class NetworkOperator extends KeyedOperator<Identified, Watch, Signal>
        implements OneInputStreamOperator<Identified, Signal> {

    private static final long serialVersionUID = 1;

    /// Networks of a task whose detections stay live.
    private static final int LIVE_MAX = 50_000;

    public NetworkOperator() {
        super(Wire.IDENTIFIED, LIVE_MAX);
    }

    @Override
    public void processElement(StreamRecord<Identified> element) {
        hold(element.getValue());
    }

    @Override
    void process(Identified call) throws Exception {
        Watch watch = stateOf(keyOf(call), call.micros());
        step().process(
                        watch,
                        call,
                        NoKnowledge.NONE,
                        signal -> output.collect(new StreamRecord<>(signal, signal.micros())));
    }

    @Override
    long keyOf(Identified call) {
        return step().keyOf(call);
    }

    @Override
    Supplier<Watch> freshState() {
        return step()::freshState;
    }

    @Override
    Duration memoryOfSilent() {
        return step().memory();
    }

    private static NetworkStep step() {
        return Steps.PIPELINE.networks();
    }
}
