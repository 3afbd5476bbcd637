// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.shadow;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Casts culprits among the actors of a recording and writes down what each does. Everybody has one part at most.
final class Plot {

    static final String PREFIX = "shadow-";

    /// More culprits than this would make a world of their own.
    private static final double CULPRITS_SHARE_MAX = 0.1;

    private static final long MINUTE = TimeUnit.MINUTES.toMicros(1);
    private static final int SURGE_MIN = 120;
    private static final int SURGE_TIMES = 15;
    private static final int SURGE_MAX = 3_000;
    private static final int WALK = 60;
    private static final int TRICKLE_A_DAY = 4;
    private static final int TRICKLE_DAYS_MAX = 10;
    private static final int STRANGER = 5;
    private static final int PEERS_MIN = 4;
    private static final int STOLEN = 20;
    private static final Origin FAR = new Origin("105.112.0.77", "NG", 6.45, 3.39, 50, 36873, "Airtel Networks");
    private static final Origin FAR_TOO = new Origin("113.160.0.77", "VN", 21.03, 105.85, 50, 45899, "VNPT Corp");

    private final Survey survey;
    private final SplittableRandom chance;
    private final Set<Long> taken = new HashSet<>();

    Plot(Survey survey, long seed) {
        this.survey = survey;
        this.chance = new SplittableRandom(seed);
    }

    /// What happens at these endpoints, one part an endpoint; where nobody fits, a part without calls says why.
    List<Part> write(Kind kind, List<Usage> targets) {
        List<Part> parts = new ArrayList<>();
        for (Usage target : targets) {
            parts.add(part(kind, target, PREFIX + parts.size() + "-"));
        }
        return parts;
    }

    private Part part(Kind kind, Usage target, String ids) {
        if (taken.size() >= survey.actors().size() * CULPRITS_SHARE_MAX) {
            return Part.notTried(target, "a tenth of all actors have a part already");
        }
        boolean needsIds = kind == Kind.WALK || kind == Kind.TRICKLE;
        int needed = kind == Kind.WALK ? WALK : TRICKLE_A_DAY;
        if (needsIds && target.ids.size() < 2 * needed) {
            return Part.notTried(target, target.ids.isEmpty() ? "no id in its path" : "too few ids were seen");
        }
        List<Habits> fitting = survey.actors().values().stream()
                .filter(actor -> !taken.contains(actor.actor.key()))
                .filter(actor -> actor.samplesAfter(survey.half()).size() >= (kind == Kind.TRICKLE ? 2 : 1))
                .filter(actor -> kind == Kind.STRANGER
                        ? isStranger(actor, target)
                        : target.callers.containsKey(actor.actor.key()))
                .filter(actor ->
                        !needsIds || target.idsOfOthers(actor.actor.key()).size() >= needed)
                .toList();
        if (fitting.isEmpty()) {
            return Part.notTried(
                    target,
                    kind == Kind.STRANGER
                            ? "no group of peers stays away from it"
                            : "no caller with a credential in the second half of the time");
        }
        Habits culprit = fitting.get(chance.nextInt(fitting.size()));
        taken.add(culprit.actor.key());
        return new Part(target, culprit.actor, calls(kind, target, culprit, ids), "");
    }

    private boolean isStranger(Habits actor, Usage target) {
        int peers = 0;
        for (Habits other : survey.actors().values()) {
            if (other.group.equals(actor.group)) {
                peers++;
                if (other.endpoints.contains(target.endpoint.id())) {
                    return false;
                }
            }
        }
        return peers >= PEERS_MIN;
    }

    private List<Call> calls(Kind kind, Usage target, Habits culprit, String ids) {
        long key = culprit.actor.key();
        Map<Long, Call> days = culprit.samplesAfter(survey.half());
        Call own = pick(new ArrayList<>(days.values()));
        long at = own.micros() + MINUTE;
        Usage.Caller caller = target.callers.get(key);
        List<Usage.Sample> samples =
                caller == null ? target.callers.values().iterator().next().samples : caller.samples;
        List<String> others = target.idsOfOthers(key);
        List<Call> calls = new ArrayList<>();
        switch (kind) {
            case SURGE -> {
                long busiest = caller == null ? 0 : caller.busiestHour;
                int count = Math.clamp(SURGE_TIMES * busiest, SURGE_MIN, SURGE_MAX);
                for (int i = 0; i < count; i++) {
                    Usage.Sample sample = samples.get(i % samples.size());
                    calls.add(forge(
                            ids + i, at + 40 * MINUTE * i / count, sample.call().path(), sample, own, null));
                }
            }
            case WALK -> {
                int from = chance.nextInt(others.size() - WALK + 1);
                for (int i = 0; i < WALK; i++) {
                    calls.add(forgeWith(others.get(from + i), ids + i, at + 15 * MINUTE * i / WALK, samples, own));
                }
            }
            case TRICKLE -> {
                for (Call day : days.values().stream().limit(TRICKLE_DAYS_MAX).toList()) {
                    for (int i = 0; i < TRICKLE_A_DAY; i++) {
                        String other = others.get(chance.nextInt(others.size()));
                        long when = day.micros() + (1 + 6L * i) * MINUTE;
                        calls.add(forgeWith(other, ids + calls.size(), when, samples, day));
                    }
                }
            }
            case STRANGER -> {
                for (int i = 0; i < STRANGER; i++) {
                    Usage.Sample sample = samples.get(i % samples.size());
                    calls.add(forge(ids + i, at + 10 * MINUTE * i, sample.call().path(), sample, own, null));
                }
            }
            case STOLEN -> {
                Origin far = own.origin().country().equals(FAR.country()) ? FAR_TOO : FAR;
                for (int i = 0; i < STOLEN; i++) {
                    Usage.Sample sample = samples.get(i % samples.size());
                    calls.add(forge(ids + i, at + MINUTE * i, sample.call().path(), sample, own, far));
                }
            }
        }
        return calls;
    }

    private static Call forgeWith(String other, String id, long at, List<Usage.Sample> samples, Call own) {
        Usage.Sample sample = samples.stream()
                .filter(one -> !one.id().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an endpoint with ids has a sample with one"));
        return forge(id, at, sample.pathWith(other), sample, own, null);
    }

    /// A call that never was: what the sample asks for, made by whoever made `own`, or from elsewhere.
    private static Call forge(
            String id, long at, String path, Usage.Sample sample, Call own, @Nullable Origin elsewhere) {
        Call asked = sample.call();
        return new Call(
                id,
                at,
                asked.method(),
                asked.host(),
                path,
                asked.route(),
                200,
                elsewhere == null ? own.origin() : elsewhere,
                elsewhere == null ? own.userAgent() : "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Firefox/115.0",
                elsewhere == null ? own.device() : "Firefox on Linux",
                own.organization(),
                own.roles(),
                own.presented(),
                List.of(),
                List.of(),
                asked.content(),
                asked.responseSeen(),
                asked.requestBytes(),
                asked.responseBytes(),
                asked.durationMicros());
    }

    private <T> T pick(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }
}
