// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

/// Exponential forgetting by half-lives, from a table: closing a window must not cost a power.
final class Fading {

    /// Steps of one half-life; the error of a step is under 0.04 %.
    private static final int STEPS = 1_024;

    /// After so many half-lives nothing is left that a float could tell from nothing.
    private static final long HALVINGS_MAX = 60;

    private static final float[] PART = new float[STEPS];

    static {
        for (int i = 0; i < STEPS; i++) {
            PART[i] = (float) StrictMath.pow(0.5, (i + 0.5) / STEPS);
        }
        // No time is no fading.
        PART[0] = 1;
    }

    private Fading() {}

    /// What is left after `micros` of what had weight 1, in 0..1.
    static float after(long micros, long halfLifeMicros) {
        if (micros <= 0) {
            return 1;
        }
        long halvings = micros / halfLifeMicros;
        if (halvings > HALVINGS_MAX) {
            return 0;
        }
        int step = (int) (micros % halfLifeMicros * STEPS / halfLifeMicros);
        return PART[step] / (1L << halvings);
    }
}
