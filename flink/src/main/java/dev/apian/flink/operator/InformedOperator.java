// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import dev.apian.flink.wire.Known;
import dev.apian.flink.wire.Wire;
import dev.apian.stream.State;
import dev.apian.stream.Tick;
import dev.apian.stream.Timed;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/// A keyed operator that needs knowledge: each item meets what was published by the beginning of its tick.
///
/// The watermark of the knowledge says up to when its learner has learned. Flink's watermark of both inputs is
/// the earlier of the two, so whatever it has passed finds its knowledge here.
///
/// @param <K> the knowledge, in force from tick to tick
@SuppressWarnings("NullAway.Init") // Flink initialises on the machine that runs it
abstract class InformedOperator<I extends Timed, K, S extends State, O> extends KeyedOperator<I, S, O>
        implements TwoInputStreamOperator<I, Known<K>, O> {

    private static final long serialVersionUID = 1;

    private final Wire knowledgeWire;
    private transient Knowing<K> knowing;

    InformedOperator(Wire wire, Wire knowledgeWire, int liveMax) {
        super(wire, liveMax);
        this.knowledgeWire = knowledgeWire;
    }

    /// What is in force before anything was published.
    abstract K unknown();

    final K knownTo(Timed item) {
        return knowing.at(Tick.of(item.micros()));
    }

    @Override
    public void processElement1(StreamRecord<I> element) throws Exception {
        hold(element.getValue());
    }

    @Override
    public void processElement2(StreamRecord<Known<K>> element) {
        knowing.learn(element.getValue());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        super.processWatermark(mark);
        knowing.forgetBefore(Tick.of(mark.getTimestamp()));
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        knowing = new Knowing<>(knowledgeWire, unknown());
        knowing.load(getOperatorStateBackend());
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        knowing.save(getOperatorStateBackend());
        super.snapshotState(context);
    }
}
