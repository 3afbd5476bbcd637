// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import java.time.Duration;

/// How the engine uses its machine. None of it changes which alerts are raised, but for `lateness`.
///
/// @param threads         shards that work in parallel
/// @param lateness        how far behind the latest calls one may come and still be judged in order
/// @param heldMax         calls held back for ordering; beyond it the earliest go on before their time
/// @param checkpointCalls calls between checkpoints while history is read
/// @param actorsMax       actors kept in memory; beyond it the longest silent are forgotten, and counted
/// @param credentialsMax  the same for credentials
public record EngineSettings(
        int threads, Duration lateness, int heldMax, long checkpointCalls, int actorsMax, int credentialsMax) {

    public static final EngineSettings DEFAULT = new EngineSettings(
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 16),
            Duration.ofSeconds(60),
            500_000,
            1_000_000,
            1_000_000,
            5_000_000);

    public EngineSettings {
        if (threads < 1 || heldMax < 1 || checkpointCalls < 1 || actorsMax < 1 || credentialsMax < 1) {
            throw new IllegalArgumentException(
                    "threads, heldMax, checkpointCalls, actorsMax and credentialsMax must be 1 or more");
        }
    }

    public EngineSettings withThreads(int number) {
        return new EngineSettings(number, lateness, heldMax, checkpointCalls, actorsMax, credentialsMax);
    }

    public EngineSettings withLateness(Duration allowed) {
        return new EngineSettings(threads, allowed, heldMax, checkpointCalls, actorsMax, credentialsMax);
    }

    public EngineSettings withCheckpointCalls(long calls) {
        return new EngineSettings(threads, lateness, heldMax, calls, actorsMax, credentialsMax);
    }
}
