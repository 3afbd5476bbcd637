// SPDX-License-Identifier: Apache-2.0

/// Tests of what keeps acknowledged calls.
@NullMarked
package dev.apian.server.live;

import org.jspecify.annotations.NullMarked;
