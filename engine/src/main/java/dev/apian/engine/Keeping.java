// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.lake.DiskRoom;
import dev.apian.lake.Retention;

/// How much is kept, and how much of the disk is left free.
///
/// @param retention    days and bytes of calls
/// @param reserveBytes room on the disk below which no more calls are taken in
public record Keeping(Retention retention, long reserveBytes) {

    public static final Keeping DEFAULT = new Keeping(Retention.FOREVER, DiskRoom.RESERVE_BYTES);

    public Keeping {
        if (reserveBytes < 0) {
            throw new IllegalArgumentException("reserveBytes=%d is negative; give 0 for none".formatted(reserveBytes));
        }
    }

    public Keeping withRetention(Retention other) {
        return new Keeping(other, reserveBytes);
    }

    public Keeping withReserveBytes(long other) {
        return new Keeping(retention, other);
    }
}
