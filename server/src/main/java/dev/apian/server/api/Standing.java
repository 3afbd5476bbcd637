// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.catalogue.Suppression;
import org.jspecify.annotations.Nullable;

/// Where an alert stands among all.
///
/// @param place    `today`, `below` the line of what a team wants to read a day, or `earlier`
/// @param campaign that it is part of
/// @param hiddenBy what suppresses it
record Standing(
        String place, @Nullable Campaign campaign, @Nullable Suppression hiddenBy) {

    static final String TODAY = "today";
    static final String BELOW = "below";
    static final String EARLIER = "earlier";

    /// Of an alert that stands among no others.
    static final Standing ALONE = new Standing(EARLIER, null, null);
}
