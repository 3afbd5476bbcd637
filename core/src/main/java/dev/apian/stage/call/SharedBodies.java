// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.sketch.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The bodies met last, so that calls of one form share one list of keys. Bounded: a newcomer takes the slot of
/// whoever was there. A body is checked key by key before it is used again, so that only memory depends on who was
/// here before.
@SuppressWarnings("EnumOrdinal") // types and classes as bits, never kept
final class SharedBodies {

    private static final int SHARED_MAX = 1_024;
    private static final AtomicReferenceArray<@Nullable Entry> SHARED = new AtomicReferenceArray<>(SHARED_MAX);

    private static final class Entry {
        private final Body body;
        private final int found;
        /// Hash of path and type of each key.
        private final long[] marks;

        private Entry(Body body, int found, long[] marks) {
            this.body = body;
            this.found = found;
            this.marks = marks;
        }

        private boolean is(KeySet keys, int classes) {
            if (body.shape() != keys.shape() || found != classes || marks.length != listed(keys)) {
                return false;
            }
            for (int i = 0; i < marks.length; i++) {
                if (marks[i] != mark(keys, i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private SharedBodies() {}

    /// @param found classes as bits
    static Body of(KeySet keys, int found) {
        if (keys.isEmpty() && found == 0) {
            return Body.NONE;
        }
        long hash = keys.shape() + found;
        int listed = listed(keys);
        for (int i = 0; i < listed; i++) {
            hash = hash * 31 + mark(keys, i);
        }
        int index = (int) Hash.mix(hash) & (SHARED_MAX - 1);
        Entry known = SHARED.getAcquire(index);
        if (known != null && known.is(keys, found)) {
            return known.body;
        }
        Entry entry = entry(keys, listed, found);
        SHARED.setRelease(index, entry);
        return entry.body;
    }

    private static Entry entry(KeySet keys, int listed, int found) {
        long[] marks = new long[listed];
        List<Body.Key> list = new ArrayList<>(listed);
        for (int i = 0; i < listed; i++) {
            marks[i] = mark(keys, i);
            KeyPath path = keys.path(i);
            if (path.chars <= KeySet.PATH_CHARS_MAX) {
                Body.Type type = keys.type(i);
                list.add(new Body.Key(path.text(type == Body.Type.ARRAY), type));
            }
        }
        return new Entry(new Body(keys.shape(), list, ContentCodec.classes(found)), found, marks);
    }

    private static int listed(KeySet keys) {
        return Math.min(keys.size(), Body.KEYS_MAX);
    }

    private static long mark(KeySet keys, int index) {
        return keys.path(index).hash + keys.type(index).ordinal();
    }
}
