// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.shadow;

import dev.apian.PlainRunner;
import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.Profiled;
import dev.apian.stage.triage.Alert;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The first reading: who calls what in the recording, and what Apian says of it as it is.
final class Survey implements PlainRunner.Observer {

    static final int ENDPOINTS_MAX = 20;
    private static final int ACTORS_MAX = 200_000;
    private static final int USAGES_MAX = 5_000;
    private static final int CALLS_MIN = 50;
    private static final int CALLERS_MIN = 3;
    private static final Set<Label> NO_TARGET =
            Set.of(Label.STATIC, Label.HEALTH, Label.UNMATCHED, Label.LOGIN, Label.TOKEN);
    private static final Comparator<Usage> MATTERS_MOST = Comparator.comparing(
                    (Usage usage) -> usage.endpoint.sensitivity())
            .thenComparingLong(usage -> usage.calls)
            .reversed()
            .thenComparing(usage -> usage.endpoint.toString());

    private final Map<Long, Habits> actors = new LinkedHashMap<>();
    private final Map<Long, Usage> usages = new LinkedHashMap<>();
    private final Set<ActorDay> alerted = new HashSet<>();
    private final Set<String> alerts = new HashSet<>();
    private long calls;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    @Override
    public void profiled(Profiled profiled, Population known) {
        Identified identified = profiled.identified();
        Call call = identified.call();
        calls++;
        first = Math.min(first, call.micros());
        last = Math.max(last, call.micros());
        if (!call.succeeded() || NO_TARGET.stream().anyMatch(identified.endpoint()::is)) {
            return;
        }
        long endpoint = identified.endpoint().id();
        if (actors.size() < ACTORS_MAX || actors.containsKey(identified.actor().key())) {
            actors.computeIfAbsent(identified.actor().key(), _ -> new Habits(identified.actor(), group(identified)))
                    .see(call, endpoint);
        }
        if (usages.size() < USAGES_MAX || usages.containsKey(endpoint)) {
            usages.computeIfAbsent(endpoint, _ -> new Usage(identified.endpoint()))
                    .see(identified);
        }
    }

    private static String group(Identified identified) {
        List<String> roles = identified.call().roles();
        return roles.isEmpty() ? identified.actor().kind().label() : String.join("+", roles);
    }

    @Override
    public void raised(Alert version) {
        alerts.add(version.id());
        alerted.add(ActorDay.of(version));
    }

    /// Whether the recording made Apian speak of this actor around that time anyway.
    boolean wasRaised(Alert version) {
        ActorDay day = ActorDay.of(version);
        return alerted.contains(day) || alerted.contains(new ActorDay(day.actor, day.day - 1));
    }

    List<Usage> targets() {
        return usages.values().stream()
                .filter(usage -> usage.calls >= CALLS_MIN && usage.callers.size() >= CALLERS_MIN)
                .sorted(MATTERS_MOST)
                .limit(ENDPOINTS_MAX)
                .toList();
    }

    Map<Long, Habits> actors() {
        return actors;
    }

    long calls() {
        return calls;
    }

    int alerts() {
        return alerts.size();
    }

    double days() {
        return calls == 0 ? 0 : (last - first) / (double) TimeUnit.DAYS.toMicros(1);
    }

    /// Half of the recorded time is left alone, so that there is a normal.
    long half() {
        return first + (last - first) / 2;
    }

    long last() {
        return last;
    }

    private record ActorDay(long actor, long day) {

        static ActorDay of(Alert version) {
            return new ActorDay(version.actor().key(), Math.floorDiv(version.last(), TimeUnit.DAYS.toMicros(1)));
        }
    }
}
