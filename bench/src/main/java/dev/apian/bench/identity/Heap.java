// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.identity;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/// What lies on the heap.
final class Heap {

    private static final int COLLECTIONS = 4;
    private static final int OBJECT_HEADER_BYTES = 8;
    private static final int ARRAY_HEADER_BYTES = 12;
    private static final int ALIGNMENT_BYTES = 8;
    private static final int REFERENCE_BYTES = 4;

    private Heap() {}

    /// Bytes in use after collections.
    static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// The value of a private field.
    static Object field(Object of, String name) throws ReflectiveOperationException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }

    /// Bytes of an object of Apian and of all that it alone holds, with compact headers and references of 4 bytes; it
    /// may hold arrays of numbers and objects of Apian, nothing else.
    static long sizeOf(Object object) throws ReflectiveOperationException {
        Class<?> type = object.getClass();
        if (type.isArray()) {
            return aligned(ARRAY_HEADER_BYTES + (long) Array.getLength(object) * bytes(type.getComponentType()));
        }
        long own = OBJECT_HEADER_BYTES;
        long held = 0;
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                own += bytes(field.getType());
                Object value = field.getType().isPrimitive() ? null : field(object, field.getName());
                held += value == null ? 0 : sizeOf(value);
            }
        }
        return aligned(own) + held;
    }

    private static int bytes(Class<?> type) {
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        }
        if (type == int.class || type == float.class) {
            return Integer.BYTES;
        }
        if (type == short.class || type == char.class) {
            return Short.BYTES;
        }
        return type.isPrimitive() ? 1 : REFERENCE_BYTES;
    }

    private static long aligned(long bytes) {
        return (bytes + ALIGNMENT_BYTES - 1) / ALIGNMENT_BYTES * ALIGNMENT_BYTES;
    }
}
