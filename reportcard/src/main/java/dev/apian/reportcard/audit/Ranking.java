// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.audit;

import java.util.Arrays;

/// Actor-days in the order of one number, sorted once and asked for every kind of attack.
final class Ranking {

    /// What an actor-day is when one kind of attack is looked for.
    enum Role {
        POSITIVE,
        NEGATIVE,
        LEFT_OUT
    }

    private final float[] values;
    private final int[] ascending;

    Ranking(float[] values) {
        this.values = values;
        // The upper half of a long orders as the float does, the lower half says whose it is.
        var keys = new long[values.length];
        for (var i = 0; i < keys.length; i++) {
            var bits = Float.floatToIntBits(values[i] + 0.0f);
            keys[i] = (long) (bits ^ ((bits >> 31) & Integer.MAX_VALUE)) << 32 | i;
        }
        Arrays.sort(keys);
        ascending = Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /// The mean, over the positives, of the precision at the rank where each is found; 0 without positives.
    ///
    /// Equal values are one step: whoever looks at one looks at all, so each positive among them gets the
    /// precision at the end of the step. That is the sum over steps of (recall gained) x (precision),
    /// without interpolation.
    ///
    /// @param highFirst whether the ranking begins with the highest value
    double averagePrecision(Role[] roles, boolean highFirst) {
        var found = 0;
        var seen = 0;
        var sum = 0.0;
        var size = ascending.length;
        for (var i = 0; i < size; ) {
            var value = values[at(i, highFirst)];
            var inStep = 0;
            for (; i < size && values[at(i, highFirst)] == value; i++) {
                var role = roles[at(i, highFirst)];
                inStep += role == Role.POSITIVE ? 1 : 0;
                seen += role == Role.LEFT_OUT ? 0 : 1;
            }
            found += inStep;
            sum += inStep == 0 ? 0 : inStep * (double) found / seen;
        }
        return found == 0 ? 0 : sum / found;
    }

    private int at(int rank, boolean highFirst) {
        return ascending[highFirst ? ascending.length - 1 - rank : rank];
    }
}
