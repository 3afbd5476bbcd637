// SPDX-License-Identifier: Apache-2.0

/// Tests of swaps of accounts, on histories of their own.
@NullMarked
package dev.apian.bench.habits;

import org.jspecify.annotations.NullMarked;
