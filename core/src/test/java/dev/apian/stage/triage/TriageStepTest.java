// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.triage;

import static dev.apian.stage.signal.Card.Family.CREDENTIAL;
import static dev.apian.stage.signal.Card.Family.ENTITY;
import static dev.apian.stage.signal.Card.Family.REFUSAL;
import static dev.apian.stage.signal.Card.Family.VOLUME;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Signal;
import dev.apian.stream.NoKnowledge;
import dev.apian.testing.Saved;
import dev.apian.testing.SomeCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriageStepTest {

    private static final TriageStep STEP = new TriageStep(Signals.cards());

    private final TriageState steady = STEP.freshState();
    private TriageState restarted = STEP.freshState();
    private final List<Alert> alerts = new ArrayList<>();

    @Test
    void aStrongSignalIsAnAlertThatTellsTheStory() {
        see(Signals.signal(ENTITY, 0.8, ofMinutes(1)));

        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.title()).isEqualTo("alice: does ENTITY");
            assertThat(alert.summary().lines())
                    .containsExactly(
                            "ENTITY happened.", "", "Usual: It seldom does.", "", "Why it matters: ENTITY matters.");
            assertThat(alert.severity()).isEqualTo(Alert.Severity.HIGH);
            assertThat(alert.risk()).isEqualTo(0.8);
            assertThat(alert.raised()).isEqualTo(SomeCall.START + 60_000_000);
            assertThat(alert.first()).isEqualTo(alert.raised() - 1_000);
            assertThat(alert.last()).isEqualTo(alert.raised());
            assertThat(alert.actor()).isEqualTo(Signals.ALICE);
            assertThat(alert.whatToCheck()).containsExactly("check ENTITY", "ask the owner");
            assertThat(alert.calls()).hasSize(1);
            assertThat(alert.repeated()).isZero();
        });
    }

    @Test
    void aCopyIsToldOnByItself() {
        see(Signals.signal(ENTITY, 0.8, ofMinutes(1)));
        byte[] before = Saved.bytes(steady::save);
        TriageState copy = steady.copy();

        assertThat(Saved.bytes(copy::save)).isEqualTo(before);
        List<Alert> preview = new ArrayList<>();
        STEP.process(copy, Signals.signal(VOLUME, 0.7, ofMinutes(2)), NoKnowledge.NONE, preview::add);
        assertThat(preview)
                .singleElement()
                .extracting(Alert::id)
                .isEqualTo(alerts.getFirst().id());
        assertThat(Saved.bytes(steady::save)).isEqualTo(before).isNotEqualTo(Saved.bytes(copy::save));
    }

    @Test
    void aWeakSignalWaits() {
        see(Signals.signal(ENTITY, 0.49, ZERO));

        assertThat(alerts).isEmpty();
    }

    @Test
    void weakSignalsOfSeveralKindsAddUp() {
        see(Signals.signal(ENTITY, 0.3, ZERO));
        see(Signals.signal(REFUSAL, 0.2, ofHours(5)));
        assertThat(alerts).isEmpty();
        see(Signals.signal(VOLUME, 0.3, ofHours(6)));

        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.risk()).isEqualTo(0.608);
            assertThat(alert.raised()).isEqualTo(SomeCall.START + ofHours(6).toMillis() * 1_000);
            assertThat(alert.first()).isEqualTo(SomeCall.START - 1_000);
            assertThat(alert.cards()).hasSize(3);
            assertThat(alert.title()).endsWith("and 2 more signs");
        });
    }

    @Test
    void weakSignalsOfOneKindDoNotAddUpSoon() {
        for (int i = 0; i < 5; i++) {
            see(Signals.signal(ENTITY, "GET /e" + i, 0.3, ofMinutes(i)));
        }

        assertThat(alerts).isEmpty();
    }

    @Test
    void weakSignalsFarApartDoNotAddUp() {
        for (int day = 0; day < 10; day++) {
            see(Signals.signal(day % 2 == 0 ? ENTITY : VOLUME, 0.4, ofHours(25L * day)));
        }

        assertThat(alerts).isEmpty();
    }

    @Test
    void oneStoryIsOneAlertHoweverManySignalsItHas() {
        for (int i = 0; i < 100; i++) {
            see(Signals.signal(i % 2 == 0 ? ENTITY : CREDENTIAL, 0.6, ofMinutes(i)));
        }

        assertThat(alerts).extracting(Alert::id).containsOnly(alerts.getFirst().id());
        assertThat(alerts.getLast()).satisfies(alert -> {
            assertThat(alert.signals()).hasSize(2);
            assertThat(alert.repeated()).isEqualTo(98);
            assertThat(alert.raised()).isEqualTo(SomeCall.START);
            assertThat(alert.first()).isEqualTo(SomeCall.START - 1_000);
        });
    }

    @Test
    void aRepeatThatIsWeakerDoesNotTakeThePlace() {
        see(Signals.signal(ENTITY, 0.8, ZERO));
        see(Signals.signal(ENTITY, 0.6, ofMinutes(1)));

        assertThat(alerts.getLast().risk()).isEqualTo(0.8);
        assertThat(alerts.getLast().last()).isGreaterThan(alerts.getFirst().last());
    }

    @Test
    void theRiskOfAStoryNeverFalls() {
        double before = 0;
        for (int i = 0; i < 200; i++) {
            see(Signals.signal(ENTITY, "GET /e" + i % 70, 0.5 + (i * 37 % 40) / 100.0, ofMinutes(i)));
            assertThat(alerts.getLast().risk()).isGreaterThanOrEqualTo(before);
            before = alerts.getLast().risk();
        }
    }

    @Test
    void manySmallSignalsDoNotHideATellingOne() {
        for (int i = 0; i < 3 * Story.SIGNALS_MAX; i++) {
            see(Signals.signal(VOLUME, "GET /e" + i, 0.05, ofMinutes(i)));
        }
        assertThat(alerts).isEmpty();
        see(Signals.signal(ENTITY, 0.9, ofHours(3)));

        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.title()).startsWith("alice: does ENTITY");
            assertThat(alert.signals()).hasSize(Story.SIGNALS_MAX);
            assertThat(alert.repeated()).isEqualTo(2L * Story.SIGNALS_MAX + 1);
        });
    }

    @Test
    void aDayOfSilenceEndsAStory() {
        see(Signals.signal(ENTITY, 0.8, ZERO));
        see(Signals.signal(ENTITY, 0.8, TriageStep.GAP));
        see(Signals.signal(ENTITY, 0.8, TriageStep.GAP.multipliedBy(2).plusMillis(1)));

        assertThat(alerts).hasSize(3);
        assertThat(alerts.get(1).id()).isEqualTo(alerts.get(0).id());
        assertThat(alerts.get(2).id()).isNotEqualTo(alerts.get(0).id());
        assertThat(alerts.get(2).repeated()).isZero();
    }

    @Test
    void theIdDependsOnTheFirstSignalAlone() {
        see(Signals.signal(ENTITY, 0.8, ZERO));
        see(Signals.signal(VOLUME, 0.8, ofMillis(1)));

        assertThat(alerts).extracting(Alert::id).containsOnly("al-e610915n8xa7f");
    }

    @Test
    void theMemoryOfAStoryOutlivesItsGap() {
        assertThat(STEP.memory()).isGreaterThan(TriageStep.GAP);
        assertThat(STEP.keyOf(Signals.signal(ENTITY, 0.8, ZERO))).isEqualTo(Signals.ALICE.key());
    }

    @Test
    void aStoryOfADetectionThatIsGoneSaysWhatToDo() {
        see(Signals.signal(ENTITY, 0.8, ZERO));
        TriageState without = new TriageStep(List.<Card>of()).freshState();

        assertThatThrownBy(() -> without.load(Saved.in(Saved.bytes(steady::save))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ENTITY")
                .hasMessageContaining("restore the detection");
    }

    /// The story is told twice, the second time by a state saved and loaded between every two signals.
    private void see(Signal signal) {
        List<Alert> again = new ArrayList<>();
        int before = alerts.size();
        STEP.process(steady, signal, NoKnowledge.NONE, alerts::add);
        STEP.process(restarted, signal, NoKnowledge.NONE, again::add);
        assertThat(again).isEqualTo(alerts.subList(before, alerts.size()));
        restarted = Saved.reloaded(restarted, STEP.freshState());
    }
}
