// SPDX-License-Identifier: Apache-2.0

/// How well the baseline of aggregate series finds what is odd, on the Numenta Anomaly Benchmark and by its rules:
/// `bench/nab` runs [Nab]. Start with [Scorer].
@NullMarked
package dev.apian.bench.nab;

import org.jspecify.annotations.NullMarked;
