// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.audit;

import dev.apian.reportcard.rival.Network;
import dev.apian.reportcard.rival.Place;
import dev.apian.reportcard.rival.TravelSpeed;
import dev.apian.reportcard.rival.TrueCall;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// One actor's calls of one day UTC, counted in all the ways that [Feature] reads.
final class ActorDay {

    static final long DAY_MICROS = 86_400_000_000L;

    private static final long MINUTE_MICROS = 60_000_000L;
    private static final long HOUR_MICROS = 60 * MINUTE_MICROS;
    private static final double SECOND_MICROS = 1e6;
    private static final int NIGHT_ENDS_AT = 5;
    private static final int DISTINCT_MAX = 100_000;
    private static final int TYPES_MAX = 1_000;
    private static final int ATTACKS_MAX = 1_000;
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");

    final LongSet endpoints = new LongSet(DISTINCT_MAX);
    final LongSet entities = new LongSet(DISTINCT_MAX);
    final LongSet addresses = new LongSet(DISTINCT_MAX);
    final LongSet networks = new LongSet(DISTINCT_MAX);
    final LongSet countries = new LongSet(DISTINCT_MAX);
    final LongSet autonomousSystems = new LongSet(DISTINCT_MAX);
    final LongSet userAgents = new LongSet(DISTINCT_MAX);
    final Set<String> attacks = new TreeSet<>();

    int calls;
    int refused;
    int notAllowed;
    int notFound;
    int atNight;
    int writes;
    int newEndpoints;
    int newEntities;
    int newCountries;
    int mostInAMinute;
    long bytes;
    long mostBytes;
    double fastest;

    private final int[] byHour = new int[24];
    private final Map<String, Integer> entitiesByType = new HashMap<>();
    private long minute;
    private int inMinute;
    private long last;
    private double gapSum;
    private double gapSquares;

    void add(TrueCall call, Habits habits) {
        countTime(call.micros());
        calls++;
        countStatus(call.status());
        bytes += call.responseBytes();
        mostBytes = Math.max(mostBytes, call.responseBytes());
        countThings(call, habits);
        countPlaces(call, habits);
        if (!call.attack().isEmpty() && attacks.size() < ATTACKS_MAX) {
            attacks.add(call.attack());
        }
    }

    double mostEntitiesOfOneType() {
        return entitiesByType.values().stream().mapToInt(count -> count).max().orElse(0);
    }

    double mostCallsInAnHour() {
        return Arrays.stream(byHour).max().orElse(0);
    }

    /// Seconds; a single call has the whole day.
    double meanGap() {
        return calls < 2 ? DAY_MICROS / SECOND_MICROS : gapSum / (calls - 1);
    }

    /// Deviation of the gaps by their mean: 0 for a clock, 1 for pure chance, which is also said of fewer than two
    /// gaps.
    double gapVariation() {
        if (calls < 3 || gapSum == 0) {
            return 1;
        }
        var mean = meanGap();
        return Math.sqrt(Math.max(0, gapSquares / (calls - 1) - mean * mean)) / mean;
    }

    private void countTime(long micros) {
        var hour = Math.floorMod(micros, DAY_MICROS) / HOUR_MICROS;
        byHour[(int) hour]++;
        atNight += hour < NIGHT_ENDS_AT ? 1 : 0;
        var now = Math.floorDiv(micros, MINUTE_MICROS);
        inMinute = now == minute ? inMinute + 1 : 1;
        minute = now;
        mostInAMinute = Math.max(mostInAMinute, inMinute);
        if (calls > 0) {
            var gap = (micros - last) / SECOND_MICROS;
            gapSum += gap;
            gapSquares += gap * gap;
        }
        last = micros;
    }

    private void countStatus(int status) {
        refused += status >= 400 && status < 500 ? 1 : 0;
        notAllowed += status == 401 || status == 403 ? 1 : 0;
        notFound += status == 404 ? 1 : 0;
    }

    private void countThings(TrueCall call, Habits habits) {
        endpoints.add(call.endpoint());
        newEndpoints += habits.endpoints.add(call.endpoint()) ? 1 : 0;
        var method = call.endpoint().substring(0, Math.max(0, call.endpoint().indexOf(' ')));
        writes += WRITING.contains(method) ? 1 : 0;
        for (var entity : call.entities()) {
            newEntities += habits.entities.add(entity) ? 1 : 0;
            if (entities.add(entity)) {
                countType(entity.substring(0, Math.max(0, entity.indexOf(' '))));
            }
        }
    }

    private void countType(String type) {
        if (entitiesByType.size() < TYPES_MAX || entitiesByType.containsKey(type)) {
            entitiesByType.merge(type, 1, Integer::sum);
        }
    }

    private void countPlaces(TrueCall call, Habits habits) {
        addresses.add(call.address());
        networks.add(Network.of(call.address()));
        countries.add(call.country());
        newCountries += habits.countries.add(call.country()) ? 1 : 0;
        autonomousSystems.add(String.valueOf(call.autonomousSystem()));
        userAgents.add(call.userAgent());
        var here = new Place(call.latitude(), call.longitude());
        if (here.isKnown()) {
            var before = habits.lastPlace == null ? here : habits.lastPlace;
            fastest =
                    Math.max(fastest, TravelSpeed.speed(before.kilometresTo(here), call.micros() - habits.lastMicros));
            habits.lastPlace = here;
            habits.lastMicros = call.micros();
        }
    }
}
