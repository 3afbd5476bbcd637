// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import dev.apian.flink.Steps;
import dev.apian.flink.wire.Wire;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.Profiled;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.SignalStep;
import dev.apian.stage.signal.Watch;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/// Stage 6 for actors: the detectors look at each call beside its profile and the population.
public final class SignalOperator extends InformedOperator<Profiled, Population, Watch, Signal> {

    private static final long serialVersionUID = 1;

    /// Actors of a task whose detections stay live.
    private static final int LIVE_MAX = 20_000;

    public SignalOperator() {
        super(Wire.PROFILED, Wire.POPULATION, LIVE_MAX);
    }

    @Override
    void process(Profiled call) throws Exception {
        step().process(
                        stateOf(keyOf(call), call.micros()),
                        call,
                        knownTo(call),
                        signal -> output.collect(new StreamRecord<>(signal, signal.micros())));
    }

    @Override
    long keyOf(Profiled call) {
        return step().keyOf(call);
    }

    @Override
    Population unknown() {
        return Population.UNKNOWN;
    }

    @Override
    Supplier<Watch> freshState() {
        return step()::freshState;
    }

    @Override
    Duration memoryOfSilent() {
        return step().memory();
    }

    private static SignalStep step() {
        return Steps.PIPELINE.signals();
    }
}
