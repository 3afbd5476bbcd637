// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoveredTest {

    private static final String DAY = "day=2026-11-01/";
    private static final Covered TWO = new Covered(Map.of(DAY + "a", 10L, DAY + "b", 20L));

    @Test
    void whatIsNotCoveredIsNew() {
        assertThat(fresh(TWO, files("a", 10, "b", 20, "c", 5))).containsExactly(DAY + "c");
    }

    @Test
    void aFileOfTheSameRowsAsThoseMergedIntoItIsNotNew() {
        assertThat(fresh(TWO, merged(files("m", 30)))).isEmpty();
        assertThat(fresh(TWO, merged(files("m", 30, "c", 5)))).containsExactly(DAY + "c");
    }

    @Test
    void whereAMergeTookInWhatWasNeverCoveredAllIsCountedAnew() {
        assertThat(TWO.towards(merged(files("m", 37)))).isEmpty();
    }

    @Test
    void whereRowsAreGoneAllIsCountedAnew() {
        assertThat(TWO.towards(files("a", 10))).isEmpty();
    }

    private static List<String> fresh(Covered covered, Manifest listed) {
        return covered.towards(listed).orElseThrow().fresh().stream()
                .map(Manifest.Entry::file)
                .toList();
    }

    private static Manifest merged(Manifest listed) {
        return listed.withMerged(List.of(DAY + "a", DAY + "b"));
    }

    private static Manifest files(Object... namesAndRows) {
        List<Manifest.Entry> entries = new ArrayList<>();
        for (int i = 0; i < namesAndRows.length; i += 2) {
            entries.add(new Manifest.Entry(DAY + namesAndRows[i], (Integer) namesAndRows[i + 1], true));
        }
        return new Manifest(entries, List.of());
    }
}
