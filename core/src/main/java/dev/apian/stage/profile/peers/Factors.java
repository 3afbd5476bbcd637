// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import dev.apian.sketch.Hash;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Overlapping roles, learned from who uses what: the factorisation of [Uses] under Poisson noise.
///
/// An actor i is expected to use endpoint j at the rate `sum over k of w[i][k] * h[j][k]`. Each column k of h is a
/// role:
/// how a use that is due to it falls on the endpoints, summing to one. w tells how many endpoints of each role an
/// actor uses, and is 64 to 128 bytes that need not be kept: [#foldIn] finds them from the endpoints it uses. Fitted by
/// the multiplicative updates of Lee and Seung (2001) for the Kullback-Leibler divergence, which are those of
/// expectation maximisation for Poisson factorisation (Cemgil 2009); Turcotte and others (2016) found intruders with
/// it.
public final class Factors {

    /// Within the 16 to 32 that suit role matrices; a multiple of 8 suits vector registers.
    public static final int RANK = 24;

    /// So many numbers are learned from a use at most: chosen on seeds 1 to 4 of four matrices of real permissions.
    /// Only
    /// the smallest one told a difference, and not one that grows or falls steadily.
    private static final double NUMBERS_PER_USE = 0.8;

    private static final int ROLES_MIN = 2;

    /// Of a fit from nothing. Afterwards ranks change little.
    public static final int PASSES = 30;

    /// Of a fit that begins with the roles of yesterday.
    public static final int PASSES_WARM = 10;

    /// Steps to find an actor's roles; more change the order of scores by less than 1 in 1,000.
    private static final int FOLD_STEPS = 10;

    /// Every role has so many uses beforehand that fall on the endpoints as those of everybody do: a role of few
    /// actors is not certain that the others are closed to it.
    private static final float EVERYBODY = 1f;

    /// Uses of each role that an actor has beforehand, so that none is out of the question.
    private static final float ANY_ROLE = 0.02f;

    private static final float TINY = 1e-9f;

    private final float[] h;
    private final int endpoints;

    private Factors(float[] h) {
        this.h = h;
        this.endpoints = h.length / RANK;
    }

    /// Learns roles from nothing. The same uses give the same roles, bit by bit.
    public static Factors of(Uses uses) {
        return fit(uses, new Factors(seeded(uses)), PASSES);
    }

    /// Learns roles beginning with those known.
    ///
    /// @param before      of other endpoints, perhaps
    /// @param placeBefore of each endpoint its place in `before`, negative if it is new
    public static Factors of(Uses uses, Factors before, int[] placeBefore) {
        float[] h = seeded(uses);
        for (int j = 0; j < placeBefore.length; j++) {
            if (placeBefore[j] >= 0) {
                System.arraycopy(before.h, placeBefore[j] * RANK, h, j * RANK, RANK);
            }
        }
        return fit(uses, new Factors(h), PASSES_WARM);
    }

    public int endpoints() {
        return endpoints;
    }

    /// How many endpoints of each role an actor uses who uses these.
    public float[] foldIn(int[] used) {
        float[] w = new float[RANK];
        Arrays.fill(w, (float) used.length / RANK);
        float[] sums = new float[RANK];
        for (int step = 0; step < FOLD_STEPS; step++) {
            Arrays.fill(sums, 0);
            for (int j : used) {
                addShares(w, j * RANK, sums);
            }
            update(w, sums);
        }
        return w;
    }

    /// The rate of uses to expect: the chance of one if it is small.
    public float expected(float[] w, int endpoint) {
        return Math.max(TINY, dot(w, 0, endpoint * RANK));
    }

    /// How much every two roles have in common: the sum over endpoints of both shares, weighted.
    ///
    /// @param weights of each endpoint
    float[][] gram(float[] weights) {
        float[][] gram = new float[RANK][RANK];
        for (int j = 0; j < endpoints; j++) {
            for (int k = 0; k < RANK; k++) {
                float much = weights[j] * h[j * RANK + k];
                for (int l = 0; l < RANK; l++) {
                    gram[k][l] += much * h[j * RANK + l];
                }
            }
        }
        return gram;
    }

