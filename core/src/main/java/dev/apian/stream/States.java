// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

/// The states of one step by key, as a runner keeps them, for a step that looks at several keys for one item.
public interface States<S extends State> {

    /// The state of a key, a fresh one if it has none or was silent for too long. The key is in use at `micros`, event
    /// time.
    S of(long key, long micros);

    /// When a key was in use last: event time in microseconds, to the second; [Seconds#NEVER] if it has no state.
    long last(long key);

    /// Gives a key another state from now on, which it may share with others. It must have one.
    void put(long key, S state);
}
