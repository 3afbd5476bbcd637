// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.triage;

import static java.util.Comparator.comparingDouble;

import dev.apian.stage.identity.Actor;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Involved;
import dev.apian.stage.signal.Signal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Tells a story in plain language: what happened, what is usual, why it matters, what to check next.
final class Wording {

    /// More would not be read.
    private static final int CHECKS_MAX = 6;

    private Wording() {}

    static Alert tell(Story story, Actor actor, double risk) {
        List<Signal> strongestFirst = story.signals().stream()
                .sorted(comparingDouble(Signal::strength).reversed().thenComparing(Signal.ORDER))
                .toList();
        List<Card> cards = strongestFirst.stream().map(Signal::card).distinct().toList();
        Signal lead = strongestFirst.getFirst();
        return new Alert(
                story.id(),
                story.raised,
                story.signals().stream().mapToLong(Signal::first).min().orElseThrow(),
                story.last,
                Risk.severity(risk),
                risk,
                title(lead, cards, actor),
                summary(strongestFirst, cards),
                actor,
                cards,
                story.signals().stream().sorted(Signal.ORDER).toList(),
                story.repeated,
                story.signals().stream().map(Signal::involved).reduce(Involved.NOBODY, Involved::plus),
                calls(story.signals()),
                checks(cards));
    }

    private static String title(Signal lead, List<Card> cards, Actor actor) {
        String more = cards.size() == 1
                ? ""
                : cards.size() == 2 ? " and one more sign" : " and %d more signs".formatted(cards.size() - 1);
        return "%s: %s%s".formatted(actor.name(), lowerFirst(lead.card().title()), more);
    }

    /// Three paragraphs: what happened, what is usual, why it matters.
    private static String summary(List<Signal> signals, List<Card> cards) {
        Set<String> happened = new LinkedHashSet<>();
        Set<String> usual = new LinkedHashSet<>();
        Set<String> told = new LinkedHashSet<>();
        for (Signal signal : signals) {
            if (told.add(signal.card().id())) {
                happened.add(sentence(signal.happened()));
                usual.add(signal.usual());
            }
        }
        List<String> matters =
                cards.stream().map(Card::matters).distinct().limit(2).toList();
        return String.join(" ", happened)
                + "\n\nUsual: " + sentence(String.join("; ", usual))
                + "\n\nWhy it matters: " + String.join(" ", matters);
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private static List<String> checks(List<Card> cards) {
        return cards.stream()
                .map(Card::nextSteps)
                .flatMap(Collection::stream)
                .distinct()
                .limit(CHECKS_MAX)
                .toList();
    }

    /// Round-robin over the signals, so that each shows some of its calls.
    private static List<String> calls(List<Signal> signals) {
        Set<String> calls = new LinkedHashSet<>();
        for (int i = 0; i < Signal.CALLS_MAX; i++) {
            for (Signal signal : signals) {
                if (i < signal.calls().size() && calls.size() < Alert.CALLS_MAX) {
                    calls.add(signal.calls().get(i));
                }
            }
        }
        return List.copyOf(calls);
    }

    private static String lowerFirst(String title) {
        boolean acronym = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return acronym ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }
}
