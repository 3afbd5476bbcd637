// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.apian.engine.backtest;

import org.jspecify.annotations.NullMarked;
