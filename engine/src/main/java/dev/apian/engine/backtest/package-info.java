// SPDX-License-Identifier: Apache-2.0

/// What settings of a detection would have raised, found by judging stored calls once more. Start with [BackTest].
@NullMarked
package dev.apian.engine.backtest;

import org.jspecify.annotations.NullMarked;
