// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.push;

/// What one push may hold.
///
/// @param bodyBytesMax before and after decompression
/// @param linesMax     records in one body
/// @param pushesMax    pushes that are read at the same time; each holds a body in memory
public record PushLimits(int bodyBytesMax, int linesMax, int pushesMax) {

    public static final PushLimits DEFAULT = new PushLimits(32 << 20, 100_000, 4);

    public PushLimits {
        if (bodyBytesMax < 1 || linesMax < 1 || pushesMax < 1) {
            throw new IllegalArgumentException("bodyBytesMax=%d linesMax=%d pushesMax=%d; each must be 1 or more"
                    .formatted(bodyBytesMax, linesMax, pushesMax));
        }
    }
}
