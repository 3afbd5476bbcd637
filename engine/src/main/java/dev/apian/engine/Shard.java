// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.Pipeline;
import dev.apian.sketch.Hash;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Knowledge;
import dev.apian.stage.profile.Lesson;
import dev.apian.stage.signal.ActorState;
import dev.apian.stage.signal.Found;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Watch;
import dev.apian.stream.KeyedStates;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The actors and networks whose keys fall to one of the engine's threads.
final class Shard {

    private final Pipeline pipeline;
    private final int number;
    private final int shards;
    private final List<Lesson> lessons = new ArrayList<>();
    private final List<Signal> signals = new ArrayList<>();
    final KeyedStates<ActorState> actors;
    final KeyedStates<Watch> networks;

    Shard(Pipeline pipeline, int number, int shards) {
        this.pipeline = pipeline;
        this.number = number;
        this.shards = shards;
        this.actors = new KeyedStates<>(
                pipeline.actors()::freshState, pipeline.actors().memory());
        this.networks = new KeyedStates<>(
                pipeline.networks()::freshState, pipeline.networks().memory());
    }

    /// The number of the shard that a key falls to.
    static int of(long key, int shards) {
        return (int) Long.remainderUnsigned(Hash.mix(key), shards);
    }

    /// Runs those calls of a batch that are its own.
    void run(List<Identified> batch, Knowledge known) {
        for (Identified call : batch) {
            long actor = pipeline.actors().keyOf(call);
            if (isMine(actor)) {
                pipeline.actors().process(actors.of(actor, call.micros()), call, known, this::found);
            }
            long network = pipeline.networks().keyOf(call);
            if (isMine(network)) {
                pipeline.networks().process(networks.of(network, call.micros()), call, known, this::found);
            }
        }
    }

    /// Hands out what the tick gave.
    void drain(Consumer<Lesson> toLearner, Consumer<Signal> toTriage) {
        lessons.forEach(toLearner);
        lessons.clear();
        signals.forEach(toTriage);
        signals.clear();
    }

    private boolean isMine(long key) {
        return shards == 1 || of(key, shards) == number;
    }

    private void found(Found found) {
        switch (found) {
            case Found.Raised raised -> signals.add(raised.signal());
            case Found.Taught taught -> lessons.add(taught.lesson());
        }
    }
}
