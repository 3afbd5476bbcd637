// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Hands batches to senders, a few at a time, and keeps what became of each. For many threads.
final class Course {

    /// Batches under way together: fewer than would reach back further than the lateness.
    static final int WINDOW = 4;

    private static final long LOOK_MILLIS = 50;

    private final List<Batch> batches;
    private final BitSet done = new BitSet();
    private final Set<Batch> acknowledged = new HashSet<>();
    private final List<Batch> unknown = new ArrayList<>();
    private int next;
    private int limit;
    private int sentAgain;
    private int replayed;
    private int turnedAway;

    Course(Collection<Batch> batches) {
        this.batches = List.copyOf(batches);
    }

    /// The next batch, null after the last.
    synchronized @Nullable Batch take() throws InterruptedException {
        while (next < batches.size() && (next >= limit || next - done.nextClearBit(0) >= WINDOW)) {
            wait(LOOK_MILLIS);
        }
        return next < batches.size() ? batches.get(next++) : null;
    }

    /// @param before whether the server said that it had it already
    synchronized void acknowledged(int index, boolean before) {
        acknowledged.add(batches.get(index));
        replayed += before ? 1 : 0;
        finished(index);
    }

    /// No answer came, and it is not sent again.
    synchronized void unknown(int index) {
        unknown.add(batches.get(index));
        finished(index);
    }

    synchronized void sentAgain() {
        sentAgain++;
    }

    synchronized void turnedAway() {
        turnedAway++;
    }

    /// Batches of which all before are done too.
    synchronized int reached() {
        return done.nextClearBit(0);
    }

    synchronized int size() {
        return batches.size();
    }

    /// Lets senders go on up to a batch, that one left out.
    ///
    /// @return the last one that may be sent
    synchronized Batch goOnUntil(int index) {
        limit = Math.clamp(index, 1, batches.size());
        notifyAll();
        return batches.get(limit - 1);
    }

    synchronized Set<Batch> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    synchronized List<Batch> unknown() {
        return List.copyOf(unknown);
    }

    synchronized String told() {
        return "%d sent again, of which %d were there before; %d without an answer and a key; %d times turned away"
                .formatted(sentAgain, replayed, unknown.size(), turnedAway);
    }

    private void finished(int index) {
        done.set(index);
        notifyAll();
    }
}
