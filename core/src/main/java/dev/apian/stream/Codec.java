// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/// Small pieces that states write the same way. Constants go by name, so that a release may add or reorder
/// them.
public final class Codec {

    private Codec() {}

    public static void writeEnum(DataOutput out, Enum<?> constant) throws IOException {
        out.writeUTF(constant.name());
    }

    public static <E extends Enum<E>> E readEnum(DataInput in, Class<E> type) throws IOException {
        return Enum.valueOf(type, in.readUTF());
    }

    /// Writes one key.
    @FunctionalInterface
    public interface Writes<K> {
        void write(DataOutput out, K key) throws IOException;
    }

    /// Reads one key.
    @FunctionalInterface
    public interface Reads<K> {
        K read(DataInput in) throws IOException;
    }

    /// Counts by key.
    public static <K> void writeMap(DataOutput out, Map<K, Long> counts, Writes<? super K> key) throws IOException {
        out.writeInt(counts.size());
        for (Map.Entry<K, Long> entry : counts.entrySet()) {
            key.write(out, entry.getKey());
            out.writeLong(entry.getValue());
        }
    }

    /// Adds what [#writeMap] wrote to `counts`.
    public static <K> void readMap(DataInput in, Map<K, Long> counts, Reads<? extends K> key) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            counts.put(key.read(in), in.readLong());
        }
    }
}
