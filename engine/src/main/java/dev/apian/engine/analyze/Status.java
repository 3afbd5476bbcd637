// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.analyze;

/// How far an analysis is.
///
/// @param seconds     since it began
/// @param calls       read so far
/// @param rejected    records that were no calls
/// @param eventMicros event time reached, `Long.MIN_VALUE` before the first call
/// @param bytesRead   of the files as they are packed
/// @param bytesTotal  of the same, -1 if unknown
public record Status(double seconds, long calls, long rejected, long eventMicros, long bytesRead, long bytesTotal) {

    /// Share of the files that was read, 0 to 1; NaN if unknown.
    double share() {
        return bytesTotal > 0 ? Math.min(1, (double) bytesRead / bytesTotal) : Double.NaN;
    }

    double callsPerSecond() {
        return seconds > 0 ? calls / seconds : 0;
    }

    /// Seconds until the end at the pace so far; NaN if unknown.
    double secondsLeft() {
        double share = share();
        return share > 0.001 ? seconds * (1 - share) / share : Double.NaN;
    }
}
