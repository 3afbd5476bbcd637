// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import dev.apian.reportcard.score.AdjustedRand;
import dev.apian.reportcard.score.EndpointScore;
import dev.apian.reportcard.score.Hits;
import dev.apian.reportcard.score.IdentityScore;
import dev.apian.reportcard.score.ReportCard;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.identity.Identified;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whom, which endpoint and which entities Apian took each call for, beside the truth. As it was at the time of the
/// call: what was learned later does not count.
final class Understanding {

    /// Endpoints and entities are judged from here on; before, templates are still being learned.
    static final int DAYS_TO_LEARN = 7;

    /// Types of entities are compared on so many ids at most.
    private static final int IDS_MAX = 500_000;

    private final Ledger ledger;
    private final Names actors = new Names();
    private final Names endpoints = new Names();
    private final Names trueTypes = new Names();
    private final Names foundTypes = new Names();
    private final Numbers actorOf = new Numbers();
    private final Numbers endpointOf = new Numbers();
    private final Numbers trueTypeOf = new Numbers();
    private final Numbers foundTypeOf = new Numbers();
    private final Set<String> idsTyped = new HashSet<>();
    private int learnedAt = -1;
    private long right;
    private long wrong;
    private long missed;

    Understanding(Ledger ledger) {
        this.ledger = ledger;
    }

    /// From the next call on, endpoints and entities count.
    void nowItCounts() {
        learnedAt = ledger.calls();
    }

    void see(Identified call) {
        int place = Ledger.place(call.id());
        actorOf.set(place, actors.numberOf(call.actor().id()));
        endpointOf.set(place, endpoints.numberOf(call.endpoint().toString()));
        List<String> expected = ledger.expected(call.id());
        if (learnedAt >= 0 && !expected.isEmpty()) {
            compare(expected, call.touched());
        }
    }

    /// @param expected as `order 1001`
    private void compare(List<String> expected, List<EntityRef> found) {
        int hits = 0;
        for (String entity : expected) {
            int blank = entity.indexOf(' ');
            String id = entity.substring(blank + 1);
            for (EntityRef one : found) {
                if (one.id().equals(id)) {
                    hits++;
                    type(entity.substring(0, blank), one.type(), id);
                    break;
                }
            }
        }
        right += hits;
        missed += expected.size() - hits;
        wrong += Math.max(0, found.size() - hits);
    }

    private void type(String truly, String found, String id) {
        if (idsTyped.size() < IDS_MAX && idsTyped.add(truly + " " + id)) {
            int place = trueTypeOf.size();
            trueTypeOf.set(place, trueTypes.numberOf(truly));
            foundTypeOf.set(place, foundTypes.numberOf(found));
        }
    }

    ReportCard.Recognition score(String world) {
        int calls = ledger.calls();
        int from = Math.max(0, learnedAt);
        return new ReportCard.Recognition(
                world,
                IdentityScore.of(ledger.consumerOf().from(0, calls), actorOf.from(0, calls)),
                EndpointScore.of(ledger.templateOf().from(from, calls), endpointOf.from(from, calls)),
                Hits.of(right, wrong, missed),
                AdjustedRand.index(trueTypeOf.from(0, trueTypeOf.size()), foundTypeOf.from(0, trueTypeOf.size())));
    }
}
