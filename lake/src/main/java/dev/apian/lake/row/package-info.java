// SPDX-License-Identifier: Apache-2.0

/// How what the pipeline gives becomes rows and JSON, the same for every runner. Start with [Rows].
@NullMarked
package dev.apian.lake.row;

import org.jspecify.annotations.NullMarked;
