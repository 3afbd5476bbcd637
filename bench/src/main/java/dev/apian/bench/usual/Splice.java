// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.usual;

import dev.apian.reportcard.rival.TrueCall;
import dev.apian.reportcard.world.Seen;
import dev.apian.simulator.Consumer;
import dev.apian.simulator.SimulatedCall;
import dev.apian.simulator.Simulation;
import dev.apian.simulator.WorldSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.BiConsumer;

/// A simulated world without attacks, into which bursts are spliced: one call of an ordinary hour is repeated so many
/// times within the rest of that hour. After Enki et al. (2016), who splice real outbreaks into real baselines, so that
/// nothing else about the world changes.
final class Splice {

    private static final int[] SIZES = {50, 200};
    private static final long MINUTE = 60_000_000L;
    private static final int ANSWERED_BELOW = 300;
    private static final double TAKEN = 0.1;
    private static final int OF_CONSUMERS = 8;

    private final Simulation simulation;
    private final Map<String, Long> due = new HashMap<>();
    private final PriorityQueue<Sent> pending =
            new PriorityQueue<>(Comparator.comparingLong(Sent::micros).thenComparing(Sent::id));
    private final List<Burst> bursts = new ArrayList<>();
    private final Random random;
    private final long burstsFrom;
    private final long burstsUntil;

    /// @param learningDays without bursts; no bursts at all if the world is shorter
    Splice(WorldSettings world, int learningDays) {
        simulation = new Simulation(world.withoutAttacks());
        random = new Random(world.seed());
        burstsFrom = micros(world.start().plus(learningDays, ChronoUnit.DAYS));
        burstsUntil = micros(world.end()) - 24 * Burst.HOUR;
    }

    /// One record as it is sent, and the truth about it.
    record Sent(long micros, String id, String line, TrueCall truth) {}

    /// Gives every call of the world in the order of time.
    void forEach(BiConsumer<Sent, Boolean> sent) {
        StringBuilder line = new StringBuilder();
        while (simulation.hasNext()) {
            SimulatedCall call = simulation.next();
            while (!pending.isEmpty() && pending.peek().micros() <= call.micros()) {
                sent.accept(pending.remove(), true);
            }
            line.setLength(0);
            call.appendTo(line);
            Sent one = new Sent(call.micros(), call.id(), line.toString(), Seen.of(call, "", 0));
            sent.accept(one, false);
            if (call.consumer().kind() != Consumer.Kind.ANONYMOUS && isDue(call)) {
                burst(one, SIZES[bursts.size() % SIZES.length]);
            }
        }
        while (!pending.isEmpty()) {
            sent.accept(pending.remove(), true);
        }
    }

    /// One consumer in [#OF_CONSUMERS] has a burst, since many would be usual: from a time drawn for it, every
    /// answered call in the first 40 minutes of an hour is taken with a chance of [#TAKEN], so that not only logins
    /// are, which come first in sessions.
    private boolean isDue(SimulatedCall call) {
        if (burstsUntil <= burstsFrom) {
            return false;
        }
        long at = due.computeIfAbsent(
                call.consumer().id(), id -> burstsFrom + (long) (random.nextDouble() * (burstsUntil - burstsFrom)));
        boolean early = call.micros() % Burst.HOUR < 40 * MINUTE;
        boolean now = Math.floorMod(call.consumer().id().hashCode(), OF_CONSUMERS) == 0
                && call.micros() >= at
                && early
                && call.status() < ANSWERED_BELOW
                && !call.template().contains("health")
                && random.nextDouble() < TAKEN;
        if (now) {
            due.put(call.consumer().id(), Long.MAX_VALUE);
        }
        return now;
    }

    private void burst(Sent call, int calls) {
        long left = Burst.HOUR - call.micros() % Burst.HOUR - MINUTE;
        for (int i = 1; i <= calls; i++) {
            long micros = call.micros() + left * i / (calls + 1);
            String id = call.id() + "-" + i;
            pending.add(new Sent(micros, id, at(call.line(), micros, id), at(call.truth(), micros)));
        }
        bursts.add(new Burst(call.truth().actor(), call.truth().endpoint(), calls, call.micros()));
    }

    private static String at(String line, long micros, String id) {
        int afterId = line.indexOf("\",\"server.address\":\"");
        return "{\"timestamp\":\"" + Instant.EPOCH.plus(micros, ChronoUnit.MICROS) + "\",\"event.id\":\"" + id
                + line.substring(afterId);
    }

    private static TrueCall at(TrueCall call, long micros) {
        return new TrueCall(
                micros,
                call.actor(),
                call.kind(),
                call.endpoint(),
                call.entities(),
                call.status(),
                call.address(),
                call.country(),
                call.latitude(),
                call.longitude(),
                call.autonomousSystem(),
                call.userAgent(),
                call.responseBytes(),
                call.attack());
    }

    List<Burst> bursts() {
        return List.copyOf(bursts);
    }

    /// Whether a release or a sale is on, which anybody may know afterwards.
    boolean isRelease(long micros) {
        return simulation.occasions().stream()
                .filter(one -> one.consumer().isEmpty())
                .filter(one -> switch (one.kind()) {
                    case RELEASE, SALE -> true;
                    case OUTAGE, JOURNEY, NEW_ACCOUNT, NEW_ROLE, NEW_REGION, LOCKED_OUT, MONTH_END, VPN -> false;
                })
                .anyMatch(one -> micros >= micros(one.from()) && micros < micros(one.to()));
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
