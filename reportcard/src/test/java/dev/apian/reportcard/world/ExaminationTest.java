// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.reportcard.rival.Rivals;
import dev.apian.reportcard.score.Attacked;
import dev.apian.reportcard.score.Finding;
import dev.apian.reportcard.score.MethodScore;
import dev.apian.reportcard.score.Nominal;
import dev.apian.reportcard.score.Scoring;
import dev.apian.simulator.WorldSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExaminationTest {

    private static final WorldSettings WORLD = WorldSettings.of(12, 100, 3);
    private static final Examined EXAMINED = Examination.of(WORLD, Rivals.all(), _ -> {});

    @Test
    void loudAttacksOfTheWorldAreFoundByTheirTrueActors() {
        MethodScore apian = Scoring.of("Apian", List.of(EXAMINED.ofApian()), 0.5, 1);

        assertThat(EXAMINED.truth().attacks()).hasSize(WORLD.attacks().size());
        assertThat(found(apian, "id-walk")).isEqualTo(1);
        assertThat(found(apian, "impossible-travel")).isEqualTo(1);
        assertThat(apian.overall().found()).isBetween(8, 18);
    }

    private static int found(MethodScore score, String kind) {
        return score.kinds().stream()
                .filter(row -> row.kind().equals(kind))
                .mapToInt(row -> row.found())
                .sum();
    }

    @Test
    void everyFindingIsAboutATrueActor() {
        assertThat(EXAMINED.apian())
                .extracting(Finding::actor)
                .isSubsetOf(EXAMINED.truth().actors());
        EXAMINED.rivals()
                .values()
                .forEach(claims -> assertThat(claims)
                        .extracting(Finding::actor)
                        .isSubsetOf(EXAMINED.truth().actors()));
    }

    @Test
    void attacksHaveTheTimesOfTheirCalls() {
        for (Attacked attack : EXAMINED.truth().attacks()) {
            assertThat(attack.strikes()).isSorted();
            assertThat(EXAMINED.truth().actors()).containsAll(attack.actors());
        }
    }

    @Test
    void everyRivalSaysSomethingInSuchAWorld() {
        assertThat(EXAMINED.rivals()).hasSize(Rivals.all().size());
        assertThat(EXAMINED.rivals().get("ten times the mean")).isNotEmpty();
        assertThat(EXAMINED.rivals().get("travel speed")).isNotEmpty();
    }

    @Test
    void understandingIsHeldAgainstEveryCall() {
        assertThat(EXAMINED.recognition().identity()).isNotNull().satisfies(who -> {
            assertThat(who.calls()).isEqualTo(EXAMINED.line().calls());
            assertThat(who.pairPrecision()).isGreaterThan(0.99);
        });
        assertThat(EXAMINED.recognition().endpoints())
                .isNotNull()
                .satisfies(where ->
                        assertThat(where.calls()).isBetween(1L, EXAMINED.line().calls() - 1));
        assertThat(EXAMINED.recognition().ids())
                .isNotNull()
                .satisfies(ids -> assertThat(ids.recall()).isGreaterThan(0.9));
    }

    @Test
    void promisesAreCountedByRateAndKindOfActor() {
        assertThat(EXAMINED.nominals())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.trials()).isGreaterThanOrEqualTo(row.alarms()));
        assertThat(EXAMINED.nominals()).extracting(Nominal::kindOfActor).contains("user");
    }

    @Test
    void theSameWorldGivesTheSameClaims() {
        Examined again = Examination.of(WORLD, Rivals.all(), _ -> {});

        assertThat(again).isEqualTo(EXAMINED);
    }
}
