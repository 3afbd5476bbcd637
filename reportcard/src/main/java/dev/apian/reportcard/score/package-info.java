// SPDX-License-Identifier: Apache-2.0

/// Holds findings against the truth. Start with [Finding], [Attacked] and [Scoring]; [ReportCard] holds all that is
/// shown.
@NullMarked
package dev.apian.reportcard.score;

import org.jspecify.annotations.NullMarked;
