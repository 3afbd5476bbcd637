// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;

/// State as Flink keeps it: bytes behind the version of our own codec.
///
/// Flink never learns what is in them, so a savepoint of one release restores in the next as long as that reads
/// the version. [#VERSION] grows when a layout changes; the layouts of earlier ones are then read, or refused
/// with the release to use.
public final class Packed {

    static final int VERSION = 5;

    private Packed() {}

    public static byte[] pack(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(VERSION);
        writing.to(out);
        return bytes.toByteArray();
    }

    public static <T> T unpack(byte[] bytes, Reading<T> reading) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("state of version %d, this apian reads version %d; take the savepoint with it"
                            .formatted(version, VERSION)
                    + " or start without state");
        }
        T read = reading.from(in);
        if (in.available() > 0) {
            throw new IOException(in.available() + " bytes of state are left over; it is damaged");
        }
        return read;
    }

    public interface Writing {
        void to(DataOutput out) throws IOException;
    }

    public interface Reading<T> {
        T from(DataInput in) throws IOException;
    }
}
