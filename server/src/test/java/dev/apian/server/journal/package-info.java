// SPDX-License-Identifier: Apache-2.0

/// Tests of what survives, against disks that fail.
@NullMarked
package dev.apian.server.journal;

import org.jspecify.annotations.NullMarked;
