// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.backtest;

import dev.apian.stage.signal.Signal;

/// A signal that settings would have raised.
///
/// @param alerted whether it is part of an alert
public record Finding(Signal signal, boolean alerted) {}
