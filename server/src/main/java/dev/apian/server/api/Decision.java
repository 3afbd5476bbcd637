// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.catalogue.Verdict;
import dev.apian.server.http.Problem;
import dev.apian.server.http.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a person decides about alerts: a JSON object of what is to change, whose absent members stay as they are.
record Decision(ObjectNode members) {

    static final Duration SNOOZE_MAX = Duration.ofDays(90);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> KNOWN = Set.of("status", "note", "assignee", "snoozed_until");
    private static final String EXPECTED = "with any of status, note, assignee, snoozed_until";

    /// @param also members that are no decision
    static Decision of(byte[] body, Set<String> also) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode members) {
                Set<String> decided = new HashSet<>(members.propertyNames());
                decided.removeAll(also);
                if (!decided.isEmpty() && KNOWN.containsAll(decided)) {
                    return new Decision(members);
                }
            }
        } catch (JacksonException e) {
            throw Problem.badBody("The body is no JSON; send an object " + EXPECTED + ".");
        }
        throw Problem.badBody("The body must be a JSON object " + EXPECTED + ", and nothing else.");
    }

    /// Checks everything, then tells what becomes of a verdict.
    UnaryOperator<Verdict> change(Instant now) {
        String status = status();
        String note = text("note", Verdict.NOTE_CHARS_MAX);
        String assignee = text("assignee", Verdict.NAME_CHARS_MAX);
        Instant until = snoozedUntil(now);
        return before -> {
            Verdict after = status == null ? before : before.withStatus(status);
            after = members.has("note") ? after.withNote(note) : after;
            after = members.has("assignee") ? after.withAssignee(assignee) : after;
            return members.has("snoozed_until") ? after.withSnoozedUntil(until) : after;
        };
    }

    private @Nullable String status() {
        JsonNode status = members.get("status");
        if (status == null) {
            return null;
        }
        if (!Verdict.STATUSES.contains(status.asString(""))) {
            throw Said.wrong("status", status.toString(), "one of " + String.join(", ", Verdict.STATUSES));
        }
        return status.asString();
    }

    private @Nullable String text(String member, int charsMax) {
        JsonNode value = members.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw Said.wrong(member, value.toString(), "a text or null");
        }
        String text = value.asString();
        if (text.length() > charsMax) {
            throw Problem.badBody(
                    "%s has %d characters, %s_chars_max allows %d".formatted(member, text.length(), member, charsMax));
        }
        return text.isEmpty() ? null : text;
    }

    private @Nullable Instant snoozedUntil(Instant now) {
        String text = text("snoozed_until", Verdict.NAME_CHARS_MAX);
        if (text == null) {
            return null;
        }
        try {
            Instant until = Instant.parse(text);
            if (until.isAfter(now) && !until.isAfter(now.plus(SNOOZE_MAX))) {
                return until;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw Said.wrong(
                "snoozed_until",
                text,
                "a time to come in UTC, at most %d days ahead (snooze_days_max), or null"
                        .formatted(SNOOZE_MAX.toDays()));
    }
}
