// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.shadow;

import dev.apian.stage.call.Call;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.triage.Alert;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One attack at one endpoint, and when it was seen.
final class Part {

    private static final double MICROS_PER_HOUR = TimeUnit.HOURS.toMicros(1);
    private static final long GRACE_MICROS = TimeUnit.DAYS.toMicros(1);

    private final Usage target;
    private final @Nullable Actor culprit;
    private final List<Call> calls;
    private final String notTried;
    private long seenAt = Long.MAX_VALUE;
    private String detection = "";

    /// @param calls in the order of time
    /// @param notTried why there are none, or empty
    Part(Usage target, @Nullable Actor culprit, List<Call> calls, String notTried) {
        this.target = target;
        this.culprit = culprit;
        this.calls =
                calls.stream().sorted(Comparator.comparingLong(Call::micros)).toList();
        this.notTried = notTried;
    }

    static Part notTried(Usage target, String why) {
        return new Part(target, null, List.of(), why);
    }

    List<Call> calls() {
        return calls;
    }

    boolean isOf(Alert version) {
        return culprit != null && culprit.key() == version.actor().key();
    }

    /// An alert that tells of the attack's calls, or of the culprit while it goes on.
    void see(Alert version) {
        boolean during = version.last() >= calls.getFirst().micros()
                && version.last() <= calls.getLast().micros() + GRACE_MICROS;
        if (during && version.last() < seenAt) {
            seenAt = version.last();
            detection = version.signals().getLast().card().id();
        }
    }

    ShadowReport.Row row(Kind kind) {
        String endpoint = target.endpoint.toString();
        if (calls.isEmpty()) {
            return new ShadowReport.Row(endpoint, kind.label(), ShadowReport.Outcome.NOT_TRIED, null, 0, "", notTried);
        }
        if (seenAt == Long.MAX_VALUE) {
            return new ShadowReport.Row(
                    endpoint, kind.label(), ShadowReport.Outcome.NOT_SEEN, null, calls.size(), "", "");
        }
        long before = calls.stream().filter(call -> call.micros() < seenAt).count();
        double hours = Math.max(0, (seenAt - calls.getFirst().micros()) / MICROS_PER_HOUR);
        return new ShadowReport.Row(
                endpoint, kind.label(), ShadowReport.Outcome.SEEN, hours, (int) before, detection, "");
    }
}
