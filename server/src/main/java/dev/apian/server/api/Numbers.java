// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

/// Numbers as people read them.
final class Numbers {

    private static final double HUNDREDTHS = 100;

    private Numbers() {}

    /// With two digits after the point; more would claim to know more.
    static double rounded(double number) {
        return Math.round(number * HUNDREDTHS) / HUNDREDTHS;
    }
}
