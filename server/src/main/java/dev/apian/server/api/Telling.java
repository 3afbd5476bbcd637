// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.notify.AlertQueue;
import dev.apian.server.notify.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The alerts as those see them who tell of them.
final class Telling implements AlertQueue {

    private final Cases cases;

    Telling(Cases cases) {
        this.cases = cases;
    }

    @Override
    public @Nullable Instant reached() {
        return cases.eventTime();
    }

    @Override
    public List<Candidate> raisedWithin(Duration age) {
        Instant reached = cases.eventTime();
        if (reached == null) {
            return List.of();
        }
        Instant since = reached.minus(age);
        return cases.all().stream()
                .filter(one -> one.raised().isAfter(since))
                .sorted(Case.RISKIEST)
                .map(this::candidate)
                .toList();
    }

    private Candidate candidate(Case one) {
        boolean firm = !one.alert().path("preliminary").asBoolean(false);
        boolean ripe =
                firm && one.verdict().isPending() && one.view(cases.now()).equals("queue");
        return new Candidate(
                one.id(),
                one.text("severity"),
                one.text("title"),
                one.raised(),
                ripe,
                one.standing().place().equals(Standing.TODAY),
                one::summary);
    }
}
