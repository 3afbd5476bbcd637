// SPDX-License-Identifier: Apache-2.0

/// What the pipeline says, as rows of the lake's tables and as the JSON of the contract: the same for every
/// runner.
///
/// Start with [Rows]; an alert is [AlertJson].
@NullMarked
package dev.apian.lake.row;

import org.jspecify.annotations.NullMarked;
