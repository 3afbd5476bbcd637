// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Which endpoints are used by the same actors: of each endpoint its nearest neighbours, so that one use explains the
/// next where roles are too coarse.
///
/// Nearness is the cosine of the two columns of [Uses], `both / sqrt(one * other)`, in 0..1, as in item-based
/// recommendation (Sarwar and others, 2001).
public final class CoUse {

    /// Neighbours kept of an endpoint; the 65th is seldom nearer than chance.
    public static final int NEIGHBOURS_MAX = 64;

    private static final int NONE = Integer.MAX_VALUE;

    private final int[] neighbours;
    private final float[] nearness;

    private CoUse(int[] neighbours, float[] nearness) {
        this.neighbours = neighbours;
        this.nearness = nearness;
    }

    public static CoUse of(Uses uses) {
        int endpoints = uses.endpoints();
        int[] neighbours = new int[endpoints * NEIGHBOURS_MAX];
        Arrays.fill(neighbours, NONE);
        float[] nearness = new float[endpoints * NEIGHBOURS_MAX];
        Uses byEndpoint = uses.transposed();
        int[] both = new int[endpoints];
        long[] order = new long[endpoints];
        for (int j = 0; j < endpoints; j++) {
            Arrays.fill(both, 0);
            for (int at = byEndpoint.start(j); at < byEndpoint.start(j + 1); at++) {
                int actor = byEndpoint.column(at);
                for (int use = uses.start(actor); use < uses.start(actor + 1); use++) {
                    both[uses.column(use)]++;
                }
            }
            both[j] = 0;
            keepNearest(j, both, order, uses, neighbours, nearness);
        }
        return new CoUse(neighbours, nearness);
    }

    /// The sum of the nearness of an endpoint to those given, 0 and more.
    ///
    /// @param used rising; the endpoint itself does not count
    public float nearness(int[] used, int endpoint) {
        float sum = 0;
        int at = endpoint * NEIGHBOURS_MAX;
        int end = at + NEIGHBOURS_MAX;
        for (int j : used) {
            while (at < end && neighbours[at] < j) {
                at++;
            }
            if (at < end && neighbours[at] == j) {
                sum += nearness[at];
            }
        }
        return sum;
    }

    private static void keepNearest(
            int endpoint, int[] both, long[] order, Uses uses, int[] neighbours, float[] nearness) {
        int count = 0;
        for (int j = 0; j < both.length; j++) {
            if (both[j] > 0) {
                // Squares of cosines are ordered like the cosines; positive floats like their bits.
                float square = (float) both[j] / uses.users(j) * ((float) both[j] / uses.users(endpoint));
                order[count++] = (long) Float.floatToIntBits(square) << 32 | (Integer.MAX_VALUE - j);
            }
        }
        Arrays.sort(order, 0, count);
        int kept = Math.min(count, NEIGHBOURS_MAX);
        long[] byPlace = new long[kept];
        for (int n = 0; n < kept; n++) {
            long near = order[count - 1 - n];
            byPlace[n] = (long) (Integer.MAX_VALUE - (int) near) << 32 | near >>> 32;
        }
        Arrays.sort(byPlace);
        for (int n = 0; n < kept; n++) {
            neighbours[endpoint * NEIGHBOURS_MAX + n] = (int) (byPlace[n] >>> 32);
            nearness[endpoint * NEIGHBOURS_MAX + n] = (float) StrictMath.sqrt(Float.intBitsToFloat((int) byPlace[n]));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CoUse table
                && Arrays.equals(neighbours, table.neighbours)
                && Arrays.equals(nearness, table.nearness);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(neighbours);
    }

    public void save(DataOutput out) throws IOException {
        out.writeInt(neighbours.length);
        for (int at = 0; at < neighbours.length; at++) {
            out.writeInt(neighbours[at]);
            out.writeFloat(nearness[at]);
        }
    }

    public static CoUse read(DataInput in) throws IOException {
        int[] neighbours = new int[in.readInt()];
        float[] nearness = new float[neighbours.length];
        for (int at = 0; at < neighbours.length; at++) {
            neighbours[at] = in.readInt();
            nearness[at] = in.readFloat();
        }
        return new CoUse(neighbours, nearness);
    }
}
