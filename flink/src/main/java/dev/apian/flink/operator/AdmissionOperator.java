// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import dev.apian.flink.source.Admitted;
import dev.apian.flink.source.Arrival;
import dev.apian.flink.source.DeadLetter;
import dev.apian.flink.wire.Wire;
import dev.apian.flink.wire.WireType;
import dev.apian.stage.call.CallCodec;
import dev.apian.stream.EventClock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/// Says of each call whether it came in time, and puts aside what is no call.
///
/// Whether a call is late depends on its own partition only, by the rule of [EventClock]: not on how fast the
/// partitions are read beside each other. The clocks are part of the state, so after a failure the same calls
/// are late again.
@SuppressWarnings("NullAway.Init") // Flink initialises on the machine that runs it
public final class AdmissionOperator extends AbstractStreamOperator<Admitted>
        implements OneInputStreamOperator<Arrival, Admitted> {

    private static final long serialVersionUID = 1;

    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", new WireType<>(Wire.DEAD_LETTER));

    private final long latenessMicros;
    private transient Map<String, Gate> gates;
    private transient ListState<byte[]> gateState;

    public AdmissionOperator(long latenessMicros) {
        this.latenessMicros = latenessMicros;
    }

    @Override
    public void processElement(StreamRecord<Arrival> element) {
        switch (element.getValue()) {
            case Arrival.Refused(DeadLetter letter) -> {
                gate(letter.topic() + "-" + letter.partition()).refused++;
                output.collect(DEAD_LETTERS, new StreamRecord<>(letter));
            }
            case Arrival.Ended(String partition) -> gate(partition).clock.advanceTo(Long.MAX_VALUE);
            case Arrival.Read(String partition, var call) -> {
                Gate gate = gate(partition);
                boolean late = gate.clock.isLate(call.micros());
                gate.calls++;
                if (late) {
                    gate.late++;
                } else {
                    gate.clock.see(call.micros());
                }
                output.collect(new StreamRecord<>(new Admitted(call, late), call.micros()));
            }
        }
    }

    private Gate gate(String partition) {
        Gate gate = gates.computeIfAbsent(partition, name -> new Gate(latenessMicros));
        gate.mine = true;
        return gate;
    }

    @Override
    public void open() throws Exception {
        super.open();
        getMetricGroup().gauge("calls", () -> sum(gate -> gate.calls));
        getMetricGroup().gauge("late", () -> sum(gate -> gate.late));
        getMetricGroup().gauge("refused", () -> sum(gate -> gate.refused));
    }

    private long sum(ToLongFunction<Gate> what) {
        return gates.values().stream().filter(gate -> gate.mine).mapToLong(what).sum();
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        gates = new HashMap<>();
        gateState = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("gates", BytePrimitiveArraySerializer.INSTANCE));
        for (byte[] bytes : gateState.get()) {
            Packed.unpack(bytes, in -> {
                String partition = CallCodec.text(in);
                Gate gate = new Gate(latenessMicros);
                gate.calls = in.readLong();
                gate.late = in.readLong();
                gate.refused = in.readLong();
                gate.clock.load(in);
                // Several tasks may hold a partition that moved between them; the newest knows best.
                gates.merge(partition, gate, (a, b) -> a.records() >= b.records() ? a : b);
                return partition;
            });
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        gateState.clear();
        for (Map.Entry<String, Gate> entry : gates.entrySet()) {
            gateState.add(Packed.pack(out -> {
                CallCodec.text(out, entry.getKey());
                out.writeLong(entry.getValue().calls);
                out.writeLong(entry.getValue().late);
                out.writeLong(entry.getValue().refused);
                entry.getValue().clock.save(out);
            }));
        }
    }

    /// What is known of one partition.
    private static final class Gate {

        private final EventClock clock;
        private long calls;
        private long late;
        private long refused;

        /// Read by this task since it started.
        private boolean mine;

        private Gate(long latenessMicros) {
            this.clock = new EventClock(latenessMicros);
        }

        private long records() {
            return calls + refused;
        }
    }
}
