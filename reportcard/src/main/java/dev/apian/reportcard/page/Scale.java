// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

/// Turns numbers into places along one side of a picture.
///
/// @param from the number at `start`; numbers before it are drawn there, as zero is on a logarithmic scale
/// @param to the number at `end`
/// @param logarithmic both numbers are above zero
record Scale(double from, double to, double start, double end, boolean logarithmic) {

    static Scale linear(double from, double to, double start, double end) {
        return new Scale(from, to > from ? to : from + 1, start, end, false);
    }

    static Scale logarithmic(double from, double to, double start, double end) {
        return new Scale(from, to > from ? to : from * 10, start, end, true);
    }

    double place(double number) {
        double within = Math.clamp(number, from, to);
        double share =
                logarithmic ? StrictMath.log(within / from) / StrictMath.log(to / from) : (within - from) / (to - from);
        return start + share * (end - start);
    }
}
