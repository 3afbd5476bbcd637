// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import dev.apian.stream.Tick;

/// What a watermark means for ticks.
final class Ticks {

    private Ticks() {}

    /// The earliest tick that may still get items when everything up to a watermark is there.
    static long openAt(long watermark) {
        return watermark == Long.MAX_VALUE ? Long.MAX_VALUE : Tick.of(watermark + 1);
    }
}
