// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.entity;

import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// What was already worked out for two texts: an API has few names of fields and templates, and each comes with every
/// call.
///
/// Bounded: a newcomer takes the place of whoever was there. Only functions of the two texts are kept, in values that
/// cannot change, so threads may race and results stay the same.
final class Worked {

    /// A power of two.
    private static final int PLACES = 4_096;

    /// Longer texts are worked out anew each time.
    private static final int CHARS_MAX = 512;

    private record Entry(String first, String second, String value) {}

    private final @Nullable Entry[] entries = new Entry[PLACES];
    private final BinaryOperator<String> work;

    Worked(BinaryOperator<String> work) {
        this.work = work;
    }

    String out(String first, String second) {
        int hash = first.hashCode() * 31 + second.hashCode();
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        Entry known = entries[place];
        if (known != null && known.first.equals(first) && known.second.equals(second)) {
            return known.value;
        }
        String value = work.apply(first, second);
        if (first.length() + second.length() <= CHARS_MAX) {
            entries[place] = new Entry(first, second, value);
        }
        return value;
    }
}
