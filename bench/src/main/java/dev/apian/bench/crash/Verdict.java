// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import java.util.Collection;
import java.util.List;

/// What killing did, beside a run that nobody disturbed.
///
/// @param lost      acknowledged calls that are not there
/// @param doubled   calls that are there more than once
/// @param torn      pushes without an answer of which a part is there
/// @param alerts    of the undisturbed run
/// @param different alerts of one run that the other has not, or not the same
/// @param late      calls that came too late to be judged, of which there should be none
record Verdict(long lost, long doubled, long torn, int alerts, int different, long late) {

    static Verdict of(Collection<Batch> acknowledged, List<Batch> unknown, Kept kept, Kept undisturbed) {
        long lost = acknowledged.stream()
                .flatMap(batch -> batch.ids().stream())
                .filter(id -> !kept.calls().containsKey(id))
                .count();
        long doubled = kept.calls().values().stream().filter(times -> times > 1).count();
        long torn = unknown.stream()
                .filter(batch -> isThere(batch, kept) && !kept.calls().keySet().containsAll(batch.ids()))
                .count();
        long onlyHere = kept.alerts().stream()
                .filter(alert -> !undisturbed.alerts().contains(alert))
                .count();
        long onlyThere = undisturbed.alerts().stream()
                .filter(alert -> !kept.alerts().contains(alert))
                .count();
        return new Verdict(lost, doubled, torn, undisturbed.alerts().size(), (int) (onlyHere + onlyThere), kept.late());
    }

    /// Whether some of it is there.
    static boolean isThere(Batch batch, Kept kept) {
        return batch.ids().stream().anyMatch(kept.calls()::containsKey);
    }

    boolean isClean() {
        return lost == 0 && doubled == 0 && torn == 0 && different == 0 && late == 0;
    }
}