    /// A role has as many numbers as there are actors and endpoints; of few uses, more roles would learn them by heart.
    private static int roles(Uses uses) {
        return (int)
                Math.clamp(NUMBERS_PER_USE * uses.size() / (1 + uses.actors() + uses.endpoints()), ROLES_MIN, RANK);
    }

    private static float[] seeded(Uses uses) {
        int roles = roles(uses);
        float[] h = new float[uses.endpoints() * RANK];
        for (int j = 0; j < uses.endpoints(); j++) {
            float common = (uses.users(j) + TINY) / (uses.size() + TINY);
            for (int k = 0; k < roles; k++) {
                float chance = (Hash.of(j, k) >>> 40) / (float) (1 << 24);
                h[j * RANK + k] = common * (0.2f + 1.6f * chance);
            }
        }
        return h;
    }

    private static Factors fit(Uses uses, Factors first, int passes) {
        Factors now = first;
        float[] ws = new float[uses.actors() * RANK];
        for (int i = 0; i < uses.actors(); i++) {
            int count = uses.start(i + 1) - uses.start(i);
            Arrays.fill(ws, i * RANK, (i + 1) * RANK, (float) count / RANK);
        }
        for (int pass = 0; pass < passes; pass++) {
            now = now.pass(uses, ws);
        }
        return now;
    }

    /// One step of every actor's roles, then one of the roles themselves.
    private Factors pass(Uses uses, float[] ws) {
        float[] shares = new float[h.length];
        float[] sums = new float[RANK];
        float[] w = new float[RANK];
        for (int i = 0; i < uses.actors(); i++) {
            System.arraycopy(ws, i * RANK, w, 0, RANK);
            Arrays.fill(sums, 0);
            int end = uses.start(i + 1);
            for (int at = uses.start(i); at < end; at++) {
                addShares(w, uses.column(at) * RANK, sums);
            }
            update(w, sums);
            for (int at = uses.start(i); at < end; at++) {
                int row = uses.column(at) * RANK;
                float share = 1 / Math.max(TINY, dot(w, 0, row));
                for (int k = 0; k < RANK; k++) {
                    shares[row + k] += w[k] * share;
                }
            }
            System.arraycopy(w, 0, ws, i * RANK, RANK);
        }
        return next(uses, shares);
    }

    private Factors next(Uses uses, float[] shares) {
        int roles = roles(uses);
        float[] totals = new float[RANK];
        float[] next = new float[h.length];
        for (int j = 0; j < endpoints; j++) {
            float common = EVERYBODY * (uses.users(j) + TINY) / (uses.size() + TINY);
            for (int k = 0; k < roles; k++) {
                int at = j * RANK + k;
                next[at] = common + h[at] * shares[at];
                totals[k] += next[at];
            }
        }
        for (int at = 0; at < next.length; at++) {
            next[at] /= Math.max(TINY, totals[at % RANK]);
        }
        return new Factors(next);
    }

    private void addShares(float[] w, int row, float[] sums) {
        float share = 1 / Math.max(TINY, dot(w, 0, row));
        for (int k = 0; k < RANK; k++) {
            sums[k] += h[row + k] * share;
        }
    }

    private static void update(float[] w, float[] sums) {
        for (int k = 0; k < RANK; k++) {
            w[k] = ANY_ROLE + w[k] * sums[k];
        }
    }

    /// In four sums, which the processor can do at a time.
    private float dot(float[] w, int from, int row) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int k = 0; k < RANK; k += 4) {
            a += w[from + k] * h[row + k];
            b += w[from + k + 1] * h[row + k + 1];
            c += w[from + k + 2] * h[row + k + 2];
            d += w[from + k + 3] * h[row + k + 3];
        }
        return a + b + (c + d);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Factors factors && Arrays.equals(h, factors.h);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(h);
    }

    public void save(DataOutput out) throws IOException {
        out.writeInt(endpoints);
        for (float value : h) {
            out.writeFloat(value);
        }
    }

    public static Factors read(DataInput in) throws IOException {
        float[] h = new float[in.readInt() * RANK];
        for (int at = 0; at < h.length; at++) {
            h[at] = in.readFloat();
        }
        return new Factors(h);
    }
}
