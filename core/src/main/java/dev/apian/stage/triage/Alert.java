// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.triage;

import dev.apian.stage.identity.Actor;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Involved;
import dev.apian.stage.signal.Signal;
import java.util.Arrays;
import java.util.List;

/// What a person reads: one actor, one story, with the evidence. A later version of the same id replaces the
/// earlier.
///
/// @param id       stable: the same input gives the same id
/// @param raised   event time at which the alert could first have been raised, microseconds
/// @param first    event time of the first call of the story, microseconds
/// @param last     event time of the last signal, microseconds
/// @param risk     probability-like number in 0..1 that orders alerts
/// @param cards    the detections that fired, in order of appearance
/// @param signals  the telling ones, the newest of each detection and endpoint, at most [Story#SIGNALS_MAX]
/// @param repeated signals that said again what another said
/// @param calls    ids of the first and the most telling calls, at most [#CALLS_MAX]
public record Alert(
        String id,
        long raised,
        long first,
        long last,
        Severity severity,
        double risk,
        String title,
        String summary,
        Actor actor,
        List<Card> cards,
        List<Signal> signals,
        long repeated,
        Involved involved,
        List<String> calls,
        List<String> whatToCheck) {

    public static final int CALLS_MAX = 50;

    /// How soon somebody should look.
    public enum Severity {
        LOW("low"),
        MEDIUM("medium"),
        HIGH("high"),
        CRITICAL("critical");

        private final String label;

        /// All by label, the mildest first.
        public static final List<String> LABELS =
                Arrays.stream(values()).map(Severity::label).toList();

        Severity(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
