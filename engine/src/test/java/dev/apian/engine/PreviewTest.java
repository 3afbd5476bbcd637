// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.Pipeline;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.signal.BuiltIn;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Detector;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.Involved;
import dev.apian.stage.signal.Signal;
import dev.apian.stream.KeyedStates;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewTest {

    private static final List<Detector<?>> DETECTORS = BuiltIn.detectors();
    private static final Card CARD = DETECTORS.getFirst().card();

    private final Pipeline pipeline = new Pipeline(DETECTORS);
    private final AlertBook alerts = new AlertBook();
    private final Preview preview = new Preview(
            pipeline,
            new KeyedStates<>(pipeline.triage()::freshState, pipeline.triage().memory()),
            alerts);

    @Test
    void onlyWhatIsNewIsShownAnew() {
        preview.take(signal(1, 1));
        preview.take(signal(2, 2));
        preview.show();
        long version = alerts.shownVersion();
        List<String> shown = alerts.shown();

        preview.show();
        assertThat(alerts.shownVersion()).isEqualTo(version);

        preview.take(signal(1, 3));
        preview.show();
        assertThat(alerts.shownVersion()).isEqualTo(version + 1);
        assertThat(alerts.shown()).hasSize(2).containsAnyElementsOf(shown).isNotEqualTo(shown);
        assertThat(alerts.version()).as("nothing of it is kept").isZero();
        assertThat(alerts.all()).isEmpty();
    }

    @Test
    void atTheEndOfATickItIsGone() {
        preview.take(signal(1, 1));
        preview.show();
        preview.end();

        assertThat(alerts.shown()).isEmpty();
        long version = alerts.shownVersion();
        preview.end();
        assertThat(alerts.shownVersion()).as("a quiet tick changes nothing").isEqualTo(version);
    }

    @Test
    void tooManySignalsOfATickAreCountedAndSeenAtItsEnd() {
        for (int i = 0; i <= Preview.SIGNALS_PREVIEWED_MAX; i++) {
            preview.take(signal(i, i));
        }
        preview.show();

        assertThat(alerts.shown()).hasSize(Preview.SIGNALS_PREVIEWED_MAX);
        assertThat(preview.leftOut()).isEqualTo(1);
        preview.end();
        preview.take(signal(1, 1));
        preview.show();
        assertThat(alerts.shown()).hasSize(1);
    }

    private static Signal signal(long actor, long micros) {
        return new Signal(
                CARD,
                micros,
                micros,
                "c-" + micros,
                new Actor(actor, "actor " + actor, Actor.Kind.USER),
                0.8,
                "It happened.",
                "It seldom does.",
                List.of(new Evidence("calls", 97, 3.1, "calls", Duration.ofHours(1))),
                Involved.NOBODY,
                List.of("c-" + micros));
    }
}
