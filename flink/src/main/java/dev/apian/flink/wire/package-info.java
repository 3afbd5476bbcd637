// SPDX-License-Identifier: Apache-2.0

/// How records travel between tasks: written and read by the codecs of `core`, never by reflection. Start with
/// [Wire].
@NullMarked
package dev.apian.flink.wire;

import org.jspecify.annotations.NullMarked;
