// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;

/// Writes and reads lists and maps of short texts.
final class Texts {

    private Texts() {}

    static void save(Collection<String> texts, DataOutput out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    static void load(DataInput in, Collection<String> into) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            into.add(in.readUTF());
        }
    }

    static void save(Map<String, String> texts, DataOutput out) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
    }

    static void load(DataInput in, Map<String, String> into) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            into.put(in.readUTF(), in.readUTF());
        }
    }
}
