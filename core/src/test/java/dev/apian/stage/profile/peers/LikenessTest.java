// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private static final int ENDPOINTS = 60;
    private static final int ACTORS = 300;

    private final Uses uses = Uses.of(rows(1), ENDPOINTS);

    @Test
    void whatThoseAlikeUseIsLikelierThanWhatOthersUse() {
        Likeness likeness = Likeness.of(uses);
        for (int actor = 0; actor < 30; actor++) {
            Likeness.Of one = likeness.of(uses.row(actor), Likeness.NO_GROUP);
            int own = actor % 3 * 20;
            int others = (actor + 1) % 3 * 20;
            assertThat(IntStream.range(own, own + 20)
                            .mapToDouble(one::score)
                            .average()
                            .orElseThrow())
                    .isGreaterThan(IntStream.range(others, others + 20)
                            .mapToDouble(one::score)
                            .max()
                            .orElseThrow());
        }
    }

    @Test
    void theSameUsesGiveTheSameModelAgain() {
        assertThat(Likeness.of(Uses.of(rows(1), ENDPOINTS))).isEqualTo(Likeness.of(uses));
    }

    @Test
    void aModelThatWasSavedSaysTheSame() throws IOException {
        Likeness likeness =
                Likeness.of(uses, IntStream.range(0, ACTORS).map(i -> i % 3).toArray());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        likeness.save(new DataOutputStream(bytes));
        Likeness loaded = Likeness.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(loaded).isEqualTo(likeness);
        assertThat(loaded.of(uses.row(0), 0).score(50))
                .isEqualTo(likeness.of(uses.row(0), 0).score(50));
    }

    @Test
    void aRefitFromKnownRolesKeepsTheOrder() {
        Likeness first = Likeness.of(uses);
        int[] groupOf = new int[ACTORS];
        Arrays.fill(groupOf, Likeness.NO_GROUP);
        Likeness second = first.refit(
                Uses.of(rows(2), ENDPOINTS),
                groupOf,
                IntStream.range(0, ENDPOINTS).toArray());
        Likeness.Of one = second.of(uses.row(0), Likeness.NO_GROUP);

        assertThat(one.score(3)).isGreaterThan(one.score(25)).isGreaterThan(one.score(45));
    }

    @Test
    void rolesAreFoundAgainFromTheEndpointsAnActorUses() {
        Factors factors = Factors.of(uses);
        float[] roles = factors.foldIn(new int[] {0, 1, 2, 3, 4, 5});
        float sum = 0;
        for (float role : roles) {
            sum += role;
        }

        assertThat(sum).isCloseTo(6, within(1f));
        assertThat(factors.expected(roles, 7)).isGreaterThan(10 * factors.expected(roles, 30));
    }

    @Test
    void endpointsUsedByTheSameActorsAreNear() {
        CoUse coUse = CoUse.of(uses);

        assertThat(coUse.nearness(new int[] {1, 2, 3}, 4)).isGreaterThan(3 * coUse.nearness(new int[] {1, 2, 3}, 24));
    }

    @Test
    void thoseAlikeShareWhatTheyUse() {
        Exemplars.Nearest nearest = Exemplars.of(uses).nearest(uses.row(0));

        assertThat(nearest.share(1)).isBetween(0.2f, 1f);
        assertThat(nearest.share(30)).isLessThan(0.1f);
    }

    @Test
    void withNothingLearnedNothingIsPreferred() {
        Likeness likeness = Likeness.of(Uses.of(List.of(), 3));

        assertThat(likeness.of(new int[] {}, Likeness.NO_GROUP).score(0))
                .isEqualTo(likeness.of(new int[] {}, Likeness.NO_GROUP).score(2));
    }

    @Test
    void aRowOutOfOrderIsRefused() {
        assertThatThrownBy(() -> Uses.of(List.of(new int[] {2, 1}), 3))
                .hasMessage("row 0 is [2, 1]; give endpoints from 0 to 2, rising");
        assertThatThrownBy(() -> Uses.of(List.of(new int[] {3}), 3)).isInstanceOf(IllegalArgumentException.class);
    }

    /// Three roles of twenty endpoints each, of which everybody uses eight, and sometimes something else.
    static List<int[]> rows(long seed) {
        Random random = new Random(seed);
        List<int[]> rows = new ArrayList<>();
        for (int i = 0; i < ACTORS; i++) {
            int from = i % 3 * 20;
            rows.add(IntStream.concat(
                            random.ints(8, from, from + 20),
                            random.nextInt(20) == 0 ? random.ints(1, 0, ENDPOINTS) : IntStream.empty())
                    .distinct()
                    .sorted()
                    .toArray());
        }
        return rows;
    }
}
