// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stage.endpoint.Shape.Segment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A place in the [Trie]: the names known here, the forms that values take here, the endpoints that end here.
final class TrieNode {

    private static final Slot[] NO_SLOTS = {};

    private final long place;
    private final String owner;
    private final boolean closed;
    private boolean route;

    /// Open addressing by the hash of the name, as [String#hashCode] tells it.
    private @Nullable String[] names = {};

    private @Nullable TrieNode[] below = {};
    private int size;
    private Slot[] slots = NO_SLOTS;
    private String[] keys = {};
    private Endpoint[] endpoints = {};

    TrieNode(long place, String owner, Places places) {
        this.place = place;
        this.owner = owner;
        this.closed = places.isClosed(place);
    }

    /// A form that values take at a place.
    ///
    /// @param open whether any text is a value, not only one that looks like it
    record Slot(String name, String prefix, String suffix, boolean open, boolean closed, TrieNode below) {

        boolean isFile() {
            return name.equals(Shape.FILE);
        }

        /// The value in a part of a path, null if the part is none here.
        @Nullable
        String valueIn(Piece piece) {
            boolean sameForm = piece.suffix().equals(suffix) && piece.prefix().equals(prefix);
            if (open) {
                return sameForm && !Words.isSelf(piece.text()) ? piece.value() : null;
            }
            return sameForm && piece.typed() && !closed ? piece.value() : null;
        }
    }

    TrieNode grow(Segment segment, Places places) {
        long next = Shape.below(place, segment.signature());
        if (!segment.variable()) {
            TrieNode node = named(segment.text());
            if (node == null) {
                node = new TrieNode(next, segment.isTail() ? owner : segment.text(), places);
                add(segment.text(), node);
            }
            return node;
        }
        for (Slot slot : slots) {
            if (slot.prefix.equals(segment.prefix()) && slot.suffix.equals(segment.suffix())) {
                return slot.below;
            }
        }
        TrieNode node = new TrieNode(next, owner, places);
        slots = Arrays.copyOf(slots, slots.length + 1);
        slots[slots.length - 1] =
                new Slot(segment.text(), segment.prefix(), segment.suffix(), places.isOpen(next), closed, node);
        return node;
    }

    /// Somebody said that a route ends here.
    void beRoute() {
        route = true;
    }

    boolean isRoute() {
        return route;
    }

    /// @param key method and operation
    void put(String key, Endpoint endpoint) {
        keys = Arrays.copyOf(keys, keys.length + 1);
        endpoints = Arrays.copyOf(endpoints, endpoints.length + 1);
        keys[keys.length - 1] = key;
        endpoints[keys.length - 1] = endpoint;
    }

    @Nullable
    Endpoint endpoint(String key) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].equals(key)) {
                return endpoints[i];
            }
        }
        return null;
    }

    @Nullable
    TrieNode named(String name) {
        return named(name, 0, name.length(), name.hashCode());
    }

    @Nullable
    TrieNode named(String path, int start, int end, int hash) {
        if (size == 0) {
            return null;
        }
        int mask = names.length - 1;
        int at = spread(hash) & mask;
        for (String name = names[at]; name != null; name = names[at]) {
            if (name.hashCode() == hash && name.length() == end - start && path.startsWith(name, start)) {
                return below[at];
            }
            at = at + 1 & mask;
        }
        return null;
    }

    boolean hasSlots() {
        return slots.length > 0;
    }

    Slot[] slots() {
        return slots;
    }

    @Nullable
    Slot slot(Piece piece) {
        for (Slot slot : slots) {
            if (slot.prefix.equals(piece.prefix()) && slot.suffix.equals(piece.suffix())) {
                return slot;
            }
        }
        return null;
    }

    /// The nearest name on the way here.
    String owner() {
        return owner;
    }

    private void add(String name, TrieNode node) {
        if (2 * (size + 1) > names.length) {
            @Nullable String[] oldNames = names;
            @Nullable TrieNode[] oldBelow = below;
            names = new @Nullable String[Math.max(2, 2 * oldNames.length)];
            below = new @Nullable TrieNode[names.length];
            for (int i = 0; i < oldNames.length; i++) {
                if (oldNames[i] != null) {
                    insert(oldNames[i], oldBelow[i]);
                }
            }
        }
        insert(name, node);
        size++;
    }

    private void insert(String name, @Nullable TrieNode node) {
        int mask = names.length - 1;
        int at = spread(name.hashCode()) & mask;
        while (names[at] != null) {
            at = at + 1 & mask;
        }
        names[at] = name;
        below[at] = node;
    }

    private static int spread(int hash) {
        return hash * 0x9E3779B9 >>> 15;
    }
}
