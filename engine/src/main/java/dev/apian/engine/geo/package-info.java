// SPDX-License-Identifier: Apache-2.0

/// Where addresses are, and what their networks are for: reads databases in MaxMind's `.mmdb` format, and knows what
/// people say. Start with [Geo].
@NullMarked
package dev.apian.engine.geo;

import org.jspecify.annotations.NullMarked;
