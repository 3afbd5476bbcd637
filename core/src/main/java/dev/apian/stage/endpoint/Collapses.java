// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import java.util.Map;
import java.util.Set;

/// Places in the path tree where names turned out to be values: every literal there is a variable part, but
/// for the few that are kept because they are routes of their own (`/users/me` beside `/users/{userId}`).
///
/// @param kept by the hash of the path before the place: the literals that stay
record Collapses(Map<Long, Set<String>> kept) {

    static final Collapses NONE = new Collapses(Map.of());

    boolean hides(long prefix, String literal) {
        if (kept.isEmpty()) {
            return false;
        }
        Set<String> stay = kept.get(prefix);
        return stay != null && !stay.contains(literal) && !Words.isSelf(literal);
    }
}
