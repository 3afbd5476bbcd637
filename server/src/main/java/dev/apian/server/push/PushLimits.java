// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.push;

/// What pushes may hold.
///
/// @param bodyBytesMax     of one body, before and after decompression
/// @param linesMax         records in one body
/// @param arrivingBytesMax of all bodies that are in memory at the same time, as they came; one that does not say how
///                         long it is counts as the longest allowed
public record PushLimits(int bodyBytesMax, int linesMax, int arrivingBytesMax) {

    public static final PushLimits DEFAULT = new PushLimits(32 << 20, 100_000, 256 << 20);

    public PushLimits {
        if (bodyBytesMax < 1 || linesMax < 1 || arrivingBytesMax < bodyBytesMax) {
            throw new IllegalArgumentException(
                    ("bodyBytesMax=%d linesMax=%d arrivingBytesMax=%d; each must be 1 or more, and arrivingBytesMax"
                                    + " must have room for a whole body")
                            .formatted(bodyBytesMax, linesMax, arrivingBytesMax));
        }
    }
}
