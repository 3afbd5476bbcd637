// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// A seeded stream of chance (SplitMix64, Steele et al. 2014). Every agent has its own, so that adding one
/// agent, or an attack, does not change what the others draw. `StrictMath` keeps the draws the same on every
/// machine.
final class Chance {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final char[] BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray();
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    /// The stream with this number in the world of this seed.
    static Chance of(long seed, long stream) {
        return new Chance(mix(seed * GAMMA + mix(stream + GAMMA)));
    }

    /// A stream of its own for a part of whoever holds this one.
    Chance split() {
        return new Chance(mix(next()));
    }

    long next() {
        state += GAMMA;
        return mix(state);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// 0 inclusive to 1 exclusive.
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean happens(double probability) {
        return unit() < probability;
    }

    /// 0 inclusive to the bound exclusive.
    int below(int bound) {
        return (int) Math.floorMod(next() >>> 1, (long) bound);
    }

    /// Both ends inclusive.
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /// Both ends inclusive, for times.
    long between(long low, long high) {
        return low + Math.floorMod(next() >>> 1, high - low + 1);
    }

    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    /// Heavy-tailed and positive, as think times and levels of activity of people are.
    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * gaussian());
    }

    /// A log-normal span of time in microseconds.
    long span(long median, double sigma) {
        return (long) logNormal((double) median, sigma);
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /// An index, in proportion to its weight.
    int weighted(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = unit() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /// Letters and digits, as in opaque tokens.
    String letters(int length) {
        char[] out = new char[length];
        for (int i = 0; i < length; i++) {
            out[i] = BASE62[below(BASE62.length)];
        }
        return new String(out);
    }

    /// A random (version 4) UUID.
    String uuid() {
        char[] out = new char[36];
        long high = (next() & ~0xF000L) | 0x4000L;
        long low = (next() >>> 2) | 0x8000000000000000L;
        for (int i = 0, digit = 0; i < 36; i++) {
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                out[i] = '-';
                continue;
            }
            long half = digit < 16 ? high : low;
            out[i] = HEX[(int) (half >>> (60 - 4 * (digit % 16))) & 15];
            digit++;
        }
        return new String(out);
    }
}
