// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.identity;

import dev.apian.simulator.Trade;
import dev.apian.simulator.WorldSettings;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Content;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Origin;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Actor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;

/// What it costs to know who calls: time for each call, memory for each credential, and memory for what an actor was
/// shown. One thread; give it a heap of 4 GB.
public final class Cost {

    private static final int CREDENTIALS = 1_000_000;
    private static final int CREDENTIALS_PER_ACTOR = 20;

    /// Two batches of the engine: there, a call that is resolved was just read, and is still in the processor's cache.
    /// Its credential is not: each batch comes with others.
    private static final int BATCH = 8_192;

    private static final int BATCHES = 400;
    private static final int BATCHES_TO_WARM_UP = 100;
    private static final long MICROS = 1_772_445_600_000_000L;
    private static final Endpoint ENDPOINT =
            new Endpoint(1, "GET", "api.example", "/v1/orders", Endpoint.Sensitivity.LOW, Set.of());

    /// Time of the processor, since other programs of the machine take their share of the clock on the wall.
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Cost() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        Options options = Options.parse(args);
        System.out.println("bench/identity-cost " + options + "\n");
        Table table = new Table("what", "measured", "target");
        credentials(table);
        provenance(table, options);
        System.out.println(table);
    }

    private static void credentials(Table table) {
        Actor[] actors = new Actor[CREDENTIALS / CREDENTIALS_PER_ACTOR];
        for (int i = 0; i < actors.length; i++) {
            actors[i] = new Actor(i * 0x9E37_79B9_7F4A_7C15L, Integer.toString(20_000 + i), Actor.Kind.USER);
        }
        long before = Heap.used();
        LiveCredentials live = new LiveCredentials();
        for (int i = 0; i < CREDENTIALS / 2; i++) {
            live.resolve(refresh(actors[i % actors.length], accessToken(i), refreshToken(i)));
        }
        double each = (Heap.used() - before) / (double) live.size();
        table.row(
                "%,d live credentials, bytes each above its actor".formatted(live.size()), "%.0f".formatted(each), 32);
        List<Double> nanos = new ArrayList<>();
        List<Double> empty = new ArrayList<>();
        Random random = new Random(7);
        long checksum = 0;
        for (int batch = 0; batch < BATCHES_TO_WARM_UP + BATCHES; batch++) {
            List<Touched> calls = calls(random);
            long start = THREADS.getCurrentThreadCpuTime();
            for (Touched call : calls) {
                checksum += call.micros();
            }
            long middle = THREADS.getCurrentThreadCpuTime();
            for (Touched call : calls) {
                checksum += live.resolve(call).key();
            }
            long end = THREADS.getCurrentThreadCpuTime();
            if (batch >= BATCHES_TO_WARM_UP) {
                empty.add((middle - start) / (double) BATCH);
                nanos.add((end - middle) / (double) BATCH);
            }
        }
        Collections.sort(nanos);
        Collections.sort(empty);
        table.row(
                "ns of the processor a call, median of %d batches of %,d calls".formatted(BATCHES, BATCH),
                "%.0f (at best %.0f)".formatted(nanos.get(BATCHES / 2), nanos.getFirst()),
                200);
        table.row(
                "the same for an empty loop, ns, and how often that fits",
                "%.1f, %.0f times".formatted(empty.get(BATCHES / 2), nanos.get(BATCHES / 2) / empty.get(BATCHES / 2)),
                "");
        System.err.println("checksum " + checksum + " of " + actors.length + " actors");
    }

    private static List<Touched> calls(Random random) {
        List<Touched> calls = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            Facet token = accessToken(random.nextInt(CREDENTIALS / 2));
            calls.add(call(i, "GET", List.of(token), List.of()));
        }
        return calls;
    }

    /// A user whose first token told the name gets new ones.
    private static Touched refresh(Actor actor, Facet accessToken, Facet refreshToken) {
        Facet subject = new Facet(Facet.Kind.SUBJECT, "https://id.example#" + actor.name());
        return call(0, "POST", List.of(subject), List.of(accessToken, refreshToken));
    }

    private static Touched call(int number, String method, List<Facet> presented, List<Facet> granted) {
        Call call = new Call(
                "ev-" + number,
                MICROS + number,
                method,
                "api.example",
                "/v1/orders",
                null,
                200,
                Origin.UNKNOWN,
                "",
                "",
                null,
                List.of(),
                presented,
                granted,
                List.of(),
                Content.NONE,
                false,
                -1,
                -1,
                -1);
        return new Touched(call, ENDPOINT, List.of(), List.of());
    }

    private static Facet accessToken(int number) {
        return new Facet(Facet.Kind.ACCESS_TOKEN, "%016x".formatted(number * 0x9E37_79B9_7F4A_7C15L));
    }

    private static Facet refreshToken(int number) {
        return new Facet(Facet.Kind.REFRESH_TOKEN, "%016x".formatted(number * 0xC2B2_AE3D_27D4_EB4FL));
    }

    private static void provenance(Table table, Options options) throws IOException, ReflectiveOperationException {
        for (Trade trade : options.trades()) {
            WorldSettings world = WorldSettings.of(
                            options.days(), options.actors(), options.seeds().getFirst())
                    .withoutAttacks()
                    .in(trade);
            List<Provenances.Size> sizes = Provenances.of(world);
            String what = "provenance, %s, %d days, %,d actors, ".formatted(trade, options.days(), sizes.size());
            table.row(what + "bytes saved, median / 95 %", quantiles(sizes, Provenances.Size::saved), 512);
            table.row(what + "bytes in memory, median / 95 %", quantiles(sizes, Provenances.Size::heap), 512);
        }
    }

    private static String quantiles(List<Provenances.Size> sizes, ToLongFunction<Provenances.Size> part) {
        long[] sorted = sizes.stream().mapToLong(part).sorted().toArray();
        return "%,d / %,d".formatted(sorted[sorted.length / 2], sorted[sorted.length * 95 / 100]);
    }
}
