// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.Pipeline;
import dev.apian.sketch.Hash;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.ActorProfile;
import dev.apian.stage.profile.Lesson;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.Profile.Provenance;
import dev.apian.stage.profile.ProfileStep;
import dev.apian.stage.profile.Profiled;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Watch;
import dev.apian.stream.KeyedStates;
import dev.apian.stream.NoKnowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The actors and networks whose keys fall to one of the engine's threads.
final class Shard {

    private final Pipeline pipeline;
    private final int number;
    private final int shards;
    private final Grouping group = new Grouping();
    private final List<Lesson> lessons = new ArrayList<>();
    private final List<Signal> signals = new ArrayList<>();

    /// How many signals of the open tick were shown.
    private int shown;

    final KeyedStates<ActorProfile> profiles;
    final KeyedStates<Watch> actors;
    final KeyedStates<Watch> networks;

    Shard(Pipeline pipeline, int number, int shards, StateStore store) {
        this.pipeline = pipeline;
        this.number = number;
        this.shards = shards;
        this.profiles = new KeyedStates<>(
                pipeline.profile()::freshState, pipeline.profile().memory(), store.cold(Kind.PROFILE));
        this.actors = new KeyedStates<>(
                pipeline.signals()::freshState, pipeline.signals().memory(), store.cold(Kind.SIGNALS));
        this.networks = new KeyedStates<>(
                pipeline.networks()::freshState, pipeline.networks().memory(), store.cold(Kind.NETWORKS));
    }

    /// The number of the shard that a key falls to.
    static int of(long key, int shards) {
        return (int) Long.remainderUnsigned(Hash.mix(key), shards);
    }

    /// Runs those calls of a batch that are its own, those of one key one after the other: what is remembered of the
    /// key is then near at hand. Keys know nothing of each other within a tick.
    ///
    /// @param how gets, at the place of each of these calls, how its entities are explained
    void run(CallBatch batch, Templates templates, Population population, List<List<Provenance>> how) {
        List<Identified> calls = batch.calls();
        group.fill(batch.actors(), batch.size(), number, shards);
        for (int i = 0; i < group.size(); i++) {
            int place = group.place(i);
            Identified call = calls.get(place);
            ActorProfile profile = profiles.of(batch.actors()[place], call.micros());
            pipeline.profile().process(profile, call, templates, given -> take(given, population, place, how));
        }
        group.fill(batch.networks(), batch.size(), number, shards);
        for (int i = 0; i < group.size(); i++) {
            int place = group.place(i);
            Identified call = calls.get(place);
            Watch watch = networks.of(batch.networks()[place], call.micros());
            pipeline.networks().process(watch, call, NoKnowledge.NONE, signals::add);
        }
    }

    /// Hands out what the tick gave.
    void drain(Consumer<Lesson> toLearner, Consumer<Signal> toTriage) {
        lessons.forEach(toLearner);
        lessons.clear();
        signals.forEach(toTriage);
        signals.clear();
        shown = 0;
    }

    /// Shows the signals that the open tick gave since the last time, and keeps them.
    void show(Consumer<Signal> toPreview) {
        signals.subList(shown, signals.size()).forEach(toPreview);
        shown = signals.size();
    }

    private void take(ProfileStep.Given given, Population population, int place, List<List<Provenance>> how) {
        switch (given) {
            case Lesson lesson -> lessons.add(lesson);
            case Profiled call -> {
                how.set(place, call.explanations(population));
                Watch watch = actors.of(pipeline.signals().keyOf(call), call.micros());
                pipeline.signals().process(watch, call, population, signals::add);
            }
        }
    }
}
