// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// SipHash-2-4 with 64 bits of output (Aumasson and Bernstein, 2012): a keyed hash that is quick on short
/// input and tells nothing of it to somebody without the key.
final class SipHash {

    private long v0;
    private long v1;
    private long v2;
    private long v3;

    private SipHash(long k0, long k1) {
        v0 = k0 ^ 0x736f6d6570736575L;
        v1 = k1 ^ 0x646f72616e646f6dL;
        v2 = k0 ^ 0x6c7967656e657261L;
        v3 = k1 ^ 0x7465646279746573L;
    }

    static long of(long k0, long k1, byte[] bytes, int from, int to) {
        SipHash state = new SipHash(k0, k1);
        int at = from;
        for (; at + 8 <= to; at += 8) {
            state.word(Text.longAt(bytes, at));
        }
        long last = (long) (to - from) << 56;
        for (int shift = 0; at < to; at++, shift += 8) {
            last |= (bytes[at] & 0xffL) << shift;
        }
        state.word(last);
        return state.finish();
    }

    private void word(long m) {
        v3 ^= m;
        round();
        round();
        v0 ^= m;
    }

    private long finish() {
        v2 ^= 0xff;
        round();
        round();
        round();
        round();
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
    }
}
