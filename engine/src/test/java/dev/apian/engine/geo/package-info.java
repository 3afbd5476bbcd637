// SPDX-License-Identifier: Apache-2.0

/// Tests of what is read about addresses.
@NullMarked
package dev.apian.engine.geo;

import org.jspecify.annotations.NullMarked;
