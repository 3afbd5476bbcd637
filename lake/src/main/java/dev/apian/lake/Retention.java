// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import org.jspecify.annotations.Nullable;

/// How much of the lake is kept: the last so many days, and no more than so many bytes. Null has no limit.
///
/// @param days  counted back from today, which is one of them
/// @param bytes of all files of calls, without their small indexes
public record Retention(@Nullable Integer days, @Nullable Long bytes) {

    public static final Retention FOREVER = new Retention(null, null);

    public Retention {
        if ((days != null && days < 1) || (bytes != null && bytes < 1)) {
            throw new IllegalArgumentException(
                    "days=%s bytes=%s; both must be 1 or more, or left out to keep everything".formatted(days, bytes));
        }
    }

    public boolean isForever() {
        return days == null && bytes == null;
    }
}
