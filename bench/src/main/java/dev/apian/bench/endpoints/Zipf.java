// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Draws ranks from 0 in inverse proportion to their number: the popularity of almost anything.
final class Zipf {

    private final double[] cumulated;

    Zipf(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size=" + size + ", expected at least 1");
        }
        cumulated = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += 1.0 / (i + 1);
            cumulated[i] = sum;
        }
    }

    int draw(RandomGenerator chance) {
        int found = Arrays.binarySearch(cumulated, chance.nextDouble() * cumulated[cumulated.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found, cumulated.length - 1);
    }
}
