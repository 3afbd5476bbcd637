// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// What keys of permissions and applications are called: kept once, since actors are many.
final class Names implements State {

    /// Roles and applications of a large organisation; a key without a name is left out of explanations only.
    static final int NAMES_MAX = 4_096;

    /// A longer name is cut: it is for people to read.
    private static final int LENGTH_MAX = 60;

    private final Map<Long, String> names = new HashMap<>();

    void put(long key, String name) {
        if (!name.isEmpty() && (names.size() < NAMES_MAX || names.containsKey(key))) {
            names.put(key, name.length() <= LENGTH_MAX ? name : name.substring(0, LENGTH_MAX) + "…");
        }
    }

    /// Empty if there is none.
    String of(long key) {
        return names.getOrDefault(key, "");
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(names.size());
        for (Map.Entry<Long, String> name : names.entrySet()) {
            out.writeLong(name.getKey());
            out.writeUTF(name.getValue());
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        names.clear();
        for (int left = in.readInt(); left > 0; left--) {
            names.put(in.readLong(), in.readUTF());
        }
    }
}
