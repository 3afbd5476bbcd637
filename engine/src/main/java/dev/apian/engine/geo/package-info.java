// SPDX-License-Identifier: Apache-2.0

/// Where addresses are: reads databases in MaxMind's `.mmdb` format. Start with [Geo].
@NullMarked
package dev.apian.engine.geo;

import org.jspecify.annotations.NullMarked;
