// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.Pipeline;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.identity.Ruling;
import dev.apian.stage.profile.ActorProfile;
import dev.apian.stage.profile.Lesson;
import dev.apian.stage.profile.Moves;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.Profile.Provenance;
import dev.apian.stage.signal.Signal;
import dev.apian.stream.KeyedStates;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// All shards, and the threads that run them. A batch goes to every shard, and each takes what is its own.
final class Shards implements AutoCloseable, Moves.Histories {

    /// Waking threads for less costs more than it saves.
    private static final int PARALLEL_MIN = 512;

    private final List<Shard> shards;
    private final ExecutorService helpers;
    private final Moves moves = new Moves();
    private long forgotten;

    Shards(Pipeline pipeline, int number, StateStore store) {
        shards = IntStream.range(0, number)
                .mapToObj(i -> new Shard(pipeline, i, number, store))
                .toList();
        helpers = Executors.newFixedThreadPool(
                Math.max(1, number - 1),
                Thread.ofPlatform().name("shard-", 1).daemon().factory());
    }

    /// How the entities of each call are explained.
    List<List<Provenance>> run(CallBatch batch, Templates templates, Population population) {
        List<List<Provenance>> how = new ArrayList<>(Collections.nCopies(batch.size(), List.of()));
        if (shards.size() == 1 || batch.size() < PARALLEL_MIN) {
            shards.forEach(shard -> shard.run(batch, templates, population, how));
            return how;
        }
        List<Future<?>> running = new ArrayList<>(shards.size());
        for (Shard shard : shards.subList(1, shards.size())) {
            running.add(helpers.submit(() -> shard.run(batch, templates, population, how)));
        }
        shards.getFirst().run(batch, templates, population, how);
        running.forEach(Shards::waitFor);
        return how;
    }

    /// Histories follow what people say about who is who.
    void follow(List<Ruling> rulings, long micros) {
        moves.follow(rulings, this, micros);
    }

    @Override
    public KeyedStates<ActorProfile> homeOf(long actor) {
        return home(actor, shard -> shard.profiles);
    }

    @Override
    public List<KeyedStates<ActorProfile>> homes() {
        return shards.stream().map(shard -> shard.profiles).toList();
    }

    void drain(Consumer<Lesson> toLearner, Consumer<Signal> toTriage) {
        shards.forEach(shard -> shard.drain(toLearner, toTriage));
    }

    /// Shows the signals that the open tick gave since the last time, and keeps them.
    void show(Consumer<Signal> toPreview) {
        shards.forEach(shard -> shard.show(toPreview));
    }

    int actors() {
        return shards.stream().mapToInt(shard -> shard.profiles.size()).sum();
    }

    /// Actors forgotten to stay within the limit.
    long forgotten() {
        return forgotten;
    }

    void sweep(long micros, int actorsMax) {
        for (Shard shard : shards) {
            shard.profiles.sweep(micros);
            shard.actors.sweep(micros);
            shard.networks.sweep(micros);
            forgotten += shard.profiles.shrinkTo(Math.max(1, actorsMax / shards.size()));
            shard.actors.shrinkTo(Math.max(1, actorsMax / shards.size()));
            shard.networks.shrinkTo(Math.max(1, actorsMax / shards.size()));
        }
    }

    /// The states by key, whichever shard has them.
    List<LiveStates.Homes<?>> states() {
        return List.of(
                homes(Kind.PROFILE, shard -> shard.profiles),
                homes(Kind.SIGNALS, shard -> shard.actors),
                homes(Kind.NETWORKS, shard -> shard.networks));
    }

    private <S extends State> LiveStates.Homes<S> homes(Kind kind, Function<Shard, KeyedStates<S>> of) {
        return new LiveStates.Homes<>(kind, shards.stream().map(of).toList(), key -> home(key, of));
    }

    /// All but the states by key.
    void save(DataOutput out) throws IOException {
        out.writeLong(forgotten);
        moves.save(out);
    }

    void load(DataInput in) throws IOException {
        forgotten = in.readLong();
        moves.load(in);
    }

    private <S extends State> KeyedStates<S> home(long key, Function<Shard, KeyedStates<S>> of) {
        return of.apply(shards.get(Shard.of(key, shards.size())));
    }

    private static void waitFor(Future<?> running) {
        try {
            running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a shard was running", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a shard failed: " + e.getCause(), e.getCause());
        }
    }

    /// Waits for the shards, since they may be asking the store.
    @Override
    public void close() {
        helpers.close();
    }
}
