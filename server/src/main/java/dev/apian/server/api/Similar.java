// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.catalogue.Verdict;
import dev.apian.server.http.Parameters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Earlier alerts that are like one, with what people decided about them, and what would hide alerts like it.
///
/// How alike two alerts are is the weighted share of what they have in common: detections, endpoints, the actor, what
/// was measured, addresses and credentials.
final class Similar {

    private static final double DETECTIONS = 0.4;
    private static final double ENDPOINTS = 0.25;
    private static final double ACTOR = 0.15;
    private static final double MEASURES = 0.1;
    private static final double TRACES = 0.1;

    /// The same detections alone are not alike enough.
    private static final double SCORE_MIN = 0.45;

    private static final int SHOWN_MAX = 8;

    private final Cases cases;

    Similar(Cases cases) {
        this.cases = cases;
    }

    /// @param because in words, the most telling first
    private record Likeness(Case other, double score, List<String> because) {}

    ObjectNode of(Parameters asked) {
        asked.allowOnly();
        Case one = cases.byId(asked.path("id"));
        List<Likeness> alike = cases.all().stream()
                .filter(other -> !other.id().equals(one.id()) && !other.raised().isAfter(one.raised()))
                .map(other -> likeness(one, other))
                .filter(likeness -> likeness.score() >= SCORE_MIN)
                .sorted(Comparator.comparingDouble(Likeness::score)
                        .reversed()
                        .thenComparing(likeness -> likeness.other().raised(), Comparator.reverseOrder())
                        .thenComparing(likeness -> likeness.other().id()))
                .toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("total", alike.size());
        ObjectNode verdicts = answer.putObject("verdicts");
        for (String status : Verdict.STATUSES) {
            verdicts.put(
                    status,
                    alike.stream()
                            .filter(likeness ->
                                    likeness.other().verdict().status().equals(status))
                            .count());
        }
        ArrayNode items = answer.putArray("items");
        for (Likeness likeness : alike.stream().limit(SHOWN_MAX).toList()) {
            ObjectNode item = items.addObject();
            item.set("alert", likeness.other().summary());
            item.put("note", likeness.other().verdict().note());
            item.put("score", Math.round(likeness.score() * 100) / 100.0);
            ArrayNode because = item.putArray("because");
            likeness.because().forEach(because::add);
        }
        return answer;
    }

    private static Likeness likeness(Case one, Case other) {
        ObjectNode a = one.alert();
        ObjectNode b = other.alert();
        List<String> because = new ArrayList<>();
        double score = 0;
        if (one.actor().equals(other.actor())) {
            score += ACTOR;
            because.add("the same actor");
        }
        score += shared("detection", DETECTIONS, Held.scenarios(a), Held.scenarios(b), because);
        score += shared("endpoint", ENDPOINTS, Held.endpoints(a), Held.endpoints(b), because);
        score += shared("measure", MEASURES, Held.measures(a), Held.measures(b), because);
        Set<String> traces = new HashSet<>(Held.addresses(a));
        traces.addAll(Held.credentials(a));
        Set<String> others = new HashSet<>(Held.addresses(b));
        others.addAll(Held.credentials(b));
        score += shared("address or credential", TRACES, traces, others, because);
        return new Likeness(other, score, because);
    }

    /// The weight times the share of what both have among what any of them has.
    private static double shared(
            String what, double weight, Collection<String> one, Collection<String> other, List<String> because) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(new HashSet<>(other));
        if (both.isEmpty()) {
            return 0;
        }
        Set<String> any = new HashSet<>(one);
        any.addAll(other);
        because.add(
                both.size() == any.size()
                        ? "the same %s".formatted(any.size() == 1 ? what : plural(what))
                        : "%d of %d %s".formatted(both.size(), any.size(), plural(what)));
        return weight * both.size() / any.size();
    }

    private static String plural(String what) {
        return what.startsWith("address") ? "addresses and credentials" : what + "s";
    }
}
