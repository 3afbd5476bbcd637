// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.util.List;

/// How much is known of an actor's own habit. Newcomers scatter more around what is expected of them, because it is
/// others that taught it.
enum Maturity {
    /// Known by what peers do.
    NEWCOMER,
    YOUNG,
    SETTLED;

    static final List<Maturity> ALL = List.of(values());

    /// With fewer windows the peers speak for the actor.
    static final float YOUNG_MIN = 3;

    static final float SETTLED_MIN = 12;

    static Maturity of(float windows) {
        if (windows < YOUNG_MIN) {
            return NEWCOMER;
        }
        return windows < SETTLED_MIN ? YOUNG : SETTLED;
    }

    @SuppressWarnings("EnumOrdinal") // of arrays in memory and between machines of one release, never stored
    int place() {
        return ordinal();
    }
}
