// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.BaselineSeries.Slot;
import dev.apian.stage.profile.BaselineSeries.Subject;
import dev.apian.stage.profile.BaselineSeries.Window;
import dev.apian.stage.profile.peers.PeerModel;
import dev.apian.testing.SomeCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BaselineSeriesTest {

    private static final long SLOT = Scale.TEN_MINUTES.micros();
    private static final long HOUR = Scale.HOUR.micros();
    private static final long DAY = Scale.DAY.micros();

    /// A Monday.
    private static final long START = 20_003 * DAY;

    private static final long ENDPOINT = 77;

    /// The memory of the last days keeps three digits of its sums.
    private static final Offset<Double> CLOSE = within(0.5);

    @ParameterizedTest
    @EnumSource(
            value = Scale.class,
            names = {"TEN_MINUTES", "HOUR", "DAY"})
    void eachWindowIsHeldAgainstWhatTheProfileKnewAtItsFirstCall(Scale scale) {
        Actors actors = new Actors();
        Map<Long, Usual> seen = new TreeMap<>();
        Map<Long, Integer> counts = new TreeMap<>();
        SomeCall call = SomeCall.get("/v1/orders");
        long began = call.call().micros();
        for (int i = 0; i < 900; i++) {
            // Bursts of up to 60 an hour, with nights between, so that windows are cut and learning is held back.
            Duration after = Duration.ofMinutes(37L * i + (i % 7 == 0 ? 0 : i % 5));
            for (int more = i % 50 == 49 ? 60 : 1 + i % 3; more > 0; more--) {
                Profile profile = actors.see(call.after(after));
                long micros = began + after.toMillis() * 1_000;
                seen.putIfAbsent(start(micros, scale), profile.calls(scale).usual());
                counts.merge(start(micros, SLOT), 1, Integer::sum);
            }
        }
        List<Slot> slots = new ArrayList<>();
        counts.forEach((micros, count) -> slots.add(new Slot(micros, count, count)));
        long first = start(began, scale);
        long until = Math.min(
                first + BaselineSeries.WINDOWS_MAX * scale.micros(),
                slots.getLast().micros() + 1);

        List<Window> windows = of(Population.UNKNOWN, null, 0).windows(scale, slots, first, until);

        int compared = 0;
        for (Window window : windows) {
            Usual told = seen.get(window.start());
            if (told instanceof Usual.Known known && window.usual() instanceof Usual.Known drawn) {
                assertThat(drawn.window()).isEqualTo(known.window());
                assertThat(drawn.windows()).isEqualTo(known.windows());
                assertThat(drawn.hours()).isEqualTo(known.hours());
                compared++;
            } else if (told != null) {
                assertThat(List.of(told, window.usual())).hasOnlyElementsOfType(Usual.StillLearning.class);
            }
        }
        assertThat(compared).isGreaterThan(scale == Scale.DAY ? 10 : 100);
        assertThat(windows.stream().mapToLong(Window::calls).sum())
                .isEqualTo(slots.stream()
                        .filter(slot -> slot.micros() < until)
                        .mapToLong(Slot::counted)
                        .sum());
    }

    @Test
    void anActorThatDoesAsAlwaysStaysWithinTheBand() {
        List<Window> windows = of(Population.UNKNOWN, ENDPOINT, 0)
                .windows(Scale.HOUR, everyHour(14 * 24, 5), START + 7 * DAY, START + 14 * DAY);

        assertThat(windows).hasSize(7 * 24).allSatisfy(window -> {
            assertThat(window.calls()).isEqualTo(5);
            assertThat(known(window).expected()).isCloseTo(5, CLOSE);
            assertThat(known(window).upper()).isGreaterThan(5);
        });
    }

    @Test
    void aBurstIsFarBeyondTheBandAndHardlyRaisesIt() {
        List<Slot> slots = new ArrayList<>(everyHour(14 * 24, 5));
        slots.set(13 * 24, new Slot(START + 13 * DAY, 500, 500));

        List<Window> windows = of(Population.UNKNOWN, ENDPOINT, 0)
                .windows(Scale.HOUR, slots, START + 13 * DAY, START + 13 * DAY + 2 * HOUR);

        assertThat(known(windows.getFirst()).probabilityOf(500)).isLessThan(2e-5);
        assertThat(known(windows.getLast()).upper())
                .isLessThan(2 * known(windows.getFirst()).upper());
    }

    @Test
    void withoutPeersNothingIsUsualInTheFirstWindows() {
        List<Window> windows =
                of(Population.UNKNOWN, ENDPOINT, 0).windows(Scale.HOUR, everyHour(24, 5), START, START + DAY);

        assertThat(windows.getFirst().usual()).isInstanceOf(Usual.StillLearning.class);
        assertThat(windows.getLast().usual()).isInstanceOf(Usual.Known.class);
        assertThat(of(Population.UNKNOWN, ENDPOINT, 0).hasPeers(Scale.HOUR)).isFalse();
    }

    @Test
    void whereEverybodyDoesMoreTheBandRisesAndOnlyThere() {
        Tides.Shift shift = new Tides.Shift(
                START + 13 * DAY, START + 13 * DAY + 2 * HOUR, List.of(new Tides.Part(ENDPOINT, 3, 90, 0.5f)));
        Population population = knowing(new Tides(Map.of(), List.of(shift)));

        List<Window> windows = of(population, ENDPOINT, START + 30 * DAY)
                .windows(Scale.HOUR, everyHour(14 * 24, 5), START + 13 * DAY, START + 13 * DAY + 4 * HOUR);

        assertThat(windows).extracting(window -> known(window).factor()).containsExactly(3.0, 3.0, 1.0, 1.0);
        assertThat(known(windows.getFirst()).expected()).isCloseTo(15, within(1.0));
    }

    @Test
    void aNoticeAboutAnotherEndpointChangesNothing() {
        Tides.Shift shift = new Tides.Shift(START, 0, List.of(new Tides.Part(ENDPOINT + 1, 3, 90, 0.5f)));
        Population population = knowing(new Tides(Map.of(), List.of(shift)));

        assertThat(of(population, ENDPOINT, START)
                        .windows(Scale.DAY, everyHour(14 * 24, 5), START + 9 * DAY, START + 12 * DAY))
                .allSatisfy(window -> assertThat(known(window).factor()).isEqualTo(1));
    }

    @Test
    void windowsWithoutCallsAreThere() {
        List<Window> windows =
                of(Population.UNKNOWN, ENDPOINT, 0).windows(Scale.TEN_MINUTES, List.of(), START, START + HOUR);

        assertThat(windows)
                .hasSize(6)
                .allSatisfy(window -> assertThat(window.calls()).isZero());
    }

    @Test
    void tooManyWindowsAndSlotsOutOfStepAreRefused() {
        BaselineSeries series = of(Population.UNKNOWN, ENDPOINT, 0);
        assertThatThrownBy(() -> series.windows(Scale.HOUR, List.of(), START, START + 1_009 * HOUR))
                .hasMessageContaining("at most 1008");
        assertThatThrownBy(() -> new Slot(START + 1, 1, 1)).hasMessageContaining("start of ten minutes");
    }

    private static BaselineSeries of(Population population, @Nullable Long endpoint, long now) {
        return BaselineSeries.of(population, new Subject(Actor.Kind.USER, "clerk", endpoint), now);
    }

    private static Population knowing(Tides tides) {
        return new Population(Map.of(), Norms.UNKNOWN, tides, Map.of(), Map.of(), PeerModel.UNKNOWN);
    }

    private static List<Slot> everyHour(int hours, int calls) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < hours; i++) {
            slots.add(new Slot(START + i * HOUR, calls, calls));
        }
        return slots;
    }

    private static Usual.Known known(Window window) {
        if (window.usual() instanceof Usual.Known known) {
            return known;
        }
        throw new AssertionError(window + " is not known");
    }

    private static long start(long micros, Scale scale) {
        return start(micros, scale.micros());
    }

    private static long start(long micros, long length) {
        return Math.floorDiv(micros, length) * length;
    }
}
