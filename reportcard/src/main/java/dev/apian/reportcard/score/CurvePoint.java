// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

/// What one cut would give.
///
/// @param recall share of all attacks with a true alert at this cut
/// @param falsePerThousand false alerts per 1,000 actors and day
public record CurvePoint(double cut, double recall, double falsePerThousand) {}
