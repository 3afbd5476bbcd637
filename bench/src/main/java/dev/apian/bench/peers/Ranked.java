// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.peers;

/// How well hidden grants came out on top, averaged over the users who had some.
///
/// @param areaUnderCurve   the chance that a hidden grant stands above what was never granted, ties half
/// @param averagePrecision the precision at each hidden grant from the top, averaged
record Ranked(double areaUnderCurve, double averagePrecision) {}
