// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import com.linecorp.armeria.common.HttpStatus;
import dev.apian.catalogue.Scope;
import dev.apian.catalogue.Suppression;
import dev.apian.catalogue.Suppressions;
import dev.apian.engine.geo.Prefix;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.server.http.Said;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What nobody wants to see for a while: said, looked at beforehand, ended and taken back.
final class Suppressing {

    private static final Duration PREVIEWED = Duration.ofDays(30);
    private static final int SHOWN_MAX = 5;
    private static final List<String> KINDS = List.of("scenarios", "actors", "endpoints", "entity_types", "networks");
    private static final Set<String> MEMBERS = Set.of("scope", "reason", "until");
    private static final String BODY = "a JSON object with scope, reason and until";

    private final Suppressions kept;
    private final Cases cases;

    Suppressing(Suppressions kept, Cases cases) {
        this.kept = kept;
        this.cases = cases;
    }

    ObjectNode list(Parameters asked) {
        asked.allowOnly();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        List<Case> all = cases.all();
        for (Suppression one : kept.all()) {
            if (!one.takenBack()) {
                items.add(json(one, all));
            }
        }
        return answer;
    }

    /// What a suppression would hide, without making it.
    ObjectNode preview(Parameters asked) {
        asked.allowOnly(KINDS.toArray(String[]::new));
        Scope scope = scope(asked::texts, Problem::badParameter);
        Instant reached = cases.eventTime();
        Instant since = reached == null ? Instant.EPOCH : reached.minus(PREVIEWED);
        List<Case> covered = cases.all().stream()
                .filter(one -> one.raised().isAfter(since) && Covering.covers(scope, one.alert()))
                .toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("days", PREVIEWED.toDays()).put("alerts", covered.size());
        answer.put(
                "confirmed",
                covered.stream()
                        .filter(one -> one.verdict().status().equals("confirmed"))
                        .count());
        ArrayNode items = answer.putArray("items");
        covered.stream().limit(SHOWN_MAX).forEach(one -> items.add(one.summary()));
        return answer;
    }

    ObjectNode add(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        Said said = Said.of(body, MEMBERS, BODY);
        JsonNode named = said.members().path("scope");
        if (!named.isObject() || !KINDS.containsAll(named.propertyNames())) {
            throw Problem.badBody("scope is %s, expected an object with any of %s"
                    .formatted(named.isMissingNode() ? "missing" : "something else", String.join(", ", KINDS)));
        }
        Scope scope = scope(kind -> texts(named, kind), Problem::badBody);
        String reason = said.text("reason").strip();
        if (reason.isEmpty() || reason.length() > Suppression.REASON_CHARS_MAX) {
            throw Said.wrong(
                    "reason",
                    reason,
                    "why nobody needs to see these alerts, in at most %d characters"
                            .formatted(Suppression.REASON_CHARS_MAX));
        }
        Instant now = cases.now();
        Instant until = until(said.text("until"), now);
        if (kept.all().size() >= Suppressions.SUPPRESSIONS_MAX) {
            throw Problem.of(
                    HttpStatus.CONFLICT,
                    "limit",
                    "Too many suppressions",
                    "There are %d, suppressions_max allows no more; scopes that cover more need fewer of them."
                            .formatted(Suppressions.SUPPRESSIONS_MAX));
        }
        Suppression made = new Suppression(
                UUID.randomUUID().toString(), scope, reason, asked.caller().name(), now, until, null, null, false);
        kept.put(made);
        return json(made, cases.all());
    }

    /// Ends one: what it hid stays hidden, unless it is taken back as a mistake.
    ObjectNode remove(Parameters asked) throws IOException {
        asked.allowOnly("hidden");
        boolean takenBack = asked.choice("hidden", "stays", "returns").equals("returns");
        Suppression one = kept.byId(asked.path("id"))
                .filter(there -> !there.takenBack())
                .orElseThrow(() -> Problem.notFound(
                        "No such suppression",
                        "There is no suppression with the id %s; GET /api/v1/suppressions lists those there are."
                                .formatted(asked.path("id"))));
        Instant now = cases.now();
        boolean live = one.isLive(now);
        Suppression ended = new Suppression(
                one.id(),
                one.scope(),
                one.reason(),
                one.by(),
                one.made(),
                one.until(),
                live ? now : one.ended(),
                live ? asked.caller().name() : one.endedBy(),
                takenBack);
        kept.put(ended);
        return json(ended, cases.all());
    }

    private ObjectNode json(Suppression one, List<Case> all) {
        ObjectNode out = SuppressionJson.of(one);
        out.put("live", one.isLive(cases.now()));
        return out.put(
                "alerts",
                all.stream()
                        .filter(alert -> one.reaches(alert.raised()) && Covering.covers(one.scope(), alert.alert()))
                        .count());
    }

    private static Scope scope(Function<String, List<String>> texts, Function<String, Problem> wrong) {
        for (String kind : KINDS) {
            List<String> names = texts.apply(kind);
            if (names.size() > Scope.NAMES_MAX || names.stream().anyMatch(Suppressing::isNoName)) {
                throw wrong.apply("%s must hold at most %d texts of 1 to %d characters in one line"
                        .formatted(kind, Scope.NAMES_MAX, Parameters.VALUE_CHARS_MAX));
            }
        }
        for (String network : texts.apply("networks")) {
            if (Prefix.parse(network) == null) {
                throw wrong.apply("networks holds '%s', expected a network such as 203.0.113.0/24 or an address"
                        .formatted(network));
            }
        }
        Scope scope = new Scope(
                texts.apply("scenarios"),
                texts.apply("actors"),
                texts.apply("endpoints"),
                texts.apply("entity_types"),
                texts.apply("networks"));
        if (scope.isEmpty()) {
            throw wrong.apply(
                    "the scope is empty and would hide everything; name at least one of " + String.join(", ", KINDS));
        }
        return scope;
    }

    private static boolean isNoName(String name) {
        return name.isBlank() || name.length() > Parameters.VALUE_CHARS_MAX || name.contains("\n");
    }

    private static List<String> texts(JsonNode scope, String kind) {
        JsonNode names = scope.path(kind);
        if (names.isMissingNode()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode name : names) {
            texts.add(name.asString(""));
        }
        if (!names.isArray() || texts.contains("")) {
            throw Problem.badBody("%s is %s, expected an array of texts".formatted(kind, names));
        }
        return texts;
    }

    private static Instant until(String text, Instant now) {
        try {
            Instant until = Instant.parse(text);
            if (until.isAfter(now) && !until.isAfter(now.plus(Suppression.LASTS_MAX))) {
                return until;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw Said.wrong(
                "until",
                text,
                "a time to come, at most %d days ahead (suppression_days_max), such as %s"
                        .formatted(
                                Suppression.LASTS_MAX.toDays(),
                                now.plus(Suppression.LASTS_USUALLY).truncatedTo(ChronoUnit.SECONDS)));
    }
}
