// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How often surprises of so many nats happen: the nominal probability of a count, put right by history.
///
/// Above [#THRESHOLD] surprises follow a generalised Pareto law (Pickands 1975). A law that was right would give the
/// share exp(-4), shape 0 and scale 1; people's tails are heavier, so that 1 in 10,000 happens ten to twenty times as
/// often.
///
/// @param share of windows with calls whose surprise reaches the threshold
/// @param shape in 0..[#SHAPE_MAX]
/// @param scale in nats
public record Tail(double share, double shape, double scale) {

    /// In nats: two windows of a hundred, often enough to be counted and rare enough to be a tail.
    public static final double THRESHOLD = 4;

    /// Heavier tails have no variance; a bucket that shows one has seen an attack or a change of habits.
    static final double SHAPE_MAX = 0.35;

    /// The law as it is written in books.
    public static final Tail NOMINAL = new Tail(StrictMath.exp(-THRESHOLD), 0, 1);

    /// Before any history: what people in sessions usually show.
    static final Tail UNTOLD = new Tail(0.018, 0.15, 1.6);

    public Tail {
        if (!(share > 0 && share < 1 && shape >= 0 && shape <= SHAPE_MAX && scale > 0)) {
            throw new IllegalArgumentException(
                    "share=%s shape=%s scale=%s; give a share in 0..1, a shape in 0..%s, a scale above 0"
                            .formatted(share, shape, scale, SHAPE_MAX));
        }
    }

    /// Probability that a window with calls is at least so surprising.
    public double probability(double surprise) {
        if (surprise < THRESHOLD) {
            return Math.max(share, StrictMath.exp(-surprise));
        }
        return share * beyond(surprise - THRESHOLD);
    }

    /// The share of surprises over the threshold that exceed it by more than `nats`.
    double beyond(double nats) {
        return shape == 0 ? StrictMath.exp(-nats / scale) : StrictMath.pow(1 + shape * nats / scale, -1 / shape);
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(share);
        out.writeDouble(shape);
        out.writeDouble(scale);
    }

    static Tail read(DataInput in) throws IOException {
        return new Tail(in.readDouble(), in.readDouble(), in.readDouble());
    }
}
