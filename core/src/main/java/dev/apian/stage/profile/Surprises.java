// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How many windows there were, and how surprising those over the threshold of a [Tail]. Whole numbers, so that the
/// order in which they are told does not matter.
final class Surprises {

    /// A quarter of a nat up to here, one nat beyond.
    private static final int FINE = 40;

    private static final double FINE_NATS = 0.25;
    private static final int COARSE = 50;
    static final int BINS = FINE + COARSE;

    /// Shapes and scales that are tried.
    private static final int SHAPES = 8;

    private static final int SCALES = 40;
    private static final double SCALE_MIN = 0.3;
    private static final double SCALE_STEP = 1.08;

    private long windows;
    private final long[] exceeding = new long[BINS];

    void addOrdinary(long weight) {
        windows += weight;
    }

    void add(double surprise, long weight) {
        windows += weight;
        if (surprise >= Tail.THRESHOLD) {
            exceeding[binOf(surprise - Tail.THRESHOLD)] += weight;
        }
    }

    private static int binOf(double nats) {
        double fine = nats / FINE_NATS;
        return fine < FINE ? (int) fine : (int) Math.min(BINS - 1.0, FINE + nats - FINE * FINE_NATS);
    }

    private static double lowerEdge(int bin) {
        return bin <= FINE ? bin * FINE_NATS : FINE * FINE_NATS + (bin - FINE);
    }

    long windows() {
        return windows;
    }

    void add(Surprises other) {
        windows += other.windows;
        for (int i = 0; i < BINS; i++) {
            exceeding[i] += other.exceeding[i];
        }
    }

    /// The tail of greatest likelihood, where `prior` speaks as if it had seen `priorWindows`.
    Tail fit(Tail prior, double priorWindows) {
        double[] counts = new double[BINS];
        double sum = 0;
        for (int i = 0; i < BINS; i++) {
            double expected = i == BINS - 1
                    ? prior.beyond(lowerEdge(i))
                    : prior.beyond(lowerEdge(i)) - prior.beyond(lowerEdge(i + 1));
            counts[i] = exceeding[i] + priorWindows * prior.share() * expected;
            sum += counts[i];
        }
        double share = Math.min(0.5, sum / (windows + priorWindows));
        Tail best = prior;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= SHAPES; i++) {
            double shape = Tail.SHAPE_MAX * i / SHAPES;
            double scale = SCALE_MIN;
            for (int j = 0; j < SCALES; j++) {
                Tail tail = new Tail(share, shape, scale);
                double likelihood = likelihood(tail, counts);
                if (likelihood > most) {
                    most = likelihood;
                    best = tail;
                }
                scale *= SCALE_STEP;
            }
        }
        return best;
    }

    private static double likelihood(Tail tail, double[] counts) {
        double sum = 0;
        double above = 1;
        for (int i = 0; i < BINS; i++) {
            double next = i == BINS - 1 ? 0 : tail.beyond(lowerEdge(i + 1));
            if (counts[i] > 0) {
                sum += counts[i] * StrictMath.log(Math.max(Double.MIN_NORMAL, above - next));
            }
            above = next;
        }
        return sum;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(windows);
        for (long count : exceeding) {
            out.writeLong(count);
        }
    }

    static Surprises read(DataInput in) throws IOException {
        Surprises surprises = new Surprises();
        surprises.windows = in.readLong();
        for (int i = 0; i < BINS; i++) {
            surprises.exceeding[i] = in.readLong();
        }
        return surprises;
    }
}
