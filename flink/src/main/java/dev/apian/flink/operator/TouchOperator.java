// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import dev.apian.flink.source.Admitted;
import dev.apian.flink.wire.Known;
import dev.apian.flink.wire.Wire;
import dev.apian.flink.wire.WireType;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.entity.Entities;
import dev.apian.stage.entity.Touched;
import dev.apian.stream.Tick;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/// Stages 2 and 3: endpoint and entities of each call, by the templates in force at its tick. Needs no key, so
/// any task takes any call.
@SuppressWarnings("NullAway.Init") // Flink initialises on the machine that runs it
public final class TouchOperator extends AbstractStreamOperator<Touched>
        implements TwoInputStreamOperator<Admitted, Known<Templates>, Touched> {

    private static final long serialVersionUID = 1;

    /// Calls that came too late: stored, never judged.
    public static final OutputTag<Touched> LATE = new OutputTag<>("late", new WireType<>(Wire.TOUCHED));

    private transient Held<Admitted> held;
    private transient ListState<byte[]> heldState;
    private transient Knowing<Templates> knowing;

    @Override
    public void processElement1(StreamRecord<Admitted> element) {
        Admitted call = element.getValue();
        if (call.late()) {
            output.collect(LATE, new StreamRecord<>(touch(call, knowing.latest())));
        } else {
            held.add(call);
        }
    }

    @Override
    public void processElement2(StreamRecord<Known<Templates>> element) {
        knowing.learn(element.getValue());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        held.release(mark.getTimestamp(), call -> {
            Touched touched = touch(call, knowing.at(Tick.of(call.micros())));
            output.collect(new StreamRecord<>(touched, call.micros()));
        });
        knowing.forgetBefore(Tick.of(mark.getTimestamp()));
        super.processWatermark(mark);
    }

    private static Touched touch(Admitted call, Templates templates) {
        return Entities.of(templates.route(call.call()));
    }

    @Override
    public void open() throws Exception {
        super.open();
        getMetricGroup().gauge("held", () -> held.size());
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        held = new Held<>(Wire.ADMITTED);
        heldState = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("held", BytePrimitiveArraySerializer.INSTANCE));
        held.load(heldState, call -> true);
        knowing = new Knowing<>(Wire.TEMPLATES, Templates.NONE);
        knowing.load(getOperatorStateBackend());
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        held.save(heldState);
        knowing.save(getOperatorStateBackend());
    }
}
