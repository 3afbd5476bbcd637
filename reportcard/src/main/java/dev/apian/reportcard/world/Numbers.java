// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import java.util.Arrays;

/// A growing list of numbers, one a call. Places that were never set hold [#NONE].
final class Numbers {

    static final int NONE = -1;

    private int[] values = new int[1 << 16];
    private int size;

    void set(int place, int value) {
        if (place >= values.length) {
            values = Arrays.copyOf(values, Math.max(place + 1, values.length * 2));
        }
        while (size <= place) {
            values[size++] = NONE;
        }
        values[place] = value;
    }

    int get(int place) {
        return place < size ? values[place] : NONE;
    }

    /// From one place on; as many as there are in a list of this length.
    int[] from(int place, int length) {
        int[] some = new int[Math.max(0, length - place)];
        for (int i = 0; i < some.length; i++) {
            some[i] = get(place + i);
        }
        return some;
    }

    int size() {
        return size;
    }
}
