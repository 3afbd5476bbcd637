// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import java.time.Duration;
import java.util.function.Consumer;

/// A step of the pipeline whose state belongs to a key: an actor, a credential, a network.
///
/// A step holds settings only. The runner keeps one state per key, hands it in with the items of that key in
/// event order, and may save it, load it elsewhere, and go on between any two items.
///
/// @param <I> what comes in
/// @param <K> the knowledge in force, an immutable snapshot that changes at ticks only
/// @param <S> the state of one key
/// @param <O> what goes out
public interface KeyedStep<I, K, S extends State, O> {

    /// Names the step's state in checkpoints; never changes.
    String name();

    long keyOf(I in);

    S freshState();

    void process(S state, I in, K known, Consumer<? super O> out);

    /// How long the state of a silent key is kept. Together with a bounded state this bounds memory.
    Duration memory();
}
