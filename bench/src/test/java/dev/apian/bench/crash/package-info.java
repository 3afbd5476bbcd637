// SPDX-License-Identifier: Apache-2.0

/// Tests of the harness that kills servers, and its short form.
@NullMarked
package dev.apian.bench.crash;

import org.jspecify.annotations.NullMarked;
