// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.wire;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/// Tells Flink how a kind of record is written.
public final class WireType<T> extends TypeInformation<T> {

    private static final long serialVersionUID = 1;

    private final Wire wire;

    public WireType(Wire wire) {
        this.wire = wire;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new WireSerializer<>(wire);
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    @SuppressWarnings("unchecked") // a wire type is made for the wire's class
    public Class<T> getTypeClass() {
        return (Class<T>) wire.type();
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public String toString() {
        return wire.name();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WireType<?> type && type.wire == wire;
    }

    @Override
    public int hashCode() {
        return wire.name().hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof WireType<?>;
    }
}
