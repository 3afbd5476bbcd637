// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.endpoint.Endpoint.Sensitivity;
import dev.apian.stage.signal.Tunable;

/// So many calls more than expected, or nothing is said, however surprising: it would not be worth anybody's time.
public record Floor(
        @Tunable(
                least = "1",
                most = "1000000",
                unit = "calls",
                because = "exports, administration, secrets: a dozen is harm")
        int high,

        @Tunable(least = "1", most = "1000000", unit = "calls", because = "payments, deletions")
        int medium,

        @Tunable(least = "1", most = "1000000", unit = "calls", because = "reading what one reads every day")
        int low) {

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
