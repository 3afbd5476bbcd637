// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import java.util.ArrayList;
import java.util.List;

/// A [Question] in words, on one line: it stands in the statement as a comment.
final class Wording {

    private Wording() {}

    static String of(Question question) {
        List<String> parts = new ArrayList<>();
        String who = question.actorKind() == null ? "Actors" : "Actors of the kind " + question.actorKind();
        parts.add("%s with more than %,d %s".formatted(who, question.moreThan(), what(question)));
        if (question.entityType() != null && question.measure() != Measure.ENTITIES) {
            parts.add("in calls that name the type '" + question.entityType() + "'");
        }
        addProvenance(parts, question);
        if (question.method() != null) {
            parts.add("by " + question.method());
        }
        if (question.endpoint() != null) {
            parts.add("at endpoints with '" + question.endpoint() + "' in their name");
        }
        if (question.sensitivity() != null) {
            parts.add("at endpoints of sensitivity " + String.join(" or ", question.sensitivities()));
        }
        if (question.statusClass() > 0) {
            parts.add("answered with " + question.statusClass() + "xx");
        }
        if (question.country() != null) {
            parts.add("from " + question.country());
        }
        parts.add(question.days() == 1 ? "on the last day" : "in the last %d days".formatted(question.days()));
        return String.join(", ", parts);
    }

    private static String what(Question question) {
        return question.measure() == Measure.ENTITIES && question.entityType() != null
                ? "different things of the type '%s'".formatted(question.entityType())
                : question.measure().words;
    }

    private static void addProvenance(List<String> parts, Question question) {
        if (question.how().equals(List.of("unexplained"))) {
            parts.add("never shown to them nor otherwise explained");
        } else if (!question.how().isEmpty()) {
            parts.add("known to them as " + String.join(" or ", question.how()));
        }
        if (!question.whose().isEmpty()) {
            parts.add("whose: " + String.join(" or ", question.whose()));
        }
    }
}
