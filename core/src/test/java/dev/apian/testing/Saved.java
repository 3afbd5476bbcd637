// SPDX-License-Identifier: Apache-2.0
package dev.apian.testing;

import dev.apian.stream.State;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What went through a checkpoint and came back.
public final class Saved {

    private Saved() {}

    /// The state loaded into a fresh one, which must read exactly what was written.
    public static <S extends State> S reloaded(State state, S fresh) {
        DataInputStream in = in(bytes(state::save));
        try {
            fresh.load(in);
            if (in.available() > 0) {
                throw new AssertionError(in.available() + " bytes were saved but not loaded");
            }
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    /// Saves and loads what has no common type, such as sketches.
    public static <T> T through(Writer writer, T fresh, Reader<T> reader) {
        try {
            reader.read(fresh, in(bytes(writer)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fresh;
    }

    /// What a record is after it travelled to another machine, which must read exactly what was written.
    public static <T> T sent(Writer writer, Received<T> reader) {
        DataInputStream in = in(bytes(writer));
        try {
            T received = reader.read(in);
            if (in.available() > 0) {
                throw new AssertionError(in.available() + " bytes were sent but not read");
            }
            return received;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    public interface Received<T> {
        T read(DataInput in) throws IOException;
    }

    @FunctionalInterface
    public interface Writer {
        void write(DataOutput out) throws IOException;
    }

    @FunctionalInterface
    public interface Reader<T> {
        void read(T fresh, DataInput in) throws IOException;
    }
}
