// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.audit;

import dev.apian.reportcard.rival.Place;
import org.jspecify.annotations.Nullable;

/// What one actor has done on any day so far, to tell what is new, and where it was last.
final class Habits {

    private static final int ENDPOINTS_MAX = 2_000;
    private static final int ENTITIES_MAX = 8_000;
    private static final int COUNTRIES_MAX = 300;

    final LongSet endpoints = new LongSet(ENDPOINTS_MAX);
    final LongSet entities = new LongSet(ENTITIES_MAX);
    final LongSet countries = new LongSet(COUNTRIES_MAX);

    @Nullable
    Place lastPlace;

    long lastMicros;
}
