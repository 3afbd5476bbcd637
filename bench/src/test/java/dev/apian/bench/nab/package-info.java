// SPDX-License-Identifier: Apache-2.0

/// Tests of the rules of the benchmark, on series of their own.
@NullMarked
package dev.apian.bench.nab;

import org.jspecify.annotations.NullMarked;
