// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import java.time.Duration;

/// How the engine uses its machine. None of it changes which alerts are raised, but for `lateness`.
///
/// @param threads         shards that work in parallel
/// @param lateness        how far behind the latest calls one may come and still be judged in order
/// @param heldMax         calls held back for ordering; beyond it the earliest go on before their time
/// @param checkpointCalls calls between checkpoints while history is read
/// @param actorsMax       actors remembered; beyond it the longest silent are forgotten, and counted
/// @param credentialsMax  the same for credentials
/// @param liveBytesMax    bytes of states in memory, as they are saved; beyond it those unused for longest rest on disk
/// @param changedBytesMax bytes of states in memory beyond those, of what changed since the last checkpoint; beyond it
///                        a checkpoint is taken at the next tick
public record EngineSettings(
        int threads,
        Duration lateness,
        int heldMax,
        long checkpointCalls,
        int actorsMax,
        int credentialsMax,
        long liveBytesMax,
        long changedBytesMax) {

    /// Objects take about three times the bytes that they are saved as; so states take under half of the heap.
    private static final int HEAP_SHARE = 16;

    public static final EngineSettings DEFAULT = new EngineSettings(
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 16),
            Duration.ofSeconds(60),
            500_000,
            20_000_000,
            1_000_000,
            5_000_000,
            Runtime.getRuntime().maxMemory() / HEAP_SHARE,
            Runtime.getRuntime().maxMemory() / HEAP_SHARE);

    public EngineSettings {
        if (threads < 1 || heldMax < 1 || checkpointCalls < 1 || actorsMax < 1 || credentialsMax < 1) {
            throw new IllegalArgumentException(
                    "threads, heldMax, checkpointCalls, actorsMax and credentialsMax must be 1 or more");
        }
        if (liveBytesMax < 1 || changedBytesMax < 1) {
            throw new IllegalArgumentException("liveBytesMax and changedBytesMax must be 1 or more");
        }
    }

    public EngineSettings withThreads(int number) {
        return new EngineSettings(
                number, lateness, heldMax, checkpointCalls, actorsMax, credentialsMax, liveBytesMax, changedBytesMax);
    }

    public EngineSettings withLateness(Duration allowed) {
        return new EngineSettings(
                threads, allowed, heldMax, checkpointCalls, actorsMax, credentialsMax, liveBytesMax, changedBytesMax);
    }

    public EngineSettings withCheckpointCalls(long calls) {
        return new EngineSettings(
                threads, lateness, heldMax, calls, actorsMax, credentialsMax, liveBytesMax, changedBytesMax);
    }

    public EngineSettings withLiveBytes(long max) {
        return new EngineSettings(
                threads, lateness, heldMax, checkpointCalls, actorsMax, credentialsMax, max, changedBytesMax);
    }
}
