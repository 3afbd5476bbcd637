// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.catalogue.Suppression;
import dev.apian.catalogue.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An alert together with what people decided about it, as the API shows it.
///
/// @param alert    as the engine tells it
/// @param standing where it stands among all alerts
record Case(ObjectNode alert, Verdict verdict, Standing standing) {

    static final Comparator<Case> RISKIEST =
            Comparator.comparingDouble(Case::risk).reversed().thenComparing(Case::id);

    private static final List<String> SUMMARY =
            List.of("id", "raised_at", "first_seen", "last_seen", "severity", "risk", "title", "actor", "scenarios");

    private static final List<String> DETAIL = List.of("summary", "involved", "calls", "what_to_check");

    private static final List<String> CARD =
            List.of("id", "title", "question", "severity", "next_steps", "false_positives", "blind_spots");

    Case at(String place) {
        return new Case(alert, verdict, new Standing(place, standing.campaign(), standing.hiddenBy()));
    }

    String id() {
        return text("id");
    }

    String text(String member) {
        return alert.path(member).asString("");
    }

    double risk() {
        return alert.path("risk").asDouble();
    }

    String actor() {
        return alert.path("actor").path("id").asString("");
    }

    Instant raised() {
        return time("raised_at");
    }

    Instant time(String member) {
        return Instant.parse(text(member));
    }

    boolean isOf(String campaign) {
        return standing.campaign() != null && standing.campaign().id().equals(campaign);
    }

    /// In which view of all alerts it is shown: `suppressed`, `snoozed`, or the `queue`.
    String view(Instant now) {
        if (standing.hiddenBy() != null) {
            return "suppressed";
        }
        return verdict.isSnoozed(now) ? "snoozed" : "queue";
    }

    boolean fired(String scenario) {
        return alert.path("scenarios").values().stream()
                .anyMatch(one -> one.asString("").equals(scenario));
    }

    /// Whether title, actor or id hold a text, in any case.
    boolean mentions(String part) {
        String all = text("title")
                + '\n'
                + text("id")
                + '\n'
                + actor()
                + '\n'
                + alert.path("actor").path("name").asString("");
        return all.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    ObjectNode summary() {
        ObjectNode out = pick(alert, SUMMARY);
        out.put("preliminary", alert.path("preliminary").asBoolean(false));
        out.put("status", verdict.status());
        out.put("assignee", verdict.assignee());
        out.put("snoozed_until", text(verdict.snoozedUntil()));
        out.put("suppressed", standing.hiddenBy() != null);
        out.put("place", standing.place());
        Campaign campaign = standing.campaign();
        out.set("campaign", campaign == null ? null : campaign.json());
        return out;
    }

    ObjectNode detail() {
        ObjectNode out = summary();
        out.setAll(pick(alert, DETAIL));
        out.put("note", verdict.note());
        out.put("decided_by", verdict.by());
        out.put("decided_at", text(verdict.at()));
        Suppression hiddenBy = standing.hiddenBy();
        out.set("suppressed_by", hiddenBy == null ? null : SuppressionJson.of(hiddenBy));
        out.set("would_be_normal", Normally.of(alert));
        out.set("evidence", evidence(alert.path("evidence")));
        ArrayNode cards = out.putArray("cards");
        alert.path("cards").values().forEach(card -> cards.add(pick(card, CARD)));
        ArrayNode signals = out.putArray("signals");
        alert.path("signals").values().stream()
                .sorted((a, b) -> at(a).compareTo(at(b)))
                .forEach(signal -> signals.add(signal(signal)));
        return out;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static ObjectNode signal(JsonNode signal) {
        ObjectNode out = pick(signal, List.of("scenario", "at", "reason"));
        out.set("evidence", evidence(signal.path("evidence")));
        return out;
    }

    static Instant at(JsonNode signal) {
        return Instant.parse(signal.path("at").asString());
    }

    private static ArrayNode evidence(JsonNode facts) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        for (JsonNode fact : facts) {
            ObjectNode one = pick(fact, List.of("measure", "observed", "expected", "unit", "window"));
            one.set("expected_low", fact.path("expected_low").isNumber() ? fact.path("expected_low") : null);
            one.set("expected_high", fact.path("expected_high").isNumber() ? fact.path("expected_high") : null);
            out.add(one);
        }
        return out;
    }

    private static ObjectNode pick(JsonNode from, List<String> members) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        for (String member : members) {
            JsonNode value = from.get(member);
            out.set(member, value);
        }
        return out;
    }
}
