// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import dev.apian.flink.Steps;
import dev.apian.flink.wire.Known;
import dev.apian.flink.wire.Wire;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.profile.Lesson;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.PopulationLearner;
import dev.apian.stream.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/// Learns what is usual across actors from lessons, one whole tick after the other, and publishes it for the
/// ticks after. There is one for the whole job.
///
/// A runner in one process publishes at the first call of a tick. This one does not see calls, so it publishes
/// wherever that could change something: after a tick with lessons, at the beginning of an hour, and where
/// endpoints merged.
@SuppressWarnings("NullAway.Init") // Flink initialises on the machine that runs it
public final class PopulationOperator extends AbstractStreamOperator<Known<Population>>
        implements TwoInputStreamOperator<Lesson, Known<Templates>, Known<Population>> {

    private static final long serialVersionUID = 1;

    private transient TreeMap<Long, List<Lesson>> waiting;
    /// Tides are published every ten minutes, all else once an hour.
    private static final long PUBLISHED_EVERY = Tick.PER_HOUR / 6;

    private transient PopulationLearner learner;
    private transient Knowing<Templates> knowing;
    private transient Population published;

    /// The last tick at which was published, none yet at first.
    private transient long at;

    private transient ListState<byte[]> state;

    @Override
    public void processElement1(StreamRecord<Lesson> element) {
        waiting.computeIfAbsent(Tick.of(element.getTimestamp()), tick -> new ArrayList<>())
                .add(element.getValue());
    }

    @Override
    public void processElement2(StreamRecord<Known<Templates>> element) {
        knowing.learn(element.getValue());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        long open = Ticks.openAt(mark.getTimestamp());
        for (Map.Entry<Long, List<Lesson>> tick = waiting.firstEntry();
                tick != null && tick.getKey() < open;
                tick = waiting.firstEntry()) {
            waiting.remove(tick.getKey());
            publishUpTo(tick.getKey());
            tick.getValue().forEach(learner::learn);
            publish(tick.getKey() + 1);
        }
        if (open != Long.MAX_VALUE) {
            publishUpTo(open);
            knowing.forgetBefore(open);
        }
        super.processWatermark(mark);
    }

    /// Publishes at the hours and at the changes of templates since the last time, up to a tick.
    private void publishUpTo(long tick) {
        if (at == Long.MIN_VALUE) {
            publish(tick);
            return;
        }
        if (tick <= at) {
            return;
        }
        TreeSet<Long> moments = new TreeSet<>(knowing.ticksWithin(at, tick));
        for (long next = (Math.floorDiv(at, PUBLISHED_EVERY) + 1) * PUBLISHED_EVERY;
                next <= tick;
                next += PUBLISHED_EVERY) {
            moments.add(next);
        }
        moments.forEach(this::publish);
        at = tick;
    }

    @SuppressWarnings("ReferenceEquality") // the learner gives the same snapshot until something changed
    private void publish(long tick) {
        at = tick;
        learner.follow(knowing.at(tick));
        Population now = learner.publish(tick);
        if (now != published) {
            published = now;
            output.collect(new StreamRecord<>(new Known<>(tick, now)));
        }
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        waiting = new TreeMap<>();
        learner = Steps.PIPELINE.populationLearner();
        published = Population.UNKNOWN;
        at = Long.MIN_VALUE;
        knowing = new Knowing<>(Wire.TEMPLATES, Templates.NONE);
        knowing.load(getOperatorStateBackend());
        state = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("learner", BytePrimitiveArraySerializer.INSTANCE));
        for (byte[] bytes : state.get()) {
            Packed.unpack(bytes, in -> {
                at = in.readLong();
                learner.load(in);
                for (int ticks = in.readInt(); ticks > 0; ticks--) {
                    List<Lesson> lessons = new ArrayList<>();
                    waiting.put(in.readLong(), lessons);
                    for (int left = in.readInt(); left > 0; left--) {
                        lessons.add((Lesson) Wire.LESSON.read(in));
                    }
                }
                return at;
            });
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        knowing.save(getOperatorStateBackend());
        state.clear();
        state.add(Packed.pack(out -> {
            out.writeLong(at);
            learner.save(out);
            out.writeInt(waiting.size());
            for (Map.Entry<Long, List<Lesson>> tick : waiting.entrySet()) {
                out.writeLong(tick.getKey());
                out.writeInt(tick.getValue().size());
                for (Lesson lesson : tick.getValue()) {
                    Wire.LESSON.write(lesson, out);
                }
            }
        }));
    }
}
