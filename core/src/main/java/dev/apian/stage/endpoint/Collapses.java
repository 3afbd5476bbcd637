// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
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

    void save(DataOutput out) throws IOException {
        out.writeInt(kept.size());
        for (Map.Entry<Long, Set<String>> place : kept.entrySet()) {
            out.writeLong(place.getKey());
            out.writeInt(place.getValue().size());
            for (String literal : place.getValue()) {
                out.writeUTF(literal);
            }
        }
    }

    static Collapses read(DataInput in) throws IOException {
        Map<Long, Set<String>> kept = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            long prefix = in.readLong();
            Set<String> stay = new HashSet<>();
            for (int literals = in.readInt(); literals > 0; literals--) {
                stay.add(in.readUTF());
            }
            kept.put(prefix, Set.copyOf(stay));
        }
        return new Collapses(kept);
    }
}
