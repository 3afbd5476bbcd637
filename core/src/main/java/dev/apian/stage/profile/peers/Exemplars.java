// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import dev.apian.sketch.Hash;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Some actors with all they use, to look for those most alike an actor: where permissions come in bundles, the
/// nearest few say more than any average.
///
/// Which actors are kept is drawn by the hash of their place, so that everybody has one vote. Alikeness is that of
/// Jaccard, `in both / in either`.
public final class Exemplars {

    /// 2,048 actors of 2,000 endpoints are half a megabyte, and comparing with all takes some 50 microseconds, which
    /// first uses are rare enough for.
    public static final int ACTORS_MAX = 2_048;

    /// Those most alike who have a say.
    private static final int NEAREST = 30;

    private final long[] bits;
    private final int words;

    private Exemplars(long[] bits, int words) {
        this.bits = bits;
        this.words = words;
    }

    public static Exemplars of(Uses uses) {
        List<Integer> drawn = IntStream.range(0, uses.actors())
                .boxed()
                .sorted(Comparator.comparingLong(actor -> Hash.mix(actor)))
                .limit(ACTORS_MAX)
                .sorted()
                .toList();
        int words = (uses.endpoints() + Long.SIZE - 1) / Long.SIZE;
        long[] bits = new long[drawn.size() * words];
        for (int n = 0; n < drawn.size(); n++) {
            for (int j : uses.row(drawn.get(n))) {
                bits[n * words + j / Long.SIZE] |= 1L << j;
            }
        }
        return new Exemplars(bits, words);
    }

    /// The exemplars most alike one who uses these.
    ///
    /// @param used rising
    public Nearest nearest(int[] used) {
        long[] own = new long[words];
        for (int j : used) {
            own[j / Long.SIZE] |= 1L << j;
        }
        int count = words == 0 ? 0 : bits.length / words;
        long[] order = new long[count];
        for (int n = 0; n < count; n++) {
            int both = 0;
            int either = 0;
            for (int word = 0; word < words; word++) {
                long other = bits[n * words + word];
                both += Long.bitCount(own[word] & other);
                either += Long.bitCount(own[word] | other);
            }
            float alike = either == 0 ? 0 : (float) both / either;
            order[n] = (long) Float.floatToIntBits(alike) << 32 | (Integer.MAX_VALUE - n);
        }
        Arrays.sort(order);
        // One who uses just the same may be the actor itself, who says nothing about itself.
        int itself = count > 0 && (int) (order[count - 1] >>> 32) == Float.floatToIntBits(1) ? 1 : 0;
        int kept = Math.min(count - itself, NEAREST);
        int[] who = new int[kept];
        float[] alike = new float[kept];
        for (int n = 0; n < kept; n++) {
            long one = order[count - 1 - itself - n];
            who[n] = Integer.MAX_VALUE - (int) one;
            alike[n] = Float.intBitsToFloat((int) (one >>> 32));
        }
        return new Nearest(who, alike);
    }

    /// Those most alike one actor, the most alike first.
    public final class Nearest {

        private final int[] who;
        private final float[] alike;

        private Nearest(int[] who, float[] alike) {
            this.who = who;
            this.alike = alike;
        }

        /// The share of them who use an endpoint, each weighing as much as it is alike, in 0..1.
        public float share(int endpoint) {
            float sum = 0;
            float all = 1e-6f;
            for (int n = 0; n < who.length; n++) {
                float weight = alike[n] * alike[n];
                all += weight;
                sum += (bits[who[n] * words + endpoint / Long.SIZE] >>> endpoint & 1) * weight;
            }
            return sum / all;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Exemplars exemplars && Arrays.equals(bits, exemplars.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }

    public void save(DataOutput out) throws IOException {
        out.writeInt(words);
        out.writeInt(bits.length);
        for (long word : bits) {
            out.writeLong(word);
        }
    }

    public static Exemplars read(DataInput in) throws IOException {
        int words = in.readInt();
        long[] bits = new long[in.readInt()];
        for (int at = 0; at < bits.length; at++) {
            bits[at] = in.readLong();
        }
        return new Exemplars(bits, words);
    }
}
