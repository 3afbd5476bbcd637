// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import dev.apian.flink.wire.Wire;
import dev.apian.stream.State;
import dev.apian.stream.Timed;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.jspecify.annotations.Nullable;

/// An operator that holds its items until event time has passed them, in event order, and keeps a state for
/// each key.
///
/// @param <I> what comes in
/// @param <S> the state of one key
/// @param <O> what goes out
@SuppressWarnings("NullAway.Init") // Flink initialises on the machine that runs it
abstract class KeyedOperator<I extends Timed, S extends State, O> extends AbstractStreamOperator<O>
        implements Triggerable<Long, VoidNamespace> {

    private static final long serialVersionUID = 1;

    private final Wire wire;
    private final int liveMax;
    private transient Held<I> held;
    private transient ListState<byte[]> heldState;
    private transient @Nullable KeyedMemory<S> memory;

    /// @param wire    how items that wait are kept
    /// @param liveMax states of this task that stay live objects
    KeyedOperator(Wire wire, int liveMax) {
        this.wire = wire;
        this.liveMax = liveMax;
    }

    abstract long keyOf(I item);

    abstract Supplier<S> freshState();

    abstract Duration memoryOfSilent();

    abstract void process(I item) throws Exception;

    /// Whether a saved item belongs to this task.
    boolean isMine(I item) {
        TaskInfo task = getRuntimeContext().getTaskInfo();
        return task.getIndexOfThisSubtask()
                == KeyGroupRangeAssignment.assignKeyToParallelOperator(
                        keyOf(item), task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks());
    }

    final void hold(I item) {
        held.add(item);
    }

    final S stateOf(long key, long micros) throws Exception {
        return memory().of(key, micros);
    }

    final KeyedMemory<S> memory() throws Exception {
        KeyedMemory<S> current = memory;
        if (current == null) {
            InternalTimerService<VoidNamespace> timers =
                    getInternalTimerService("silent", VoidNamespaceSerializer.INSTANCE, this);
            current = new KeyedMemory<>(
                    freshState(),
                    memoryOfSilent(),
                    liveMax,
                    getRuntimeContext()
                            .getState(new ValueStateDescriptor<>("state", BytePrimitiveArraySerializer.INSTANCE)),
                    this::setCurrentKey,
                    timers);
            memory = current;
        }
        return current;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        held = new Held<>(wire);
        heldState = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("held", BytePrimitiveArraySerializer.INSTANCE));
        Predicate<I> mine = this::isMine;
        held.load(heldState, mine);
    }

    @Override
    public void open() throws Exception {
        super.open();
        memory();
        getMetricGroup().gauge("held", () -> held.size());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        held.release(mark.getTimestamp(), this::process);
        super.processWatermark(mark);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        memory().flush();
        held.save(heldState);
        super.snapshotState(context);
    }

    @Override
    public void onEventTime(InternalTimer<Long, VoidNamespace> timer) throws Exception {
        memory().expire(timer.getKey(), timer.getTimestamp());
    }

    @Override
    public void onProcessingTime(InternalTimer<Long, VoidNamespace> timer) {
        throw new IllegalStateException("no timers of processing time are set");
    }
}
