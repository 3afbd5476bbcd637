// SPDX-License-Identifier: Apache-2.0

/// How long one actor's calls of a month take over HTTP, out of a lake of many millions. Start with [Timelines].
@NullMarked
package dev.apian.bench.timeline;

import org.jspecify.annotations.NullMarked;
