// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// What is known of places in paths beyond the endpoints themselves.
///
/// @param open   places of variable parts at which any text is a value: those that were learned, pinned or documented.
///               A place is the hash of host and path up to and with the part
/// @param closed places below which no part is a value, however much it looks like one
/// @param routes templates that take part in matching although nothing was called there yet
record Places(Set<Long> open, Set<Long> closed, Set<Route> routes) {

    static final Places NONE = new Places(Set.of(), Set.of(), Set.of());

    record Route(String host, String template) {}

    boolean isOpen(long place) {
        return open.contains(place);
    }

    boolean isClosed(long place) {
        return closed.contains(place);
    }

    /// Whether a piece that is no known name would be a value below this place.
    boolean takes(long place, Piece piece) {
        if (closed.contains(place)) {
            return false;
        }
        return piece.typed()
                || !open.isEmpty()
                        && open.contains(Shape.below(place, piece.form()))
                        && !Words.isSelf(piece.text());
    }

    void save(DataOutput out) throws IOException {
        save(out, open);
        save(out, closed);
        out.writeInt(routes.size());
        for (Route route : routes) {
            out.writeUTF(route.host);
            out.writeUTF(route.template);
        }
    }

    static Places read(DataInput in) throws IOException {
        Set<Long> open = longs(in);
        Set<Long> closed = longs(in);
        Set<Route> routes = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            routes.add(new Route(in.readUTF(), in.readUTF()));
        }
        return new Places(open, closed, routes);
    }

    private static void save(DataOutput out, Set<Long> places) throws IOException {
        out.writeInt(places.size());
        for (Long place : places) {
            out.writeLong(place);
        }
    }

    private static Set<Long> longs(DataInput in) throws IOException {
        Set<Long> places = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            places.add(in.readLong());
        }
        return places;
    }
}
