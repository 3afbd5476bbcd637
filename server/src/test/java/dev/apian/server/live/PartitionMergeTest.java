// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.server.live.PartitionMerge.Read;
import dev.apian.server.live.PartitionMerge.Run;
import dev.apian.stage.call.AutoReader;
import dev.apian.stage.call.Fingerprints;
import dev.apian.stage.call.ReaderSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionMergeTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final AutoReader READER =
            new AutoReader(ReaderSettings.of(new byte[Fingerprints.KEY_BYTES], Long.MAX_VALUE));
    private static final TopicPartition ONE = new TopicPartition("calls", 0);
    private static final TopicPartition TWO = new TopicPartition("calls", 1);
    private static final int NO_CALL = -1;

    private final PartitionMerge merge = new PartitionMerge(Duration.ofSeconds(5));

    @BeforeEach
    void assign() {
        merge.assign(List.of(ONE, TWO));
    }

    @Test
    void noCallIsLaterByMoreThanTheSlackThanOneThatComesAfterIt() {
        merge.add(ONE, read(0, IntStream.range(0, 500).map(i -> 2 * i).toArray()));
        merge.add(TWO, read(0, IntStream.range(0, 500).map(i -> 2 * i + 1).toArray()));
        List<Long> given = new ArrayList<>();
        for (Run run = merge.next(_ -> false); run != null; run = merge.next(_ -> false)) {
            run.records().forEach(record -> given.add(record.micros()));
        }
        assertThat(given).hasSize(1_000);
        long latest = given.getFirst();
        for (long micros : given) {
            assertThat(micros)
                    .isGreaterThanOrEqualTo(latest - Duration.ofSeconds(5).toMillis() * 1_000);
            latest = Math.max(latest, micros);
        }
    }

    @Test
    void aPartitionThatHasMoreToReadHoldsTheOthersUntilItIsExcused() {
        merge.add(ONE, read(0, 1, 2, 3));
        assertThat(merge.next(TWO::equals)).isNull();
        merge.excuse(TWO::equals);
        assertThat(merge.next(TWO::equals)).isEqualTo(new Run(ONE, read(0, 1, 2, 3)));
        merge.add(ONE, read(3, 4));
        merge.add(TWO, read(0, 2));
        assertThat(merge.next(TWO::equals)).as("the older first").isEqualTo(new Run(TWO, read(0, 2)));
        assertThat(merge.next(TWO::equals))
                .as("it delivers again, so it is waited for")
                .isNull();
        assertThat(merge.next(_ -> false)).isEqualTo(new Run(ONE, read(3, 4)));
        assertThat(merge.next(_ -> false)).isNull();
        assertThat(merge.isEmpty()).isTrue();
    }

    @Test
    void whatIsNoCallWaitsForNothing() {
        merge.add(ONE, read(0, 600, NO_CALL, 601));
        merge.add(TWO, read(0, NO_CALL, 700));
        assertThat(merge.next(_ -> false)).isEqualTo(new Run(TWO, read(0, NO_CALL)));
        assertThat(merge.next(_ -> false)).isEqualTo(new Run(ONE, read(0, 600, NO_CALL, 601)));
        assertThat(merge.next(_ -> false)).isEqualTo(new Run(TWO, read(1, 700)));
    }

    @Test
    void whatWaitsIsBoundedAndForgottenWithItsPartition() {
        int share = PartitionMerge.RECORDS_MAX / 2;
        merge.add(ONE, read(0, IntStream.range(0, share - 1).toArray()));
        assertThat(merge.full()).isEmpty();
        merge.add(ONE, read(share - 1, share));
        assertThat(merge.full()).isEqualTo(Set.of(ONE));
        merge.revoke(List.of(ONE));
        assertThat(merge.isEmpty()).isTrue();
        assertThat(merge.full()).isEmpty();
    }

    /// Records from an offset on, each of a call at so many seconds, or of none.
    private static List<Read> read(int offset, int... seconds) {
        List<Read> read = new ArrayList<>();
        for (int second : seconds) {
            byte[] record = (second == NO_CALL
                            ? "no call"
                            : "{\"timestamp\":\"" + START.plusSeconds(second) + "\",\"http.request.method\":\"GET\","
                                    + "\"url.path\":\"/a\",\"http.response.status_code\":200,\"event.id\":\"c\"}")
                    .getBytes(UTF_8);
            read.add(new Read(offset + read.size(), READER.read(record, 0, record.length)));
        }
        return read;
    }
}
