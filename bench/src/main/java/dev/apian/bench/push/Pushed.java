// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.push;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What became of pushes. For many threads.
final class Pushed {

    private final List<Long> nanos = new ArrayList<>();
    private long calls;
    private long turnedAway;

    synchronized void acknowledged(int more, long took) {
        nanos.add(took);
        calls += more;
    }

    synchronized void turnedAway() {
        turnedAway++;
    }

    synchronized long calls() {
        return calls;
    }

    synchronized long away() {
        return turnedAway;
    }

    /// Milliseconds of the slowest push among a share of all.
    synchronized double millis(double share) {
        if (nanos.isEmpty()) {
            return Double.NaN;
        }
        Collections.sort(nanos);
        return nanos.get((int) Math.min(nanos.size() - 1L, (long) (share * nanos.size()))) / 1e6;
    }
}
