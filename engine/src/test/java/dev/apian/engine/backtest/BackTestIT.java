// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.Pipeline;
import dev.apian.Replay;
import dev.apian.engine.Engine;
import dev.apian.engine.EngineSettings;
import dev.apian.engine.Installation;
import dev.apian.engine.backtest.BackTest.Comparison;
import dev.apian.lake.Query;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.simulator.WorldSettings;
import dev.apian.stage.call.Call;
import dev.apian.stage.signal.BuiltIn;
import dev.apian.stage.signal.Detections;
import dev.apian.stage.signal.Detector;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Tuning;
import dev.apian.stage.signal.Unkept;
import dev.apian.stage.triage.Alert;
import dev.apian.testkit.SimulatedCalls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What a back-test finds beside what the engine really raised, in a world with attacks.
@TestInstance(Lifecycle.PER_CLASS)
class BackTestIT {

    private static final List<Call> CALLS = SimulatedCalls.of(WorldSettings.of(12, 90, 11));
    private static final long LAST_DAY = Math.floorDiv(CALLS.getLast().micros(), StoredCalls.DAY_MICROS);
    private static final long ALL = Long.MAX_VALUE;
    private static final Detections AS_THEY_COME = Detections.of(BuiltIn.detectors());

    private @Nullable Query opened;

    @BeforeAll
    void judge(@TempDir Path data) throws Exception {
        EngineSettings settings = EngineSettings.DEFAULT.withThreads(1).withLateness(Duration.ofMinutes(2));
        try (Installation installation = Installation.open(data);
                Engine engine = Engine.open(installation, new Pipeline(BuiltIn.detectors()), settings)) {
            for (Call call : CALLS) {
                engine.offer(call);
            }
            engine.finish();
        }
        opened = Query.open(data, QueryLimits.DEFAULT);
    }

    @AfterAll
    void close() throws Exception {
        query().close();
    }

    private Query query() {
        return Objects.requireNonNull(opened);
    }

    @Test
    void unchangedSettingsFindWhatWasReallyFound() throws Exception {
        Map<String, Set<String>> found = foundAgain();
        int exactlyFound = 0;
        for (Detector<?> detector : BuiltIn.detectors()) {
            String id = detector.card().id();
            Set<String> really = reallyRaised(id);
            Set<String> again = found.getOrDefault(id, Set.of());
            Set<String> both = new TreeSet<>(really);
            both.retainAll(again);
            System.out.printf(
                    "%-22s raised %3d, found again %3d, only in the back-test %3d, not kept: %s%n",
                    id, really.size(), both.size(), again.size() - both.size(), detector.unkept());
            if (detector.unkept().isEmpty()) {
                assertThat(again).as(id).isEqualTo(really);
                exactlyFound += really.size();
            }
            if (detector.unkept().stream().anyMatch(Unkept::isEssential)) {
                assertThat(again).as(id).isEmpty();
            }
        }
        assertThat(exactlyFound).isPositive();
    }

    /// By detection, the calls at which it raised.
    private Map<String, Set<String>> foundAgain() throws Exception {
        Map<String, Set<String>> found = new HashMap<>();
        Replay replay = new Replay();
        replay.judgeBy(AS_THEY_COME, new Replay.Verdicts() {
            @Override
            public void signalled(Signal signal) {
                found.computeIfAbsent(signal.card().id(), _ -> new TreeSet<>()).add(signal.callId());
            }

            @Override
            public void raised(Alert version) {
                // signals are compared
            }
        });
        StoredCalls stored = new StoredCalls(query(), origin -> origin);
        Span span = Span.of(stored.byDay(LAST_DAY - Span.DAYS, LAST_DAY), LAST_DAY, ALL);
        stored.read(span, (call, how) -> {
            replay.take(call, how);
            return true;
        });
        replay.finish();
        return found;
    }

    @Test
    void bothSidesOfAComparisonAgreeIfTheSettingsDo() throws Exception {
        Comparison comparison = run("many-refused", AS_THEY_COME, ALL);
        assertThat(comparison.present().signals())
                .isEqualTo(comparison.proposed().signals());
        assertThat(comparison.present().alerts())
                .isEqualTo(comparison.proposed().alerts());
        assertThat(comparison.callsRead()).isEqualTo(CALLS.size());
        assertThat(comparison.isWhole()).isTrue();
    }

    @Test
    void aLooserLimitFindsMoreAndAStricterOneLess() throws Exception {
        assertThatItFollows("many-refused", "limit", "4", "4000");
        assertThatItFollows("sensitive-first-use", "ageMin", "1h", "28d");
    }

    private void assertThatItFollows(String id, String setting, String loose, String strict) throws Exception {
        Comparison looser = run(id, tuned(id, setting, loose), ALL);
        Comparison stricter = run(id, tuned(id, setting, strict), ALL);
        int now = stricter.present().signalCount();
        assertThat(now).as(id).isPositive();
        assertThat(looser.proposed().signalCount()).as(id).isGreaterThan(now);
        assertThat(stricter.proposed().signalCount()).as(id).isLessThan(now);
    }

    @Test
    void whatIsOffRaisesNothing() throws Exception {
        Detections off = Detections.tuned(BuiltIn.detectors(), Map.of("many-refused", new Tuning(false, Map.of())));
        Comparison comparison = run("many-refused", off, ALL);
        assertThat(comparison.present().signalCount()).isPositive();
        assertThat(comparison.proposed().signalCount()).isZero();
        assertThat(comparison.proposed().alertsInAll())
                .isLessThanOrEqualTo(comparison.present().alertsInAll());
    }

    @Test
    void whatIsTooMuchIsLeftOutFromTheBeginningAndSaidSo() throws Exception {
        long half = CALLS.size() / 2;
        Comparison comparison = run("many-refused", AS_THEY_COME, half);
        assertThat(comparison.span().cut()).isPositive();
        assertThat(comparison.span().from()).isGreaterThan(LAST_DAY - 11);
        assertThat(comparison.callsRead()).isPositive().isLessThanOrEqualTo(half);
    }

    @Test
    void whoeverWatchesMayEndIt() throws Exception {
        Comparison comparison = new BackTest(query(), origin -> origin, ALL)
                .run("many-refused", AS_THEY_COME, AS_THEY_COME, LAST_DAY, read -> read < 1_000);
        assertThat(comparison.callsRead()).isEqualTo(1_000);
        assertThat(comparison.isWhole()).isFalse();
        assertThat(comparison.reachedMicros()).isLessThan(CALLS.getLast().micros());
    }

    private Comparison run(String id, Detections proposed, long callsMax) throws Exception {
        return new BackTest(query(), origin -> origin, callsMax)
                .run(id, AS_THEY_COME, proposed, LAST_DAY, read -> true);
    }

    private static Detections tuned(String id, String name, String value) {
        Detections tuned = Detections.tuned(BuiltIn.detectors(), Map.of(id, new Tuning(true, Map.of(name, value))));
        assertThat(tuned.problems()).isEmpty();
        return tuned;
    }

    private Set<String> reallyRaised(String id) throws Exception {
        Set<String> calls = new TreeSet<>();
        try (QueryResult rows =
                query().prepared("SELECT DISTINCT call_id FROM signals WHERE scenario = ?", List.of(id))) {
            while (rows.next()) {
                calls.add(String.valueOf(rows.get(0)));
            }
        }
        return calls;
    }
}
