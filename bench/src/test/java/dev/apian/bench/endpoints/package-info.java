// SPDX-License-Identifier: Apache-2.0

/// Tests of the traffic, the scores and the rivals, on a document of their own.
@NullMarked
package dev.apian.bench.endpoints;

import org.jspecify.annotations.NullMarked;
