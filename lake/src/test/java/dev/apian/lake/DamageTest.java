// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Three files of 1,000 calls each, and one of them is damaged: 2,000 calls stay readable, and it is told.
class DamageTest {

    private static final int EACH = 1_000;

    @TempDir
    private Path directory;

    /// What happens to files.
    enum Harm {
        TORN {
            @Override
            byte[] to(byte[] file) {
                return Arrays.copyOf(file, file.length - 100);
            }
        },
        EMPTY {
            @Override
            byte[] to(byte[] file) {
                return new byte[0];
            }
        },
        WRONG_BEGINNING {
            @Override
            byte[] to(byte[] file) {
                file[0] = 'X';
                return file;
            }
        },
        WRONG_END {
            @Override
            byte[] to(byte[] file) {
                file[file.length - 1] = 'X';
                return file;
            }
        },
        NO_FOOTER {
            @Override
            byte[] to(byte[] file) {
                Arrays.fill(file, file.length - 600, file.length - 8, (byte) 0xFF);
                return file;
            }
        };

        abstract byte[] to(byte[] file);
    }

    @BeforeEach
    void threeFiles() throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            for (int file = 0; file < 3; file++) {
                for (CallRow row : TestRows.random(EACH, file, 10)) {
                    lake.append(row);
                }
                lake.flush();
            }
            lake.checkpointed();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WRONG_BEGINNING")
    void aQueryGoesOnWithoutTheFileAndSaysSo(Harm harm) throws Exception {
        damage(harm);
        try (Query query = Query.open(directory, QueryLimits.DEFAULT)) {
            assertThat(count(query)).isEqualTo(2 * EACH);
            assertThat(query.damagedFiles()).isEqualTo(1);
            assertThat(query.isDamageNews()).isTrue();
            assertThat(query.warnings())
                    .singleElement()
                    .asString()
                    .contains("part-0000000002.parquet")
                    .contains("apian lake check");
        }
        assertThat(directory.resolve("lake/damaged"))
                .as("a reader moves nothing")
                .doesNotExist();
    }

    /// DuckDB never looks at the beginning: the answer is right.
    @Test
    void aWrongBeginningHidesNothingFromAQuery() throws Exception {
        damage(Harm.WRONG_BEGINNING);
        assertThat(Reading.count(directory)).isEqualTo(3 * EACH);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWritesSetsItAsideWithAReport(Harm harm) throws Exception {
        damage(harm);
        CallLake.open(directory).close();
        assertThat(Reading.count(directory)).isEqualTo(2 * EACH);
        Path aside = directory.resolve("lake/damaged/day=2026-11-01");
        assertThat(aside.resolve("part-0000000002.parquet")).exists();
        assertThat(aside.resolve("part-0000000002.json"))
                .content()
                .contains("\"rows\" : 1000")
                .contains("\"day\" : \"2026-11-01\"")
                .contains("\"why\"");
        try (Query query = Query.open(directory, QueryLimits.DEFAULT)) {
            assertThat(count(query)).isEqualTo(2 * EACH);
            assertThat(query.warnings())
                    .singleElement()
                    .asString()
                    .contains("1 damaged files with 1000 calls were set aside");
            assertThat(query.isDamageNews()).isFalse();
        }
    }

    @Test
    void aFileThatIsGoneIsToldToo() throws Exception {
        Files.delete(second());
        CallLake.open(directory).close();
        assertThat(Reading.count(directory)).isEqualTo(2 * EACH);
        assertThat(directory.resolve("lake/damaged/day=2026-11-01/part-0000000002.json"))
                .content()
                .contains("is not there");
    }

    @Test
    void bytesThatChangedInsideAreFoundByTheirChecksum() throws Exception {
        flip();
        try (CallLake lake = CallLake.open(directory)) {
            assertThat(directory.resolve("lake/damaged"))
                    .as("both ends are right")
                    .doesNotExist();
            assertThat(lake.upkeep(Clock.systemUTC()).inspect(true)).isEqualTo(1);
        }
        assertThat(Reading.count(directory)).isEqualTo(2 * EACH);
        assertThat(directory.resolve("lake/damaged/day=2026-11-01/part-0000000002.json"))
                .content()
                .contains("some of its bytes have changed");
    }

    @Test
    void aQueryThatStumblesOverChangedBytesGoesOnWithoutThem() throws Exception {
        byte[] bytes = Files.readAllBytes(second());
        Arrays.fill(bytes, 4, bytes.length / 2, (byte) 0x5A);
        Files.write(second(), bytes);
        try (Query query = Query.open(directory, QueryLimits.DEFAULT);
                QueryResult result = query.run("SELECT count(hash(c)) FROM calls c")) {
            assertThat(Reading.all(result)).isEqualTo(List.of(List.of(2L * EACH)));
            assertThat(query.warnings()).singleElement().asString().contains("some of its bytes have changed");
        }
    }

    @Test
    void damageIsNeverMergedIntoWhatIsWhole() throws Exception {
        flip();
        try (CallLake lake = CallLake.open(directory)) {
            for (int file = 3; file < 9; file++) {
                for (CallRow row : TestRows.random(EACH, file, 10)) {
                    lake.append(row);
                }
                lake.flush();
            }
            lake.checkpointed();
            LakeUpkeep upkeep = lake.upkeep(Clock.systemUTC());
            assertThat(upkeep.step()).isTrue();
            assertThat(upkeep.filesMerged()).as("one is damaged, and set aside").isZero();
            upkeep.step();
            assertThat(upkeep.filesMerged()).isEqualTo(8);
        }
        assertThat(Reading.count(directory)).isEqualTo(8 * EACH);
    }

    @Test
    void aWrongStatementIsNoDamage() throws Exception {
        try (Query query = Query.open(directory, QueryLimits.DEFAULT)) {
            assertThatThrownBy(() -> query.run("SELECT nothing FROM calls")).hasMessageContaining("nothing");
            assertThat(query.warnings()).isEmpty();
        }
    }

    @Test
    void nothingIsSetAsideOfAWholeLake() throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            assertThat(lake.upkeep(Clock.systemUTC()).inspect(true)).isZero();
        }
        assertThat(directory.resolve("lake/damaged")).doesNotExist();
        assertThat(Reading.count(directory)).isEqualTo(3 * EACH);
    }

    private void damage(Harm harm) throws Exception {
        Files.write(second(), harm.to(Files.readAllBytes(second())));
    }

    private void flip() throws Exception {
        byte[] bytes = Files.readAllBytes(second());
        bytes[bytes.length / 2] ^= 1;
        Files.write(second(), bytes);
    }

    private static long count(Query query) throws Exception {
        try (QueryResult result = query.run("SELECT count(*) FROM calls")) {
            return (long) Stream.of(Reading.all(result).getFirst().getFirst())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path second() {
        return directory.resolve("lake/calls/day=2026-11-01/part-0000000002.parquet");
    }
}
