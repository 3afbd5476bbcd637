// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.server.journal.Entry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Durable entries that wait for the engine in memory. What does not fit is left out: the engine finds it in the
/// journal. For many threads.
final class Backlog {

    private static final long LOOK_MILLIS = 10;

    private final int callsMax;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private int calls;
    private long added;

    Backlog(int callsMax) {
        this.callsMax = callsMax;
    }

    synchronized void add(Entry entry) {
        if (calls + entry.count() <= callsMax) {
            entries.add(entry);
            calls += entry.count();
        }
        added++;
        notifyAll();
    }

    /// The entry that begins at a position, if it is here. What is before it is of no use any more.
    synchronized @Nullable Entry poll(long position) {
        while (!entries.isEmpty() && entries.getFirst().first() < position) {
            remove();
        }
        return !entries.isEmpty() && entries.getFirst().first() == position ? remove() : null;
    }

    /// Entries ever added, those left out too.
    synchronized long added() {
        return added;
    }

    /// Waits until more was added than before, or not for longer than told.
    synchronized void awaitMoreThan(long before, Duration longest) throws InterruptedException {
        Due end = new Due();
        end.in(longest);
        while (added <= before && !end.now()) {
            wait(LOOK_MILLIS);
        }
    }

    /// Waits until so many calls fit, or not for longer than told.
    synchronized void awaitRoom(int more, Duration longest) throws InterruptedException {
        Due end = new Due();
        end.in(longest);
        while (calls + more > callsMax && !end.now()) {
            wait(LOOK_MILLIS);
        }
    }

    synchronized boolean hasRoom(int more) {
        return calls + more <= callsMax;
    }

    private Entry remove() {
        Entry first = entries.removeFirst();
        calls -= first.count();
        notifyAll();
        return first;
    }
}
