// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.identity.Actor;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;

/// Windows whose tails are alike: one scale, one kind of actor, about one rate and one dispersion.
///
/// @param kind    of actor, by its label; empty for all
/// @param rate    tier of the calls expected beyond the first, a power of two each; [#ALL] for all
/// @param scatter tier of the dispersion, newcomers for themselves; [#ALL] for all
record Bucket(Scale scale, String kind, int rate, int scatter) {

    static final int ALL = -1;

    static final Comparator<Bucket> ORDER = Comparator.comparing(Bucket::scale)
            .thenComparing(Bucket::kind)
            .thenComparingInt(Bucket::rate)
            .thenComparingInt(Bucket::scatter);

    private static final double[] RATES = {0.25, 0.5, 1, 2, 4, 8};
    private static final double[] SCATTERS = {0.7, 1.6};

    static Bucket of(Scale scale, Actor.Kind kind, Expected expected, Maturity maturity) {
        int scatter = maturity == Maturity.NEWCOMER ? 0 : 1 + tier(SCATTERS, expected.dispersion());
        return new Bucket(scale, kind.label(), tier(RATES, expected.further()), scatter);
    }

    private static int tier(double[] edges, double value) {
        int tier = 0;
        while (tier < edges.length && value >= edges[tier]) {
            tier++;
        }
        return tier;
    }

    /// The larger bucket that speaks where this one has seen little; itself if there is none.
    Bucket parent() {
        if (rate != ALL || scatter != ALL) {
            return new Bucket(scale, kind, ALL, ALL);
        }
        return new Bucket(scale, "", ALL, ALL);
    }

    boolean isRoot() {
        return kind.isEmpty();
    }

    void save(DataOutput out) throws IOException {
        out.writeUTF(scale.name());
        out.writeUTF(kind);
        out.writeByte(rate);
        out.writeByte(scatter);
    }

    static Bucket read(DataInput in) throws IOException {
        return new Bucket(Scale.valueOf(in.readUTF()), in.readUTF(), in.readByte(), in.readByte());
    }
}
