// SPDX-License-Identifier: Apache-2.0

/// Tests of how identity and entities are measured.
@NullMarked
package dev.apian.bench.identity;

import org.jspecify.annotations.NullMarked;
