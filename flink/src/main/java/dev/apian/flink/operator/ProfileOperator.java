// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import dev.apian.flink.Steps;
import dev.apian.flink.wire.Wire;
import dev.apian.flink.wire.WireType;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.ActorProfile;
import dev.apian.stage.profile.Dossier;
import dev.apian.stage.profile.Lesson;
import dev.apian.stage.profile.ProfileStep;
import dev.apian.stage.profile.Profiled;
import dev.apian.stream.Tick;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/// Stage 5: the call beside its actor's history.
public final class ProfileOperator extends InformedOperator<Identified, Templates, ActorProfile, Profiled> {

    private static final long serialVersionUID = 1;

    /// Lessons for the learner of the population, with the time of the call that taught them.
    public static final OutputTag<Lesson> LESSONS = new OutputTag<>("lessons", new WireType<>(Wire.LESSON));

    /// Calls that some detector of networks cares about.
    public static final OutputTag<Identified> OF_NETWORKS =
            new OutputTag<>("of-networks", new WireType<>(Wire.IDENTIFIED));

    /// Actors that got another facet since the last checkpoint, or are seen in another hour.
    public static final OutputTag<Dossier> ACTORS = new OutputTag<>("actors", new WireType<>(Wire.ACTOR));

    /// Actors of a task whose profile stays live; 10 to 40 kB each.
    private static final int LIVE_MAX = 20_000;

    @SuppressWarnings("NullAway.Init") // made on the machine that runs it
    private transient Map<Long, ActorProfile> changed;

    public ProfileOperator() {
        super(Wire.IDENTIFIED, Wire.TEMPLATES, LIVE_MAX);
    }

    @Override
    void process(Identified call) throws Exception {
        if (Steps.PIPELINE.networks().concerns(call)) {
            output.collect(OF_NETWORKS, new StreamRecord<>(call, call.micros()));
        }
        ActorProfile profile = stateOf(keyOf(call), call.micros());
        if (!call.links().isEmpty() || isAnotherHour(profile.dossier().last(), call.micros())) {
            changed.put(keyOf(call), profile);
        }
        step().process(profile, call, knownTo(call), given -> {
            switch (given) {
                case Lesson lesson -> output.collect(LESSONS, new StreamRecord<>(lesson, call.micros()));
                case Profiled profiled -> output.collect(new StreamRecord<>(profiled, call.micros()));
            }
        });
    }

    /// Who changed since the last checkpoint goes with this one.
    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) {
        tellChanged();
    }

    @Override
    public void finish() throws Exception {
        tellChanged();
        super.finish();
    }

    private void tellChanged() {
        changed.values().forEach(profile -> output.collect(ACTORS, new StreamRecord<>(profile.dossier())));
        changed.clear();
    }

    @Override
    public void open() throws Exception {
        super.open();
        changed = new LinkedHashMap<>();
    }

    private static boolean isAnotherHour(long before, long now) {
        long hour = Tick.PER_HOUR * Tick.MICROS;
        return Math.floorDiv(before, hour) != Math.floorDiv(now, hour);
    }

    @Override
    long keyOf(Identified call) {
        return step().keyOf(call);
    }

    @Override
    Templates unknown() {
        return Templates.NONE;
    }

    @Override
    Supplier<ActorProfile> freshState() {
        return step()::freshState;
    }

    @Override
    Duration memoryOfSilent() {
        return step().memory();
    }

    private static ProfileStep step() {
        return Steps.PIPELINE.profile();
    }
}
