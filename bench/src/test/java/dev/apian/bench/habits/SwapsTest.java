// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.habits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SwapsTest {

    private static final int WEEKS = 80;

    private final Random random = new Random(5);
    private final List<Week> weeks = new ArrayList<>();

    @Test
    void peopleWithPlacesOfTheirOwnAreToldApart() {
        for (int actor = 0; actor < 4; actor++) {
            live("actor" + actor, "team" + actor, 9);
        }
        Map<Swaps.By, Scores> scores = Swaps.of(weeks);

        assertThat(scores).allSatisfy((by, found) -> assertThat(found.area()).isGreaterThan(0.95));
    }

    @Test
    void hoursTellApartWhoWorksInTheSamePlaces() {
        live("early", "team", 6);
        live("late", "team", 18);
        Map<Swaps.By, Scores> scores = Swaps.of(weeks);

        assertThat(scores)
                .hasEntrySatisfying(
                        Swaps.By.HABITS, found -> assertThat(found.area()).isGreaterThan(0.95));
        assertThat(scores)
                .hasEntrySatisfying(
                        Swaps.By.COSINE_OF_FOLDERS,
                        found -> assertThat(found.area()).isLessThan(0.7));
    }

    /// A blind spot: who does the same at the same hours is not told apart, and nobody is accused of it.
    @Test
    void twinsAreNotToldApart() {
        live("one", "team", 9);
        live("other", "team", 9);

        assertThat(Swaps.of(weeks))
                .allSatisfy((by, found) -> assertThat(found.area()).isCloseTo(0.5, within(0.12)));
    }

    @Test
    void whoIsAloneCannotBeSwapped() {
        live("one", "team", 9);

        assertThat(Swaps.of(weeks)).isEmpty();
    }

    @Test
    void folderOfAPath() {
        assertThat(Week.folder("/a/b/c.java")).isEqualTo("/a/b");
        assertThat(Week.folder("/a")).isEqualTo("/");
        assertThat(Week.folder("/")).isEqualTo("/");
    }

    private void live(String actor, String team, int hour) {
        for (int number = 0; number < WEEKS; number++) {
            Week week = new Week(actor, number, new TreeMap<>(), new TreeSet<>());
            for (int change = 0; change < 5; change++) {
                week.changes().put("/%s/%d/file".formatted(team, random.nextInt(6)), 1);
                week.hours().add(hour + random.nextInt(3));
            }
            weeks.add(week);
        }
    }
}
