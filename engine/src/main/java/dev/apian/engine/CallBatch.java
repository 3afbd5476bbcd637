// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.Pipeline;
import dev.apian.stage.identity.Identified;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Calls that go through the shards together, in event order.
///
/// The keys by which they are shared out are asked for as each call comes in, while it is at hand: every shard looks
/// through the keys of all calls, and touches only the calls that are its own.
final class CallBatch {

    private static final int FIRST = 64;

    private final Pipeline pipeline;
    private final List<Identified> calls = new ArrayList<>();
    private long[] actors = new long[FIRST];
    private long[] networks = new long[FIRST];

    CallBatch(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    void add(Identified call) {
        int size = calls.size();
        if (size == actors.length) {
            actors = Arrays.copyOf(actors, 2 * size);
            networks = Arrays.copyOf(networks, 2 * size);
        }
        actors[size] = pipeline.profile().keyOf(call);
        networks[size] = pipeline.networks().keyOf(call);
        calls.add(call);
    }

    int size() {
        return calls.size();
    }

    List<Identified> calls() {
        return calls;
    }

    /// By the place of a call, the key of its actor. Longer than there are calls.
    long[] actors() {
        return actors;
    }

    /// By the place of a call, the key of its network. Longer than there are calls.
    long[] networks() {
        return networks;
    }
}
