// SPDX-License-Identifier: Apache-2.0

/// Whether probabilities of counts mean what they say, and what volume detection finds and costs. Start with [Volume].
@NullMarked
package dev.apian.bench.usual;

import org.jspecify.annotations.NullMarked;
