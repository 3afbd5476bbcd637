// SPDX-License-Identifier: Apache-2.0

/// How many calls a second the whole pipeline takes, on records with and without bodies and on access logs.
///
/// Start with [Recast], which makes the inputs; `bench/throughput` runs `apian analyze` over them.
@NullMarked
package dev.apian.bench.throughput;

import org.jspecify.annotations.NullMarked;
