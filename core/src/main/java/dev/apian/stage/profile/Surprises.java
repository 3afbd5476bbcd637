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

    /// Of each law that is tried, the logarithm of each bin's probability: a fit then costs one multiplication a bin,
    /// where powers and logarithms would keep a tick waiting.
    private static final Law[] LAWS = laws();

    private static final class Law {

        private final double shape;
        private final double scale;
        private final double[] logs;

        private Law(double shape, double scale, double[] logs) {
            this.shape = shape;
            this.scale = scale;
            this.logs = logs;
        }
    }

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
        Law best = LAWS[0];
        double most = Double.NEGATIVE_INFINITY;
        for (Law law : LAWS) {
            double likelihood = likelihood(law, counts);
            if (likelihood > most) {
                most = likelihood;
                best = law;
            }
        }
        return new Tail(share, best.shape, best.scale);
    }

    private static double likelihood(Law law, double[] counts) {
        double sum = 0;
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                sum += counts[i] * law.logs[i];
            }
        }
        return sum;
    }

    private static Law[] laws() {
        Law[] laws = new Law[(SHAPES + 1) * SCALES];
        for (int i = 0; i <= SHAPES; i++) {
            double scale = SCALE_MIN;
            for (int j = 0; j < SCALES; j++) {
                laws[i * SCALES + j] = law(Tail.SHAPE_MAX * i / SHAPES, scale);
                scale *= SCALE_STEP;
            }
        }
        return laws;
    }

    private static Law law(double shape, double scale) {
        Tail tail = new Tail(Tail.NOMINAL.share(), shape, scale);
        double[] logs = new double[BINS];
        double above = 1;
        for (int i = 0; i < BINS; i++) {
            double next = i == BINS - 1 ? 0 : tail.beyond(lowerEdge(i + 1));
            logs[i] = StrictMath.log(Math.max(Double.MIN_NORMAL, above - next));
            above = next;
        }
        return new Law(shape, scale, logs);
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
