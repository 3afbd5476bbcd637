// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/// A small table of what was already worked out for a text: the device of a user agent, the meaning of a
/// field name.
///
/// Bounded: a newcomer takes the slot of whoever was there. A function of the text alone is remembered, so
/// threads may race and results stay the same.
final class Remembered<T> {

    /// Longer texts are worked out anew each time.
    static final int TEXT_BYTES_MAX = 1_024;

    private static final Hasher64 XXH3 = Hashing.xxh3_64();

    private record Slot<T>(Text text, T value) {}

    private final AtomicReferenceArray<Slot<T>> slots;
    private final Function<Text, T> work;
    private final int mask;

    /// @param slots a power of two
    Remembered(int slots, Function<Text, T> work) {
        this.slots = new AtomicReferenceArray<>(slots);
        this.mask = slots - 1;
        this.work = work;
    }

    T of(Text text) {
        return of(text.bytes, text.from, text.to);
    }

    T of(byte[] bytes, int from, int to) {
        int length = to - from;
        int hash = length <= 16 ? Text.nameHash(bytes, from, to) : (int) XXH3.hashBytesToLong(bytes, from, length);
        int index = hash & mask;
        Slot<T> slot = slots.getAcquire(index);
        if (slot != null && same(slot.text, bytes, from, to)) {
            return slot.value;
        }
        if (to - from > TEXT_BYTES_MAX) {
            return work.apply(new Text(bytes, from, to));
        }
        Text text = new Text(bytes, from, to).own();
        T value = work.apply(text);
        slots.setRelease(index, new Slot<>(text, value));
        return value;
    }

    private static boolean same(Text text, byte[] bytes, int from, int to) {
        return text.to == to - from && Text.sameBytes(text.bytes, 0, bytes, from, text.to);
    }
}
