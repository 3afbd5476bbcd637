// SPDX-License-Identifier: Apache-2.0
package dev.apian;

import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.ActorProfile;
import dev.apian.stage.profile.Lesson;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.PopulationLearner;
import dev.apian.stage.profile.Profile.Provenance;
import dev.apian.stage.profile.ProfileStep;
import dev.apian.stage.profile.Profiled;
import dev.apian.stage.signal.Detections;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Watch;
import dev.apian.stage.triage.Alert;
import dev.apian.stage.triage.TriageState;
import dev.apian.stream.KeyedStates;
import dev.apian.stream.NoKnowledge;
import dev.apian.stream.Tick;
import java.util.ArrayList;
import java.util.List;

/// Judges calls once more, by several settings of the detections side by side: what would have been raised?
///
/// Endpoint, entities and identity of a stored call are known; so it begins at stage 5 and runs the very stages and
/// learners that judged it before. Histories and knowledge are learned once for all settings, since no detection
/// changes them. Calls come in event order. One thread.
public final class Replay {

    /// Actors remembered; beyond it the longest silent are forgotten, and counted.
    public static final int ACTORS_MAX = 200_000;

    private final ProfileStep profile = new ProfileStep();
    private final PopulationLearner learner = new PopulationLearner();
    private final KeyedStates<ActorProfile> profiles = new KeyedStates<>(profile::freshState, profile.memory());
    private final List<Bench> benches = new ArrayList<>();
    private final List<Lesson> lessons = new ArrayList<>();
    private Population population = Population.UNKNOWN;
    private long tick = Long.MIN_VALUE;
    private long sweptDay = Long.MIN_VALUE;
    private long forgotten;

    /// Hears what is raised, in event order for each of the settings.
    public interface Verdicts {

        void signalled(Signal signal);

        /// An alert, or a new version of one.
        void raised(Alert version);
    }

    /// Adds settings to judge by, before the first call.
    public void judgeBy(Detections detections, Verdicts verdicts) {
        benches.add(new Bench(new Pipeline(detections), verdicts));
    }

    /// @param how each entity touched was explained, peers left out
    public void take(Identified call, List<Provenance> how) {
        long now = Tick.of(call.micros());
        if (now != tick) {
            endTick();
            tick = now;
            population = learner.publish(tick);
            sweep(call.micros());
        }
        ActorProfile history = profiles.of(profile.keyOf(call), call.micros());
        profile.again(history, call, how, this::take);
        benches.forEach(bench -> bench.takeNetwork(call));
    }

    /// There are no more calls.
    public void finish() {
        endTick();
    }

    /// Actors forgotten to stay within [#ACTORS_MAX].
    public long forgotten() {
        return forgotten;
    }

    private void take(ProfileStep.Given given) {
        switch (given) {
            case Lesson lesson -> lessons.add(lesson);
            case Profiled call -> benches.forEach(bench -> bench.take(call, population));
        }
    }

    private void endTick() {
        lessons.forEach(learner::learn);
        lessons.clear();
        benches.forEach(Bench::endTick);
    }

    private void sweep(long micros) {
        long day = Math.floorDiv(tick, Tick.PER_DAY);
        if (day != sweptDay) {
            sweptDay = day;
            profiles.sweep(micros);
            forgotten += profiles.shrinkTo(ACTORS_MAX);
            benches.forEach(bench -> bench.sweep(micros));
        }
    }

    /// Stages 6 and 7 by one of the settings.
    private static final class Bench {

        private final Pipeline pipeline;
        private final Verdicts verdicts;
        private final KeyedStates<Watch> actors;
        private final KeyedStates<Watch> networks;
        private final KeyedStates<TriageState> stories;
        private final List<Signal> signals = new ArrayList<>();

        private Bench(Pipeline pipeline, Verdicts verdicts) {
            this.pipeline = pipeline;
            this.verdicts = verdicts;
            this.actors = new KeyedStates<>(
                    pipeline.signals()::freshState, pipeline.signals().memory());
            this.networks = new KeyedStates<>(
                    pipeline.networks()::freshState, pipeline.networks().memory());
            this.stories = new KeyedStates<>(
                    pipeline.triage()::freshState, pipeline.triage().memory());
        }

        private void take(Profiled call, Population population) {
            Watch watch = actors.of(pipeline.signals().keyOf(call), call.micros());
            pipeline.signals().process(watch, call, population, signals::add);
        }

        private void takeNetwork(Identified call) {
            Watch watch = networks.of(pipeline.networks().keyOf(call), call.micros());
            pipeline.networks().process(watch, call, NoKnowledge.NONE, signals::add);
        }

        private void endTick() {
            signals.sort(Signal.ORDER);
            for (Signal signal : signals) {
                verdicts.signalled(signal);
                TriageState story = stories.of(pipeline.triage().keyOf(signal), signal.micros());
                pipeline.triage().process(story, signal, NoKnowledge.NONE, verdicts::raised);
            }
            signals.clear();
        }

        private void sweep(long micros) {
            actors.sweep(micros);
            actors.shrinkTo(ACTORS_MAX);
            networks.sweep(micros);
            networks.shrinkTo(ACTORS_MAX);
            stories.sweep(micros);
        }
    }
}
