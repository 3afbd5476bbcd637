// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What became of batches that were sent to a server. For many threads.
public final class Pushed {

    private final List<Long> nanos = new ArrayList<>();
    private long calls;
    private long turnedAway;

    public synchronized void acknowledged(int more, long took) {
        nanos.add(took);
        calls += more;
    }

    public synchronized void turnedAway() {
        turnedAway++;
    }

    public synchronized long calls() {
        return calls;
    }

    public synchronized long away() {
        return turnedAway;
    }

    /// Milliseconds of the slowest push among a share of all.
    public synchronized double millis(double share) {
        if (nanos.isEmpty()) {
            return Double.NaN;
        }
        Collections.sort(nanos);
        return nanos.get((int) Math.min(nanos.size() - 1L, (long) (share * nanos.size()))) / 1e6;
    }
}
