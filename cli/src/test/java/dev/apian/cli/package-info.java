// SPDX-License-Identifier: Apache-2.0

/// Tests of what people and scripts rely on: options, exit codes, what is written where.
@NullMarked
package dev.apian.cli;

import org.jspecify.annotations.NullMarked;
