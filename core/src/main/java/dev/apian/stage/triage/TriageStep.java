// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.triage;

import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Signal;
import dev.apian.stream.KeyedStep;
import dev.apian.stream.NoKnowledge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Joins the signals of one actor into stories, and tells a story once its risk suffices. Every further
/// signal gives a new version of the same alert.
public final class TriageStep implements KeyedStep<Signal, NoKnowledge, TriageState, Alert> {

    /// After so long without a signal, the next one begins a new story.
    static final Duration GAP = Duration.ofHours(24);

    private static final long GAP_MICROS = GAP.toMillis() * 1_000;

    private final Map<String, Card> cards;

    public TriageStep(List<Card> cards) {
        this.cards = cards.stream().collect(Collectors.toUnmodifiableMap(Card::id, Function.identity()));
    }

    @Override
    public String name() {
        return "triage";
    }

    @Override
    public long keyOf(Signal signal) {
        return signal.actor().key();
    }

    @Override
    public TriageState freshState() {
        return new TriageState(cards);
    }

    @Override
    public void process(TriageState state, Signal signal, NoKnowledge known, Consumer<? super Alert> out) {
        Story story = state.storyFor(signal, GAP_MICROS);
        story.add(signal);
        double risk = Risk.of(story.signals());
        if (risk < Risk.ALERT_MIN) {
            return;
        }
        if (story.raised == Long.MIN_VALUE) {
            story.raised = signal.micros();
        }
        out.accept(Wording.tell(story, signal.actor(), risk));
    }

    @Override
    public Duration memory() {
        return GAP.plusHours(1);
    }
}
