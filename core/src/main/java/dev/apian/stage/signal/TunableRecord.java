// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.stage.signal.Setting.Kind;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Limits as a record whose components say with [Tunable] that people may set them.
final class TunableRecord {

    private TunableRecord() {}

    static List<Setting> list(Record limits) {
        List<Setting> list = new ArrayList<>();
        addTo(list, limits, "");
        return list;
    }

    private static void addTo(List<Setting> list, Record limits, String path) {
        for (RecordComponent component : limits.getClass().getRecordComponents()) {
            Tunable tunable = component.getAnnotation(Tunable.class);
            Object value = valueOf(component, limits);
            if (tunable != null) {
                list.add(new Setting(
                        path + component.getName(),
                        kindOf(component),
                        tunable.unit(),
                        text(value),
                        tunable.least(),
                        tunable.most(),
                        tunable.because()));
            } else if (value instanceof Record inner && isTunable(inner)) {
                addTo(list, inner, path + component.getName() + ".");
            }
        }
    }

    /// The same with other values.
    ///
    /// @throws IllegalArgumentException if the record refuses them
    static <L extends Record> L with(L limits, Map<String, String> values) {
        @SuppressWarnings("unchecked") // of the same class
        L made = (L) with(limits, values, "");
        return made;
    }

    private static Record with(Record limits, Map<String, String> values, String path) {
        RecordComponent[] components = limits.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object value = valueOf(components[i], limits);
            String name = path + components[i].getName();
            types[i] = components[i].getType();
            if (components[i].isAnnotationPresent(Tunable.class)) {
                arguments[i] = parsed(components[i], values.getOrDefault(name, text(value)));
            } else {
                arguments[i] =
                        value instanceof Record inner && isTunable(inner) ? with(inner, values, name + ".") : value;
            }
        }
        return made(limits.getClass(), types, arguments);
    }

    private static Record made(Class<? extends Record> type, Class<?>[] types, Object[] arguments) {
        try {
            Constructor<? extends Record> canonical = type.getConstructor(types);
            return canonical.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof IllegalArgumentException refused ? refused : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not public with a public canonical constructor", e);
        }
    }

    private static boolean isTunable(Record inner) {
        for (RecordComponent component : inner.getClass().getRecordComponents()) {
            if (component.isAnnotationPresent(Tunable.class)) {
                return true;
            }
        }
        return false;
    }

    private static Object valueOf(RecordComponent component, Record limits) {
        try {
            return component.getAccessor().invoke(limits);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(limits.getClass() + " is not public", e);
        }
    }

    private static Kind kindOf(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == int.class) {
            return Kind.WHOLE;
        }
        if (type == double.class) {
            return Kind.NUMBER;
        }
        if (type == Duration.class) {
            return Kind.DURATION;
        }
        throw new IllegalStateException(component + " is tunable, expected an int, a double or a Duration");
    }

    private static String text(Object value) {
        return switch (value) {
            case Duration duration -> Setting.text(duration);
            case Double number -> Setting.text(number);
            default -> value.toString();
        };
    }

    private static Object parsed(RecordComponent component, String text) {
        return switch (kindOf(component)) {
            case WHOLE -> Integer.valueOf(text);
            case NUMBER -> Double.valueOf(text);
            case DURATION -> Setting.duration(text);
        };
    }
}
