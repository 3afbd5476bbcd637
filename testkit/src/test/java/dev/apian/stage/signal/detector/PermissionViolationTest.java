// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.endpoint.Label;
import dev.apian.stage.profile.peers.Like;
import dev.apian.stage.signal.detector.PermissionViolation.Limits;
import dev.apian.testkit.DetectorTester;
import dev.apian.testkit.Story;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionViolationTest {

    private static final List<String> THREE = List.of("GET /v1/refunds", "GET /v1/audits", "POST /v1/vouchers");

    private final DetectorTester<?> tester = new DetectorTester<>(new PermissionViolation(Limits.DEFAULT));
    private final Story stranger = Story.of("mallory")
            .visits(THREE)
            .every(ofMinutes(10))
            .forTheFirstTime()
            .among("customer", 1_243, 0, 12);

    @Test
    void raisesAtThreeEndpointsThatPeersNeverUse() {
        assertThat(tester.watch(stranger)).singleElement().satisfies(signal -> {
            assertThat(signal.happened())
                    .isEqualTo("mallory used 3 endpoints foreign to its permissions for the first time within "
                            + "20 minutes: GET /v1/refunds, GET /v1/audits, POST /v1/vouchers");
            assertThat(signal.usual())
                    .isEqualTo("of 1,243 consumers with the permissions \"customer\" none used any of them in the last "
                            + "weeks, at least 12 with others did");
            assertThat(signal.involved().endpoints()).containsExactlyInAnyOrderElementsOf(THREE);
            assertThat(signal.calls()).hasSize(3);
        });
    }

    @Test
    void raisesAtTwoSensitiveOnes() {
        assertThat(tester.watch(
                        stranger.visits(List.of("GET /x")).calls("GET /v1/admin/users", Label.ADMIN),
                        stranger.visits(List.of("GET /x"))
                                .calls("POST /v1/admin/roles", Label.ADMIN)
                                .later(ofHours(5))))
                .hasSize(1);
    }

    @Test
    void raisesWhenOnePeerDidTheSameBefore() {
        assertThat(tester.watch(stranger.among("customer", 1_243, 1, 12))).hasSize(1);
    }

    @Test
    void raisesForANewcomerToALargeGroup() {
        Story newcomer = stranger.knownFor(ofMinutes(1));
        assertThat(tester.watch(newcomer)).isEmpty();
        assertThat(tester.watch(newcomer.among("customer", 1_243, 0, 40))).hasSize(1);
    }

    @Test
    void countsAnEndpointOnce() {
        Story again = stranger.visits(List.of(THREE.getFirst()));
        assertThat(tester.watch(again, again.later(ofHours(1)), again.later(ofHours(2)), again.later(ofHours(3))))
                .isEmpty();
    }

    @Test
    void staysQuietForOneOrTwo() {
        assertThat(tester.watch(stranger.visits(THREE.subList(0, 2)))).isEmpty();
    }

    @Test
    void staysQuietWhenSpreadOverDays() {
        assertThat(tester.watch(stranger.every(ofHours(13)))).isEmpty();
    }

    @Test
    void staysQuietOnReleaseDay() {
        assertThat(tester.watch(stranger.among("customer", 1_243, 0, 2))).isEmpty();
    }

    @Test
    void staysQuietWhenSomePeersUseIt() {
        assertThat(tester.watch(stranger.among("support", 80, 4, 9))).isEmpty();
    }

    @Test
    void staysQuietWhenTheConsumerHasUsedItBefore() {
        Story old = Story.of("alice").visits(THREE).among("customer", 1_243, 0, 12);
        assertThat(tester.watch(old)).isEmpty();
    }

    @Test
    void staysQuietWhenRefused() {
        assertThat(tester.watch(stranger.isRefused())).isEmpty();
    }

    @Test
    void staysQuietForSmallGroupsAndForMereKinds() {
        assertThat(tester.watch(stranger.among("auditor", 6, 0, 12))).isEmpty();
        assertThat(tester.watch(stranger.among("anonymous", 5_000, 0, 12))).isEmpty();
        assertThat(tester.watch(stranger.among("user", 5_000, 0, 12))).isEmpty();
    }

    @Test
    void staysQuietInTheFirstDays() {
        assertThat(tester.watch(stranger.knownFor(ofDays(2)))).isEmpty();
    }

    @Test
    void raisesAtThreeFirstUsesThatAreOddAmongOrdinaryOnes() {
        assertThat(tester.watch(stranger.amongKnown("warehouse", 3, 0, 2, 0.005)))
                .hasSize(1);
        assertThat(tester.watch(stranger.amongKnown("user", 300, 0, 2, 0.005)))
                .singleElement()
                .satisfies(signal -> assertThat(signal.usual())
                        .isEqualTo("of 300 consumers of the kind \"user\" none used any of them in the last weeks, "
                                + "at least 2 with others did"));
    }

    @Test
    void saysWhatThoseLikeItDoAndHowOddEachUseIs() {
        int today = (int) Math.floorDiv(Instant.parse("2030-01-07T08:00:00Z").getEpochSecond(), 86_400L);
        List<String> uses = List.of("GET /tickets", "POST /tickets/{id}/notes");
        Like agents = new Like("support", uses, 1_243, 0, today - 214, today - 300);
        Story odd = stranger.amongKnown("support", 1_300, 0, 12, 0.005).beside(agents);

        assertThat(tester.watch(odd)).singleElement().satisfies(signal -> {
            assertThat(signal.usual())
                    .startsWith("of 1,243 like it (\"support\": who use GET /tickets, POST /tickets/{id}/notes) none "
                            + "used GET /v1/refunds in 28 days, the last one did 214 days ago, and one in 200 first "
                            + "uses is as odd; none used GET /v1/audits in 28 days");
            assertThat(signal.evidence())
                    .filteredOn(one -> one.measure().endsWith("GET /v1/refunds"))
                    .hasSize(2);
        });
    }

    @Test
    void saysSinceWhenNobodyDidAndHowManyDo() {
        int today = (int) Math.floorDiv(Instant.parse("2030-01-07T08:00:00Z").getEpochSecond(), 86_400L);
        Like nobody = new Like("", List.of(), 80, 0, Like.NEVER, today - 41);
        Like two = new Like("", List.of(), 80, 2, today - 1, today - 41);

        assertThat(tester.watch(
                        stranger.amongKnown("user", 80, 0, 12, 0.000_001).beside(nobody)))
                .singleElement()
                .satisfies(signal -> assertThat(signal.usual())
                        .startsWith("of 80 like it none used GET /v1/refunds in 28 days, nor since Apian looks "
                                + "(41 days), and fewer than one in 100,000 first uses are as odd"));
        assertThat(tester.watch(stranger.amongKnown("user", 80, 0, 12, 0.005).beside(two)))
                .singleElement()
                .satisfies(signal -> assertThat(signal.usual())
                        .startsWith("of 80 like it 2 used GET /v1/refunds in 28 days, and one in 200"));
    }

    @Test
    void staysQuietWhereNobodyLikeItDoesWhatIsOrdinaryForAFirstUse() {
        Like agents = new Like("support", List.of(), 1_243, 0, Like.NEVER, 20_000);
        assertThat(tester.watch(
                        stranger.amongKnown("support", 1_300, 0, 12, 0.2).beside(agents)))
                .isEmpty();
    }

    @Test
    void raisesAtOddUsesSpreadOverAWeek() {
        Story odd = stranger.amongKnown("warehouse", 3, 0, 2, 0.001);
        assertThat(tester.watch(odd.every(ofDays(2)))).hasSize(1);
    }

    @Test
    void staysQuietWhenFirstUsesAreOrdinaryHoweverFewOfTheGroupDoThat() {
        assertThat(tester.watch(stranger.amongKnown("customer", 1_243, 0, 12, 0.2)))
                .isEmpty();
        assertThat(tester.watch(stranger.amongKnown("customer", 1_243, 0, 12, 0.05)))
                .isEmpty();
    }

    @Test
    void staysQuietOnARollOut() {
        assertThat(tester.watch(stranger.amongKnown("customer", 1_243, 70, 70, 1)))
                .isEmpty();
    }

    /// A blind spot named on the card: the refused try was the first use.
    @Test
    void doesNotSeeWhatWasFirstRefusedThenAnswered() {
        Story answered = Story.of("mallory").visits(THREE).among("customer", 1_243, 0, 12);
        assertThat(tester.watch(stranger.isRefused(), answered.later(ofHours(1))))
                .isEmpty();
    }
}
