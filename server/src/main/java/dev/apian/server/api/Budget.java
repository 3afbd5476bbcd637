// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.catalogue.Preferences;
import dev.apian.catalogue.Verdict;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.server.http.Said;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How many alerts a day a team wants to read, and which these are: the riskiest of the last 24 hours of event time. A
/// campaign counts as one. What somebody decides makes no room for the next: the line moves with the risk, not with
/// the work done.
final class Budget {

    static final int ALERTS_A_DAY = 5;
    static final int ALERTS_A_DAY_MAX = 1_000;
    static final Duration DAY = Duration.ofHours(24);

    private static final String NAME = "alerts_a_day";

    private final Preferences preferences;

    Budget(Preferences preferences) {
        this.preferences = preferences;
    }

    int alertsADay() {
        return preferences.get(NAME).map(Integer::parseInt).orElse(ALERTS_A_DAY);
    }

    ObjectNode show(Parameters asked) {
        asked.allowOnly();
        return json();
    }

    ObjectNode set(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        JsonNode wanted = Said.of(body, Set.of(NAME), "a JSON object with " + NAME)
                .members()
                .path(NAME);
        if (!wanted.isInt() || wanted.asInt() < 1 || wanted.asInt() > ALERTS_A_DAY_MAX) {
            throw Problem.badBody("%s is %s, expected a whole number from 1 to %d"
                    .formatted(NAME, wanted.isMissingNode() ? "missing" : wanted, ALERTS_A_DAY_MAX));
        }
        preferences.put(NAME, String.valueOf(wanted.asInt()));
        return json();
    }

    private ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put(NAME, alertsADay());
    }

    /// The place of each alert by its id.
    ///
    /// @param reached event time
    /// @param now     by the clock on the wall, which snoozes go by
    Map<String, String> places(List<Case> all, @Nullable Instant reached, Instant now) {
        Map<String, String> places = new HashMap<>();
        if (reached == null) {
            return places;
        }
        Instant since = reached.minus(DAY);
        List<Case> day = all.stream()
                .filter(one -> one.standing().hiddenBy() == null && one.raised().isAfter(since))
                .sorted(Case.RISKIEST)
                .toList();
        int left = alertsADay();
        Set<String> campaigns = new HashSet<>();
        for (Case one : day) {
            Campaign campaign = one.standing().campaign();
            boolean counted = campaign != null && campaigns.contains(campaign.id());
            if (counted || left > 0) {
                places.put(one.id(), Standing.TODAY);
                left -= counted ? 0 : 1;
                if (campaign != null) {
                    campaigns.add(campaign.id());
                }
            } else {
                places.put(one.id(), Standing.BELOW);
            }
        }
        all.stream().filter(one -> isBack(one.verdict(), now)).forEach(one -> places.put(one.id(), Standing.TODAY));
        return places;
    }

    /// Whether it was snoozed until a time that has come within the last day.
    private static boolean isBack(Verdict verdict, Instant now) {
        Instant until = verdict.snoozedUntil();
        return verdict.isPending() && until != null && !now.isBefore(until) && until.isAfter(now.minus(DAY));
    }
}
