// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

/// Learns across keys, from small lessons that keyed steps emit, and publishes what it knows at ticks.
///
/// Lessons of one tick may come in any order, so what a learner keeps must be additive: integer counts,
/// maxima, sets.
///
/// @param <L> a lesson
/// @param <K> the knowledge published, immutable
public interface Learner<L, K> extends State {

    void learn(L lesson);

    /// What is known at the start of `tick`, from lessons of earlier ticks only.
    K publish(long tick);
}
