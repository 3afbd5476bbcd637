// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.sketch.Hash;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// In how many different places each response shape was seen. A shape that one variable's values have in common says
/// much; `{"status": "ok"}` is everywhere and says nothing.
final class Shapes {

    /// Later ones count as seen everywhere.
    static final int SHAPES_MAX = 50_000;

    private static final int CONTEXTS_MAX = 8;

    private final Map<Long, Contexts> contexts = new HashMap<>();

    /// @param name  the last part of the path, `{}` for a variable
    /// @param above the part before it
    void see(long shape, String name, String above) {
        Contexts seen = contexts.get(shape);
        if (seen == null) {
            if (contexts.size() == SHAPES_MAX) {
                return;
            }
            seen = new Contexts();
            contexts.put(shape, seen);
        }
        if (seen.names.length < CONTEXTS_MAX || seen.above.length < CONTEXTS_MAX) {
            long parent = Hash.of(above);
            seen.names = with(seen.names, name.equals("{}") ? Hash.of(parent, 1) : Hash.of(name));
            seen.above = with(seen.above, parent);
        }
    }

    /// Places that have the shape, 1 for one that stands for a single resource. Values of a variable that is not known
    /// yet have many names below one part; routes below such values have one name below many.
    int spread(long shape) {
        Contexts seen = contexts.get(shape);
        return seen == null ? CONTEXTS_MAX : Math.max(1, Math.min(seen.names.length, seen.above.length));
    }

    private static long[] with(long[] some, long one) {
        if (some.length == CONTEXTS_MAX) {
            return some;
        }
        for (long other : some) {
            if (other == one) {
                return some;
            }
        }
        long[] more = Arrays.copyOf(some, some.length + 1);
        more[some.length] = one;
        return more;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(contexts.size());
        for (Map.Entry<Long, Contexts> entry : contexts.entrySet()) {
            out.writeLong(entry.getKey());
            save(out, entry.getValue().names);
            save(out, entry.getValue().above);
        }
    }

    void load(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            Contexts seen = new Contexts();
            contexts.put(in.readLong(), seen);
            seen.names = longs(in);
            seen.above = longs(in);
        }
    }

    private static void save(DataOutput out, long[] longs) throws IOException {
        out.writeByte(longs.length);
        for (long one : longs) {
            out.writeLong(one);
        }
    }

    private static long[] longs(DataInput in) throws IOException {
        long[] longs = new long[in.readByte()];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = in.readLong();
        }
        return longs;
    }

    private static final class Contexts {
        private long[] names = {};
        private long[] above = {};
    }
}
