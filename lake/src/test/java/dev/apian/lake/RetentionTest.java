// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five days of 40 calls each, half of them alice's and half bob's. Today is the last.
class RetentionTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final LocalDate TODAY = FIRST.plusDays(4);
    private static final Instant NOW = Instant.parse("2026-11-05T20:00:00Z");

    @TempDir
    private Path directory;

    @BeforeEach
    void fiveDays() throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            for (int i = 0; i < 200; i++) {
                Instant at = TestRows.NOON.plusSeconds(86_400L * (i / 40) + i);
                lake.append(TestRows.call(at, i % 2 == 0 ? "alice" : "bob", "GET", 200));
            }
            lake.flush();
            lake.checkpointed();
        }
    }

    @Test
    void withoutALimitNothingGoes() throws Exception {
        assertThat(retain(Retention.FOREVER).isNothing()).isTrue();
        assertThat(Reading.count(directory)).isEqualTo(200);
    }

    @Test
    void daysThatAreOldEnoughStay() throws Exception {
        assertThat(retain(new Retention(5, null)).isNothing()).isTrue();
        assertThat(Reading.count(directory)).isEqualTo(200);
    }

    @Test
    void olderDaysGoAndAreCounted() throws Exception {
        Retained gone = retain(new Retention(3, null));
        assertThat(gone.days()).isEqualTo(2);
        assertThat(gone.rows()).isEqualTo(80);
        assertThat(days()).containsExactly("2026-11-03", "2026-11-04", "2026-11-05");
        assertThat(LakeReport.of(directory).deleted().rows()).isEqualTo(80);
        assertThat(retain(new Retention(3, null)).isNothing()).as("once").isTrue();
    }

    @Test
    void theOldestGoUntilTheRestIsSmallEnough() throws Exception {
        long all = LakeReport.of(directory).bytes();
        retain(new Retention(null, all * 3 / 5 + 10));
        assertThat(days()).containsExactly("2026-11-03", "2026-11-04", "2026-11-05");
    }

    @Test
    void theLatestDayStaysHoweverLittleIsAllowed() throws Exception {
        retain(new Retention(1, 1L));
        assertThat(days()).containsExactly("2026-11-05");
    }

    @Test
    void aDayThatIsHeldStaysWhole() throws Exception {
        hold(null, FIRST.plusDays(1), FIRST.plusDays(1));
        retain(new Retention(1, null));
        assertThat(days()).containsExactly("2026-11-02", "2026-11-05");
        assertThat(Reading.count(directory)).isEqualTo(80);
    }

    @Test
    void ofADayWithAHeldActorOnlyTheActorsCallsStay() throws Exception {
        hold("alice", null, FIRST.plusDays(1));
        Retained gone = retain(new Retention(2, null));
        assertThat(gone.rows()).isEqualTo(20 + 20 + 40);
        assertThat(Reading.rows(
                        directory, "SELECT time::DATE::VARCHAR, actor, count(*) FROM calls GROUP BY ALL ORDER BY ALL"))
                .isEqualTo(List.of(
                        List.of("2026-11-01", "alice", 20L),
                        List.of("2026-11-02", "alice", 20L),
                        List.of("2026-11-04", "alice", 20L),
                        List.of("2026-11-04", "bob", 20L),
                        List.of("2026-11-05", "alice", 20L),
                        List.of("2026-11-05", "bob", 20L)));
        assertThat(retain(new Retention(2, null)).isNothing()).as("once").isTrue();
    }

    @Test
    void whatIsReleasedMayGo() throws Exception {
        Hold hold = hold("alice", null, null);
        retain(new Retention(1, null));
        assertThat(Reading.count(directory)).isEqualTo(4 * 20 + 40);
        assertThat(Holds.release(directory, hold.id())).isTrue();
        assertThat(Holds.release(directory, hold.id())).isFalse();
        retain(new Retention(1, null));
        assertThat(Reading.count(directory)).isEqualTo(40);
    }

    @Test
    void holdsThatCannotBeReadKeepEverything() throws Exception {
        Files.writeString(directory.resolve("holds.json"), "{");
        assertThatThrownBy(() -> retain(new Retention(1, null)))
                .hasMessageContaining("holds.json")
                .hasMessageContaining("nothing is deleted");
        assertThat(Reading.count(directory)).isEqualTo(200);
    }

    @Test
    void filesStayForQueriesThatReadThemAndThenGo() throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            lake.upkeep(Clock.systemUTC()).retain(new Retention(1, null), Holds.read(directory), TODAY);
            assertThat(parquetFiles()).isEqualTo(5);
            lake.upkeep(Clock.offset(Clock.systemUTC(), LakeUpkeep.GRACE.plusSeconds(1)))
                    .step();
            assertThat(parquetFiles()).isEqualTo(1);
        }
    }

    @Test
    void aHoldOfNothingIsRefused() {
        assertThatThrownBy(() -> hold(null, null, null)).hasMessageContaining("--actor");
        assertThatThrownBy(() -> hold(null, TODAY, FIRST)).hasMessageContaining("is after");
    }

    private Retained retain(Retention retention) throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            return lake.upkeep(Clock.systemUTC()).retain(retention, Holds.read(directory), TODAY);
        }
    }

    private Hold hold(@Nullable String actor, @Nullable LocalDate from, @Nullable LocalDate to) throws Exception {
        return Holds.add(directory, actor, from, to, "case 4711", NOW);
    }

    private List<String> days() throws Exception {
        return Reading.rows(directory, "SELECT DISTINCT time::DATE::VARCHAR FROM calls ORDER BY 1").stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
    }

    private long parquetFiles() throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).count();
        }
    }
}
