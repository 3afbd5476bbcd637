// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

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
}
