// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Facet;
import dev.apian.stage.call.NetworkKind;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.signal.detector.NewDeployment.Limits;
import dev.apian.testkit.DetectorTester;
import dev.apian.testkit.Place;
import dev.apian.testkit.Story;
import org.junit.jupiter.api.Test;

class NewDeploymentTest {

    private static final Place FRANKFURT = Place.BERLIN.through(24940, "Hetzner Online GmbH");
    private static final Place VIRGINIA = Place.NEW_YORK.through(14061, "DigitalOcean LLC");

    private final DetectorTester<?> tester = new DetectorTester<>(new NewDeployment(Limits.DEFAULT));
    private final Story job = Story.of("billing")
            .as(Actor.Kind.SERVICE)
            .with(Facet.Kind.API_KEY, "k1")
            .from(FRANKFURT)
            .on("okhttp")
            .every(ofHours(1))
            .times(24 * 12);
    private final Story thief = job.from(VIRGINIA)
            .on("python-requests")
            .every(ofMinutes(1))
            .times(1)
            .later(ofDays(10));

    @Test
    void raisesAKeyThatAnotherProgramUsesElsewhereBesidesItsOwner() {
        assertThat(tester.watch(job, thief)).singleElement().satisfies(signal -> {
            assertThat(signal.happened())
                    .startsWith("billing runs in AS14061 in US with python-requests since ")
                    .endsWith("before, it ran in AS24940 in DE with okhttp");
            assertThat(signal.usual()).contains("a program never used before (+2.3)", "an old place goes on (+1.5)");
            assertThat(signal.strength()).isGreaterThan(0.5);
        });
    }

    @Test
    void raisesOutOfAPartnersNetworkAsOutOfAnyOther() {
        Place partner = Place.PARIS.listedAs("Partner's office", NetworkKind.CORPORATE);
        assertThat(tester.watch(job, thief.from(partner))).hasSize(1);
    }

    @Test
    void raisesOnceForEachPlace() {
        assertThat(tester.watch(job, thief, thief.later(ofDays(1)))).hasSize(1);
    }

    @Test
    void staysQuietForAMove() {
        Story moved = job.from(VIRGINIA).later(ofDays(12));
        assertThat(tester.watch(job, moved)).isEmpty();
    }

    @Test
    void staysQuietForASecondRegionOfTheSameProgram() {
        Story second = job.from(VIRGINIA).later(ofDays(10));
        assertThat(tester.watch(job, second)).isEmpty();
    }

    @Test
    void staysQuietWhenSeveralKeysMoveTogether() {
        Story release = job.from(VIRGINIA).on("okhttp 5").later(ofDays(10));
        assertThat(tester.watch(
                        job,
                        release.with(Facet.Kind.API_KEY, "k1"),
                        release.with(Facet.Kind.API_KEY, "k2").later(ofMinutes(1))))
                .isEmpty();
    }

    @Test
    void staysQuietInAnApplicationsFirstWeek() {
        assertThat(tester.watch(job, thief.later(ofDays(-6)))).isEmpty();
    }

    @Test
    void staysQuietForOneStrayRecord() {
        Story stray = Story.of("billing")
                .as(Actor.Kind.SERVICE)
                .with(Facet.Kind.API_KEY, "k1")
                .from(VIRGINIA)
                .on("python-requests")
                .later(ofDays(10));
        assertThat(tester.watch(job, stray)).isEmpty();
    }

    @Test
    void staysQuietForATeamThatUsesItsKeyFromWherePeopleAre() {
        Story office = job.from(Place.BERLIN).on("Firefox on Windows");
        Story home = job.from(Place.POTSDAM).on("Chrome on macOS").times(1).later(ofDays(9));
        assertThat(tester.watch(office, home)).isEmpty();
    }

    @Test
    void staysQuietWhenTheOtherIsRefused() {
        assertThat(tester.watch(job, thief.isAnswered(401))).isEmpty();
    }

    @Test
    void staysQuietForPeople() {
        assertThat(tester.watch(job.as(Actor.Kind.USER), thief.as(Actor.Kind.USER)))
                .isEmpty();
    }

    @Test
    void staysQuietForAColleagueWhoTriesTheKeyInTheOffice() {
        Place office = Place.PARIS.listedAs("Office Paris", NetworkKind.EGRESS);
        assertThat(tester.watch(job, thief.from(office))).isEmpty();
    }

    /// Blind spots named on the card.
    @Test
    void doesNotSeeAThiefInsideTheCompanysOwnNetwork() {
        Place office = Place.PARIS.listedAs("Office Paris", NetworkKind.EGRESS);
        assertThat(tester.watch(job, thief.from(office).times(200))).isEmpty();
    }

    @Test
    void doesNotSeeAThiefInTheSameCloudAndCountry() {
        assertThat(tester.watch(job, thief.from(FRANKFURT.at("198.51.9.9")).on("okhttp")))
                .isEmpty();
    }
}
