// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.apian.server.live.Arrivals.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private Instant now = Instant.parse("2026-11-20T10:00:30Z");
    private final Arrivals arrivals = new Arrivals(() -> now);

    @Test
    void countsBySourceAndTellsWhichCameLast() {
        arrivals.took("OTLP logs", 5);
        passing(Duration.ofSeconds(10));
        arrivals.took("POST /v1/calls", 7);
        arrivals.took("POST /v1/calls", 1);
        assertThat(arrivals.all())
                .extracting(Source::name, Source::calls)
                .containsExactly(tuple("POST /v1/calls", 8L), tuple("OTLP logs", 5L));
        assertThat(arrivals.all().getFirst().last()).isEqualTo(now);
        assertThat(arrivals.since()).isEqualTo(Instant.parse("2026-11-20T10:00:30Z"));
    }

    @Test
    void aSourceThatIsNotUnderstoodIsNoSilentOne() {
        arrivals.refused("/var/log/nginx/access.log");
        Source source = arrivals.all().getFirst();
        assertThat(source.calls()).isZero();
        assertThat(source.refused()).isOne();
        assertThat(source.last()).isEqualTo(now);
    }

    @Test
    void aBatchWithoutCallsIsNoSignOfLife() {
        arrivals.took("OTLP traces", 0);
        assertThat(arrivals.all()).isEmpty();
    }

    @Test
    void minutesPassAlsoWhileNothingComes() {
        arrivals.took("OTLP logs", 5);
        passing(Duration.ofMinutes(3));
        arrivals.took("OTLP logs", 2);
        passing(Duration.ofMinutes(1));
        List<Long> minutes = arrivals.all().getFirst().minutes();
        assertThat(minutes).hasSize(Arrivals.MINUTES).endsWith(5L, 0L, 0L, 2L, 0L);
        assertThat(minutes.stream().mapToLong(Long::longValue).sum()).isEqualTo(7);
    }

    @Test
    void whatIsOlderThanAnHourIsInTheTotalOnly() {
        arrivals.took("OTLP logs", 5);
        passing(Duration.ofHours(30));
        arrivals.took("OTLP logs", 2);
        Source source = arrivals.all().getFirst();
        assertThat(source.calls()).isEqualTo(7);
        assertThat(source.minutes().stream().mapToLong(Long::longValue).sum()).isEqualTo(2);
    }

    @Test
    void aClockThatGoesBackLosesNothing() {
        arrivals.took("OTLP logs", 5);
        passing(Duration.ofMinutes(-10));
        arrivals.took("OTLP logs", 2);
        Source source = arrivals.all().getFirst();
        assertThat(source.calls()).isEqualTo(7);
        assertThat(source.minutes().stream().mapToLong(Long::longValue).sum()).isEqualTo(7);
    }

    @Test
    void sourcesBeyondTheBoundAreCountedTogether() {
        for (int i = 0; i < Arrivals.SOURCES_MAX + 10; i++) {
            arrivals.took("file-" + i, 1);
        }
        assertThat(arrivals.all()).hasSize(Arrivals.SOURCES_MAX);
        assertThat(arrivals.all().stream().mapToLong(Source::calls).sum()).isEqualTo(Arrivals.SOURCES_MAX + 10);
        assertThat(arrivals.all())
                .filteredOn(source -> source.name().equals(Arrivals.OTHERS))
                .singleElement()
                .extracting(Source::calls)
                .isEqualTo(11L);
    }

    private void passing(Duration time) {
        now = now.plus(time);
    }
}
