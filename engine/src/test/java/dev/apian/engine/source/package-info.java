// SPDX-License-Identifier: Apache-2.0

/// Tests with real files: plain, packed, cut off, and of the kinds that nobody should send.
@NullMarked
package dev.apian.engine.source;

import org.jspecify.annotations.NullMarked;
