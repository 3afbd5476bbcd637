// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names by a print of theirs; the one put longest ago makes room.
final class RecentNames implements State {

    static final int NAMES_MAX = 1 << 14;

    private final LinkedHashMap<Integer, String> names = new LinkedHashMap<>();

    void put(int print, String name) {
        if (names.putIfAbsent(print, name) == null && names.size() > NAMES_MAX) {
            names.pollFirstEntry();
        }
    }

    @Nullable
    String of(int print) {
        return names.get(print);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(names.size());
        for (Map.Entry<Integer, String> entry : names.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeUTF(entry.getValue());
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        names.clear();
        for (int left = in.readInt(); left > 0; left--) {
            names.put(in.readInt(), in.readUTF());
        }
    }
}
