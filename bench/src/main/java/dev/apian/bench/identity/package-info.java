// SPDX-License-Identifier: Apache-2.0

/// How well Apian knows who calls and what they touch, in simulated worlds: `bench/identity` runs [Identity],
/// `bench/entities` [Entities], `bench/bola` [Bola], `bench/identity-cost` [Cost].
@NullMarked
package dev.apian.bench.identity;

import org.jspecify.annotations.NullMarked;
