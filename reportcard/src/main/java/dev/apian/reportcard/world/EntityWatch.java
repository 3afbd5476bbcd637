// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import dev.apian.reportcard.score.Explanations;
import dev.apian.reportcard.score.Hits;
import dev.apian.reportcard.score.ReportCard;
import dev.apian.simulator.Consumer;
import dev.apian.simulator.SimulatedCall;
import dev.apian.simulator.WorldSettings;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.Profile;
import dev.apian.stage.profile.Profile.Provenance;
import dev.apian.stage.profile.Profiled;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which entities Apian saw in each call of a peaceful world, and how it explains the accesses.
public final class EntityWatch implements Witness {

    private static final int ANSWERED_BELOW = 400;

    private final Ledger ledger = new Ledger();
    private final Understanding understanding = new Understanding(ledger);
    private final Explanations explanations = new Explanations();
    private final long judgedFrom;

    /// Ids that paths of plain calls and others named, to tell whether a further id in a body is one of them.
    private final Set<String> ids = new HashSet<>();

    private final Map<String, List<String>> inPath = new HashMap<>();
    private final Map<String, Long> further = new HashMap<>();
    private final Set<Integer> strangers = new HashSet<>();
    private boolean judged;
    private long right;
    private long missed;

    public EntityWatch(WorldSettings world) {
        judgedFrom =
                world.start().plus(Duration.ofDays(Understanding.DAYS_TO_LEARN)).toEpochMilli() * 1_000;
    }

    @Override
    public void sent(SimulatedCall call) {
        if (!judged && call.micros() >= judgedFrom) {
            judged = true;
            understanding.nowItCounts();
        }
        ledger.enter(call);
        if (call.consumer().kind() == Consumer.Kind.ANONYMOUS) {
            strangers.add(ledger.consumerOf().get(Math.toIntExact(call.number())));
        }
        if (call.isPlain()) {
            ledger.expect(call);
        } else {
            inPath.put(call.id(), call.entities());
        }
        call.entities().forEach(entity -> ids.add(idOf(entity)));
    }

    @Override
    public void profiled(Profiled call, Population known) {
        Identified identified = call.identified();
        understanding.see(identified);
        List<String> expected = inPath.remove(call.id());
        if (!judged || call.micros() < judgedFrom) {
            return;
        }
        if (expected != null) {
            compare(expected, identified.touched());
        }
        int place = Ledger.place(call.id());
        if (identified.call().status() < ANSWERED_BELOW
                && !strangers.contains(ledger.consumerOf().get(place))) {
            explain(ledger.templateOf().get(place), identified, call.against(known));
        }
    }

    private void compare(List<String> expected, List<EntityRef> found) {
        Set<String> left = new HashSet<>();
        found.forEach(entity -> left.add(entity.id()));
        for (String entity : expected) {
            boolean hit = left.remove(idOf(entity));
            right += hit ? 1 : 0;
            missed += hit ? 0 : 1;
        }
        left.forEach(id -> further.merge(id, 1L, Long::sum));
    }

    private void explain(int template, Identified identified, Profile profile) {
        for (int i = 0; i < identified.touched().size(); i++) {
            Provenance why = profile.provenance(i);
            explanations.add(
                    ledger.templates().name(template),
                    why.text(),
                    why != Provenance.UNEXPLAINED,
                    why == Provenance.USED);
        }
    }

    private static String idOf(String entity) {
        return entity.substring(entity.indexOf(' ') + 1);
    }

    public Explanations explanations() {
        return explanations;
    }

    /// Ids and types in the paths of calls without query and body.
    public ReportCard.Recognition recognition(String world) {
        return understanding.score(world);
    }

    /// Ids in calls with a query or body: those of the path count as missed if they were not found; further ones
    /// are right if any path of the world ever named such an id, wrong if none did. Ids that stand in bodies alone
    /// count as wrong, so precision is a lower bound.
    public Hits withQueryOrBody() {
        long real = 0;
        long unknown = 0;
        for (Map.Entry<String, Long> entry : further.entrySet()) {
            if (ids.contains(entry.getKey())) {
                real += entry.getValue();
            } else {
                unknown += entry.getValue();
            }
        }
        return Hits.of(right + real, unknown, missed);
    }
}
