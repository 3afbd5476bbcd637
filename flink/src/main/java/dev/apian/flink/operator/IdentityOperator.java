// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import dev.apian.flink.Steps;
import dev.apian.flink.wire.Wire;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.identity.IdentityMemory;
import dev.apian.stage.identity.IdentityStep;
import dev.apian.stream.State;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/// Stage 4: the actor behind each call. State is keyed by credential, and what a call grants goes to the state
/// of the credential granted.
///
/// There is one task, so that a grant reaches another key's state before that key's next call: chains of grants
/// have no length that a graph of operators without loops could have. docs/decisions/0009 has the reasons and
/// what it costs.
public final class IdentityOperator extends KeyedOperator<Touched, State, Identified>
        implements OneInputStreamOperator<Touched, Identified> {

    private static final long serialVersionUID = 1;

    /// Credentials whose state stays live; about 300 bytes each.
    private static final int LIVE_MAX = 500_000;

    @SuppressWarnings("NullAway.Init") // Flink initialises on the machine that runs it
    private transient IdentityMemory identity;

    @SuppressWarnings("NullAway.Init") // as above
    private transient ListState<byte[]> identityState;

    public IdentityOperator() {
        super(Wire.TOUCHED, LIVE_MAX);
    }

    @Override
    public void processElement(StreamRecord<Touched> element) {
        hold(element.getValue());
    }

    @Override
    void process(Touched call) throws Exception {
        Identified identified = step().resolve(call, memory(), identity);
        output.collect(new StreamRecord<>(identified, call.micros()));
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        identity = step().freshMemory();
        identityState = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("identity", BytePrimitiveArraySerializer.INSTANCE));
        for (byte[] bytes : identityState.get()) {
            Packed.unpack(bytes, in -> {
                identity.load(in);
                return identity;
            });
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        identityState.update(List.of(Packed.pack(identity::save)));
        super.snapshotState(context);
    }

    @Override
    long keyOf(Touched call) {
        return step().keyOf(call);
    }

    @Override
    Supplier<State> freshState() {
        return step()::freshState;
    }

    @Override
    Duration memoryOfSilent() {
        return step().memory();
    }

    private static IdentityStep step() {
        return Steps.PIPELINE.identity();
    }
}
