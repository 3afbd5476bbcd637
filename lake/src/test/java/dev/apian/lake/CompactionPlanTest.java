// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompactionPlanTest {

    private static final String TODAY = "day=2026-11-02";
    private static final String YESTERDAY = "day=2026-11-01";

    private int number;

    @Test
    void aFewSmallFilesOfTodayAreLeftAlone() {
        assertThat(next(files(TODAY, 7, 100))).isEmpty();
    }

    @Test
    void filesOfOneSizeAreMergedOnceThereAreEnough() {
        List<Manifest.Entry> files = join(files(TODAY, 1, 900_000), files(TODAY, 8, 100));
        assertThat(next(files).orElseThrow()).hasSize(8).allMatch(file -> file.rows() == 100);
    }

    @Test
    void whatIsLeftOfADayThatIsOverIsMerged() {
        List<Manifest.Entry> files = join(files(YESTERDAY, 3, 5_000), files(TODAY, 1, 10));
        assertThat(next(files).orElseThrow()).hasSize(3);
    }

    @Test
    void aLateCallDoesNotMakeADayBeRewritten() {
        List<Manifest.Entry> files = join(files(YESTERDAY, 1, 2_000_000), files(YESTERDAY, 1, 1), files(TODAY, 1, 10));
        assertThat(next(files)).isEmpty();
    }

    @Test
    void aDayInOneFileIsDone() {
        assertThat(next(join(files(YESTERDAY, 1, 2_000_000), files(TODAY, 1, 10))))
                .isEmpty();
    }

    @Test
    void whatACheckpointDoesNotCoverIsLeftAlone() {
        List<Manifest.Entry> files = files(TODAY, 20, 100).stream()
                .map(file -> new Manifest.Entry(file.file(), file.rows(), false))
                .toList();
        assertThat(next(files)).isEmpty();
    }

    @Test
    void aFileWithoutAnIndexIsWrittenAnew() {
        List<Manifest.Entry> files = files(TODAY, 2, 100);
        assertThat(CompactionPlan.next(files, file -> !file.equals(files.get(1)), file -> true))
                .contains(List.of(files.get(1)));
    }

    @Test
    void largePagesAreWrittenAnewOnceTheDayIsOver() {
        List<Manifest.Entry> files = join(files(YESTERDAY, 1, 100), files(TODAY, 1, 100));
        assertThat(CompactionPlan.next(files, file -> true, file -> false)).contains(List.of(files.getFirst()));
    }

    /// What each merge makes is put in the list, to the end.
    @Test
    void everyRowIsWrittenAFewTimesOnly() {
        List<Manifest.Entry> files = new ArrayList<>();
        long written = 0;
        for (int i = 0; i < 1_000; i++) {
            files.addAll(files(YESTERDAY, 1, 2_000));
            written += settle(files);
        }
        files.addAll(files(TODAY, 1, 1));
        written += settle(files);
        assertThat(files).hasSize(2);
        assertThat(written).isLessThan(6L * 1_000 * 2_000);
    }

    private long settle(List<Manifest.Entry> files) {
        long written = 0;
        for (Optional<List<Manifest.Entry>> inputs = next(files); inputs.isPresent(); inputs = next(files)) {
            long rows = inputs.get().stream().mapToLong(Manifest.Entry::rows).sum();
            assertThat(Set.copyOf(files)).containsAll(inputs.get());
            files.removeAll(inputs.get());
            files.addAll(files(YESTERDAY, 1, rows));
            written += rows;
        }
        return written;
    }

    private static Optional<List<Manifest.Entry>> next(List<Manifest.Entry> files) {
        return CompactionPlan.next(files, file -> true, file -> true);
    }

    private List<Manifest.Entry> files(String day, int count, long rows) {
        List<Manifest.Entry> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(new Manifest.Entry(day + "/part-%010d.parquet".formatted(++number), rows, true));
        }
        return files;
    }

    @SafeVarargs
    private static List<Manifest.Entry> join(List<Manifest.Entry>... lists) {
        List<Manifest.Entry> all = new ArrayList<>();
        for (List<Manifest.Entry> list : lists) {
            all.addAll(list);
        }
        return all;
    }
}
