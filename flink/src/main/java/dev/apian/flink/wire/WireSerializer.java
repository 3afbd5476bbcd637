// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.wire;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/// Writes and reads records between tasks. Never used for state: that is bytes with a version of their own.
final class WireSerializer<T> extends TypeSerializer<T> {

    private static final long serialVersionUID = 1;

    private final Wire wire;

    WireSerializer(Wire wire) {
        this.wire = wire;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    @Override
    @SuppressWarnings("NullAway") // Flink asks for it where it would reuse mutable objects, and takes null
    public @Nullable T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        return from;
    }

    @Override
    public T copy(T from, T reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(T item, DataOutputView target) throws IOException {
        wire.write(item, target);
    }

    @Override
    @SuppressWarnings("unchecked") // the wire reads what its type says
    public T deserialize(DataInputView source) throws IOException {
        return (T) wire.read(source);
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        wire.write(wire.read(source), target);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WireSerializer<?> serializer && serializer.wire == wire;
    }

    @Override
    public int hashCode() {
        return wire.name().hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        throw new IllegalStateException("records of " + wire + " are not state; keep bytes with a version instead");
    }
}
