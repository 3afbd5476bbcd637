// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// The order of rows in a file: by actor, unknown ones last, then by time.
final class ActorOrder {

    static final Comparator<CallRow> BY_ACTOR_AND_TIME = (a, b) -> {
        int byActor = compare(a.actor(), b.actor());
        return byActor != 0 ? byActor : Long.compare(a.timeMicros(), b.timeMicros());
    };

    private ActorOrder() {}

    private static int compare(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return a == null ? b == null ? 0 : 1 : -1;
        }
        return utf8(a, b);
    }

    /// As UTF-8 bytes compare, which is how Parquet and DuckDB compare texts. Java's own order differs from it
    /// where characters beyond the first 65,536 meet some of the last before.
    static int utf8(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean differ = Character.isSurrogate(x) != Character.isSurrogate(y);
                return differ ? Character.isSurrogate(x) ? 1 : -1 : x - y;
            }
        }
        return a.length() - b.length();
    }
}
