// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.usual;

import dev.apian.bench.identity.Table;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Field;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What the counts of one actor at one endpoint cost: time to count a call and to freeze the counts, bytes a scale.
///
/// They are a matter of the stage alone, so they are reached by method handles, which a compiler sees through.
final class RatesCost {

    private static final String PACKAGE = "dev.apian.stage.profile.";

    /// More than a processor's cache holds, in the order of chance, as calls come.
    private static final int PAIRS = 200_000;

    private static final int CALLS = 4_000_000;
    private static final int ROUNDS = 7;
    private static final int SCALES = 4;

    /// Between two calls, so that a pair is called every 40 minutes.
    private static final long STEP_MICROS = 12_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final @Nullable Class<?> RATES = find();
    private static final MethodHandle FRESH = handle("fresh");
    private static final MethodHandle COUNT = handle("count");
    private static final MethodHandle FROZEN = handle("frozen");

    private RatesCost() {}

    static boolean isKnown() {
        return RATES != null;
    }

    static void measure(Table table) {
        try {
            Object[] rates = new Object[PAIRS];
            long before = used();
            for (int i = 0; i < PAIRS; i++) {
                rates[i] = (Object) FRESH.invokeExact();
            }
            double each = (double) (used() - before) / PAIRS;
            Cost.Times counts = new Cost.Times();
            Cost.Times frozen = new Cost.Times();
            for (int round = 0; round < ROUNDS; round++) {
                counts.add(round(rates, round, false));
                frozen.add(round(rates, ROUNDS + round, true));
            }
            table.row("bytes a pair on the heap, array of pairs apart", "%.0f".formatted(each), "", 24 * SCALES);
            table.row("bytes a pair and scale", "%.1f".formatted(each / SCALES), "", 24);
            counts.row(table, "rates: count a call at four scales, ns", CALLS, "60");
            frozen.row(table, "rates: count and freeze, ns", CALLS, "");
        } catch (Throwable e) {
            throw new IllegalStateException("rates cannot be measured", e);
        }
    }

    private static long round(Object[] rates, int round, boolean freeze) throws Throwable {
        Random random = new Random(round);
        int[] order = random.ints(CALLS, 0, PAIRS).toArray();
        long micros = (long) round * CALLS * STEP_MICROS;
        Object kept = rates;
        long start = THREADS.getCurrentThreadCpuTime();
        for (int pair : order) {
            COUNT.invokeExact(rates[pair], micros);
            if (freeze) {
                kept = (Object) FROZEN.invokeExact(rates[pair]);
            }
            micros += STEP_MICROS;
        }
        long end = THREADS.getCurrentThreadCpuTime();
        if (kept == null) {
            throw new IllegalStateException("nothing was frozen");
        }
        return end - start;
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static @Nullable Class<?> find() {
        try {
            return Class.forName(PACKAGE + "Rates");
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static MethodHandle handle(String name) {
        Class<?> rates = RATES;
        if (rates == null) {
            return MethodHandles.zero(Object.class);
        }
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(rates, MethodHandles.lookup());
            Class<?> closed = Class.forName(PACKAGE + "Rates$Closed");
            return switch (name) {
                case "fresh" ->
                    lookup.findConstructor(rates, MethodType.methodType(void.class))
                            .asType(MethodType.methodType(Object.class));
                case "count" -> {
                    Field nobody = rates.getDeclaredField("NOBODY");
                    nobody.setAccessible(true);
                    MethodHandle count = lookup.findVirtual(
                            rates, "count", MethodType.methodType(void.class, long.class, int.class, closed));
                    yield MethodHandles.insertArguments(count, 2, 1, nobody.get(null))
                            .asType(MethodType.methodType(void.class, Object.class, long.class));
                }
                default -> {
                    MethodHandle frozen = lookup.findVirtual(
                            rates, "frozen", MethodType.methodType(Class.forName(PACKAGE + "Rates$Frozen")));
                    yield frozen.asType(MethodType.methodType(Object.class, Object.class));
                }
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("rates are not what they were; this benchmark must follow", e);
        }
    }
}
