// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import dev.apian.flink.Steps;
import dev.apian.flink.sink.Lakebound;
import dev.apian.flink.wire.Known;
import dev.apian.flink.wire.Wire;
import dev.apian.flink.wire.WireType;
import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.TemplateLearner;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stream.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/// Learns the endpoints from bare calls, one whole tick after the other, and publishes them for the next tick.
/// There is one for the whole job.
@SuppressWarnings("NullAway.Init") // Flink initialises on the machine that runs it
public final class TemplateOperator extends AbstractStreamOperator<Known<Templates>>
        implements OneInputStreamOperator<Call, Known<Templates>> {

    private static final long serialVersionUID = 1;

    /// The endpoints for the lake, if they changed since the last checkpoint.
    public static final OutputTag<Lakebound> ENDPOINTS = new OutputTag<>("endpoints", new WireType<>(Wire.LAKEBOUND));

    private transient TreeMap<Long, List<Call>> waiting;
    private transient TemplateLearner learner;
    private transient Templates published;
    private transient Templates told;
    private transient ListState<byte[]> state;

    @Override
    public void processElement(StreamRecord<Call> element) {
        Call call = element.getValue();
        waiting.computeIfAbsent(Tick.of(call.micros()), tick -> new ArrayList<>())
                .add(call);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        long open = Ticks.openAt(mark.getTimestamp());
        for (Map.Entry<Long, List<Call>> tick = waiting.firstEntry();
                tick != null && tick.getKey() < open;
                tick = waiting.firstEntry()) {
            waiting.remove(tick.getKey());
            learn(tick.getValue());
            publish(tick.getKey() + 1);
        }
        super.processWatermark(mark);
    }

    @SuppressWarnings("ReferenceEquality") // the learner gives the same snapshot until something changed
    private void publish(long tick) {
        Templates now = learner.publish(tick);
        if (now != published) {
            published = now;
            output.collect(new StreamRecord<>(new Known<>(tick, now)));
        }
    }

    private void learn(List<Call> calls) {
        calls.sort(Call.ORDER);
        for (Call call : calls) {
            learner.learn(published.route(call));
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) {
        tellEndpoints();
    }

    @Override
    public void finish() throws Exception {
        tellEndpoints();
        super.finish();
    }

    @SuppressWarnings("ReferenceEquality") // another snapshot is another set of endpoints
    private void tellEndpoints() {
        if (published != told) {
            told = published;
            output.collect(ENDPOINTS, new StreamRecord<>(new Lakebound.Endpoints(learner.listed())));
        }
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        waiting = new TreeMap<>();
        learner = Steps.PIPELINE.templateLearner();
        published = Templates.NONE;
        told = Templates.NONE;
        state = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("learner", BytePrimitiveArraySerializer.INSTANCE));
        for (byte[] bytes : state.get()) {
            Packed.unpack(bytes, in -> {
                learner.load(in);
                published = learner.publish(0);
                for (int left = in.readInt(); left > 0; left--) {
                    Call call = (Call) Wire.CALL.read(in);
                    processElement(new StreamRecord<>(call));
                }
                return published;
            });
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        state.clear();
        state.add(Packed.pack(out -> {
            learner.save(out);
            out.writeInt(waiting.values().stream().mapToInt(List::size).sum());
            for (List<Call> calls : waiting.values()) {
                for (Call call : calls) {
                    Wire.CALL.write(call, out);
                }
            }
        }));
    }
}
