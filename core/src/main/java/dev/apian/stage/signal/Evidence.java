// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import java.time.Duration;

/// A number next to what is usual, that an analyst can check.
///
/// @param measure  what was counted or measured: `calls to GET /v1/orders`
/// @param expected what is usual, NaN if that has no number
/// @param unit     of both: `calls`, `km`, `entities`
/// @param window   over which, zero for a moment
public record Evidence(String measure, double observed, double expected, String unit, Duration window) {}
