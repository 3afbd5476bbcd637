// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import java.time.Duration;

/// A number next to what is usual, that an analyst can check.
///
/// @param measure  what was counted or measured: `calls to GET /v1/orders`
/// @param expected what is usual, NaN if that has no number
/// @param most     what all but one in a thousand stay at or under, NaN if that is not known
/// @param unit     of all three: `calls`, `km`, `entities`
/// @param window   over which, zero for a moment
public record Evidence(String measure, double observed, double expected, double most, String unit, Duration window) {

    /// Of which no upper end is known.
    public Evidence(String measure, double observed, double expected, String unit, Duration window) {
        this(measure, observed, expected, Double.NaN, unit, window);
    }
}
