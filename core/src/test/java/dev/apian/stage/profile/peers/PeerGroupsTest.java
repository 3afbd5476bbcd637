// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.endpoint.Routed;
import dev.apian.stage.endpoint.TemplateLearner;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stream.Tick;
import dev.apian.testing.Saved;
import dev.apian.testing.SomeCall;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PeerGroupsTest {

    private static final long DAY = Duration.ofDays(1).toMillis() * 1_000;
    private static final int FIRST = 20_000;
    private static final int ACTORS = 300;
    private static final List<String> ROLES = List.of("support", "warehouse", "");

    private final TemplateLearner endpoints = new TemplateLearner();
    private final List<Long> ids =
            IntStream.range(0, 60).mapToObj(this::endpoint).toList();
    private final Templates templates = endpoints.publish(1);
    private PeersLearner learner = new PeersLearner();

    @Test
    void groupsAreThoseOfOneKindOfWorkNamedByPermissionsOrApplication() {
        live(FIRST, FIRST + 6);

        assertThat(publish(FIRST + 6).groups())
                .hasSize(3)
                .allSatisfy(group -> assertThat(group.members()).isEqualTo(100))
                .extracting(Like::group)
                .containsExactlyInAnyOrder("support", "warehouse", "till-7");
    }

    @Test
    void groupsAreDescribedByWhatOnlyTheyUse() {
        live(FIRST, FIRST + 6);

        assertThat(publish(FIRST + 6).groups())
                .filteredOn(group -> group.group().equals("warehouse"))
                .singleElement()
                .satisfies(group -> assertThat(group.uses())
                        .hasSize(3)
                        .allSatisfy(use -> assertThat(use).startsWith("GET /warehouse")));
    }

    @Test
    void ofAForeignEndpointNobodyLikeItIsAUser() {
        live(FIRST, FIRST + 6);
        Like like = publish(FIRST + 6).like(own(0), ids.get(25));

        assertThat(like.group()).isEqualTo("support");
        assertThat(like.members()).isEqualTo(100);
        assertThat(like.users()).isZero();
        assertThat(like.last()).isEqualTo(Like.NEVER);
        assertThat(like.since()).isEqualTo(FIRST);
    }

    @Test
    void aUseByOneOfThemIsRememberedWhenUsesAreForgotten() {
        live(FIRST, FIRST + 6);
        learner.learn(3, 100, ids.get(25), micros(FIRST + 6));
        live(FIRST + 6, FIRST + 7);
        Like soon = publish(FIRST + 7).like(own(0), ids.get(25));
        live(FIRST + 7, FIRST + 47);
        Like late = publish(FIRST + 47).like(own(0), ids.get(25));

        assertThat(soon.users()).isEqualTo(1);
        assertThat(soon.last()).isEqualTo(FIRST + 6);
        assertThat(late.users()).isZero();
        assertThat(late.last()).isEqualTo(FIRST + 6);
    }

    @Test
    void nobodyIsNamedForOneWhoUsesTooLittleOrForAnUnknownEndpoint() {
        live(FIRST, FIRST + 6);
        PeerModel model = publish(FIRST + 6);

        assertThat(model.like(new long[] {ids.getFirst()}, ids.get(25))).isEqualTo(Like.NOBODY);
        assertThat(model.like(own(0), 77_777)).isEqualTo(Like.NOBODY);
        assertThat(PeerModel.UNKNOWN.like(own(0), ids.get(25))).isEqualTo(Like.NOBODY);
    }

    @Test
    void aFewWhoDoAsNobodyElseDoesAreNoGroup() {
        live(FIRST, FIRST + 6);
        for (int i = 0; i < Grouping.MEMBERS_MIN - 1; i++) {
            for (int n = 0; n < 6; n++) {
                learner.learn(1_000 + i, 200, 5_000 + n, micros(FIRST + 1));
                learner.learn(1_000 + i, 200, 5_000 + n, micros(FIRST + 2));
            }
        }
        live(FIRST + 6, FIRST + 8);

        assertThat(publish(FIRST + 8).groups()).hasSize(3);
    }

    @Test
    void aRestartKeepsGroupsNamesAndLastUses() {
        live(FIRST, FIRST + 6);
        learner.learn(3, 100, ids.get(25), micros(FIRST + 6));
        live(FIRST + 6, FIRST + 20);
        PeersLearner whole = learner;
        learner = Saved.reloaded(whole, new PeersLearner());
        live(FIRST + 20, FIRST + 44);
        PeerModel restarted = publish(FIRST + 44);
        learner = whole;
        live(FIRST + 20, FIRST + 44);

        assertThat(restarted).isEqualTo(publish(FIRST + 44));
        assertThat(restarted.groups()).isEqualTo(publish(FIRST + 44).groups());
        assertThat(restarted.like(own(0), ids.get(25)).last()).isEqualTo(FIRST + 6);
    }

    @Test
    void lastUsesHaveABoundAndTheOldestGo() {
        LastUses uses = new LastUses();
        int[] days = IntStream.range(0, LastUses.PAIRS_MAX + 100).toArray();
        uses.everBefore(1, LongStream.range(0, days.length).toArray(), days);
        uses.shrink();

        int[] unknown = {Like.NEVER, Like.NEVER};
        assertThat(uses.everBefore(1, new long[] {99, 100}, unknown)).containsExactly(Like.NEVER, 100);
    }

    @Test
    void namesAreBoundedAndShort() {
        Names names = new Names();
        for (int n = 0; n < Names.NAMES_MAX + 10; n++) {
            names.put(n, "x".repeat(1_000));
        }

        assertThat(names.of(0)).hasSizeLessThan(100);
        assertThat(names.of(Names.NAMES_MAX)).isEmpty();
    }

    /// Every actor uses six endpoints of its group a day, those of few days drawn anew.
    private void live(int from, int to) {
        for (int day = from; day < to; day++) {
            Random random = new Random(day);
            for (int i = 0; i < ACTORS; i++) {
                int group = i % 3;
                for (int n = 0; n < 6; n++) {
                    int habit = (int) Math.floorMod(i * 31L + n * 7L, 20L);
                    int drawn = random.nextInt(30) == 0 ? random.nextInt(20) : habit;
                    learner.learn(i, 100L + group, ids.get(group * 20 + drawn), micros(day));
                }
                learner.name(i, 100L + group, ROLES.get(group), "till-" + (group == 2 ? 7 : i % 50));
            }
            publish(day + 1);
        }
    }

    private long[] own(int actor) {
        return IntStream.of(0, 7, 14, 1, 8)
                .mapToLong(n -> ids.get((n + actor) % 20))
                .sorted()
                .toArray();
    }

    private PeerModel publish(int day) {
        learner.follow(templates);
        return learner.publish(day * Tick.PER_DAY);
    }

    private long endpoint(int n) {
        String word = n < 20 ? "support" : n < 40 ? "warehouse" : "till";
        String name = IntStream.rangeClosed(0, n % 20)
                .mapToObj(k -> "" + (char) ('a' + k))
                .reduce("", String::concat);
        Routed routed =
                Templates.NONE.route(SomeCall.get("/" + word + "/" + name).call());
        endpoints.learn(routed);
        return routed.endpoint().id();
    }

    private static long micros(int day) {
        return day * DAY + DAY / 2;
    }
}
