// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.endpoint.Endpoint.Sensitivity;

/// So many calls more than expected, or nothing is said, however surprising: it would not be worth anybody's time.
///
/// @param high   exports, administration, secrets: a dozen is harm
/// @param medium payments, deletions
/// @param low    reading what one reads every day
public record Floor(int high, int medium, int low) {

    static final Floor DEFAULT = new Floor(12, 20, 30);

    public Floor {
        if (high < 1 || high > medium || medium > low) {
            throw new IllegalArgumentException(
                    "high=%d medium=%d low=%d; give 1 <= high <= medium <= low".formatted(high, medium, low));
        }
    }

    int of(Sensitivity sensitivity) {
        return switch (sensitivity) {
            case HIGH -> high;
            case MEDIUM -> medium;
            case LOW -> low;
        };
    }
}
