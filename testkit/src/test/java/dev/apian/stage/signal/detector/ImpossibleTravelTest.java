// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Facet;
import dev.apian.stage.call.NetworkKind;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.Profile.Trait;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.detector.ImpossibleTravel.Limits;
import dev.apian.testkit.DetectorTester;
import dev.apian.testkit.Place;
import dev.apian.testkit.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImpossibleTravelTest {

    private final DetectorTester<?> tester = new DetectorTester<>(new ImpossibleTravel(Limits.DEFAULT));
    private final Story home = Story.of("alice").times(5).every(ofMinutes(10));
    private final Story thief = Story.of("alice")
            .from(Place.SYDNEY)
            .on("curl")
            .whereEverythingIsNew()
            .times(3)
            .every(ofMinutes(5))
            .later(ofHours(1));
    private final Place wayOut = Place.BERLIN.at("192.0.2.80").listedAs("Office Berlin", NetworkKind.EGRESS);

    @Test
    void raisesOnceWhenSomebodyIsInBerlinAndSydneyWithinAnHour() {
        assertThat(tester.watch(home, thief)).singleElement().satisfies(signal -> {
            assertThat(signal.happened())
                    .isEqualTo("alice called from DE, Telekom (Firefox on Windows) and 20 minutes later "
                            + "from AU, Telstra (curl), 16,055 km apart");
            assertThat(signal.usual())
                    .isEqualTo("no journey is faster than 900 km/h; it is known in DE for 30 days and in AU only now; "
                            + "for somebody else: too far apart (+6.0), a device first seen today (+2.5), "
                            + "a network first seen today (+1.0)");
            assertThat(signal.strength()).isGreaterThan(0.8);
            assertThat(signal.involved().addresses()).containsExactly(Place.SYDNEY.ip(), Place.BERLIN.ip());
        });
    }

    @Test
    void raisesWhenThiefAndOwnerTakeTurns() {
        Story owner = home.times(4).every(ofMinutes(30));
        Story other = thief.times(4).every(ofMinutes(30)).later(ofMinutes(-45));
        assertThat(tester.watch(owner, other)).hasSize(1);
    }

    @Test
    void raisesInAFamiliarCountryWhenTheDeviceIsNew() {
        Story across = Story.of("alice").times(4).from(Place.NEW_YORK);
        Story other = across.from(Place.LOS_ANGELES)
                .on("curl")
                .whose(Trait.DEVICE, ZERO)
                .whose(Trait.NETWORK, ZERO)
                .later(ofMinutes(30));
        assertThat(tester.watch(across, other))
                .singleElement()
                .extracting(Signal::strength)
                .satisfies(strength -> assertThat(strength).isGreaterThan(0.5));
    }

    @Test
    void raisesBehindAVpnWhenTheDeviceIsNew() {
        assertThat(tester.watch(home, thief.from(Place.SYDNEY.through(9009, "M247 VPN"))))
                .hasSize(1);
    }

    @Test
    void raisesAStrongerSignalOnceTwoSessionsOfTheSameDeviceTakeTurns() {
        Story owner = home.times(8).every(ofMinutes(10)).with(Facet.Kind.ACCESS_TOKEN, "t1");
        Story other = owner.from(Place.SYDNEY).whose(Trait.COUNTRY, ZERO).whose(Trait.NETWORK, ZERO);
        List<Signal> turns =
                tester.watch(owner, other.with(Facet.Kind.ACCESS_TOKEN, "t2").later(ofMinutes(5)));
        assertThat(turns.getLast().strength()).isGreaterThan(0.6);
        assertThat(turns).hasSizeLessThanOrEqualTo(2);

        List<Signal> sameSession = tester.watch(owner, other.later(ofMinutes(5)));
        assertThat(sameSession)
                .allSatisfy(signal -> assertThat(signal.strength()).isLessThan(0.5));
    }

    /// Behind a VPN in the victim's own country nothing is far away.
    @Test
    void raisesAThiefBehindAVpnAtHomeWhoTakesTurnsWithTheOwner() {
        assertThat(tester.watch(home, hidden()))
                .singleElement()
                .satisfies(signal ->
                        assertThat(signal.usual()).contains("out of a VPN (+2.0)", "each with a session of its own"));
    }

    @Test
    void raisesAThiefBehindAVpnWhoTakesTurnsWithAnOwnerSeenInsideTheCompanyOnly() {
        assertThat(tester.watch(home.from(wayOut), hidden()))
                .singleElement()
                .satisfies(signal -> assertThat(signal.usual()).doesNotContain("too far"));
    }

    private static Story hidden() {
        return Story.of("alice")
                .from(Place.BERLIN.at("192.0.2.99").through(9009, "M247 Europe SRL"))
                .on("curl")
                .with(Facet.Kind.ACCESS_TOKEN, "t2")
                .whose(Trait.DEVICE, ZERO)
                .whose(Trait.NETWORK, ZERO)
                .times(4)
                .every(ofMinutes(10))
                .later(ofMinutes(5));
    }

    @Test
    void raisesBesideAnotherCompanysNetworkWhosePlaceCounts() {
        Place partner = Place.BERLIN.listedAs("Partner's data centre", NetworkKind.CORPORATE);
        assertThat(tester.watch(home.from(partner), thief))
                .singleElement()
                .satisfies(signal -> assertThat(signal.happened()).contains("from DE, Partner's data centre"));
    }

    @Test
    void raisesAThiefFarFromHomeThoughTheOwnerGoesOutThroughTheCompanyToo() {
        Story office = home.from(wayOut).later(ofMinutes(5));
        assertThat(tester.watch(home, office, thief)).hasSize(1);
    }

    @Test
    void staysQuietForAColleagueAbroadWhoseLaptopComesOutOfTheOffice() {
        Story phone = Story.of("alice")
                .from(Place.SYDNEY)
                .on("Safari on iOS")
                .with(Facet.Kind.ACCESS_TOKEN, "t2")
                .whereEverythingIsNew()
                .times(5)
                .every(ofMinutes(10))
                .later(ofMinutes(5));
        assertThat(tester.watch(home, phone)).hasSize(1);
        assertThat(tester.watch(home.from(wayOut), phone)).isEmpty();
    }

    @Test
    void staysQuietForANewPhoneOnTheMobileNetwork() {
        Story phone = home.from(Place.POTSDAM.through(21928, "T-Mobile"))
                .on("Safari on iOS")
                .with(Facet.Kind.ACCESS_TOKEN, "t2")
                .whose(Trait.DEVICE, ZERO)
                .whose(Trait.NETWORK, ZERO)
                .later(ofMinutes(5));
        assertThat(tester.watch(home, phone)).isEmpty();
    }

    @Test
    void staysQuietForAnApplicationsKey() {
        Story key = home.as(Actor.Kind.APPLICATION).with(Facet.Kind.API_KEY, "k1");
        Story other = thief.as(Actor.Kind.APPLICATION).with(Facet.Kind.API_KEY, "k1");
        assertThat(tester.watch(key, other)).isEmpty();
    }

    @Test
    void staysQuietForAVpnUserWhoseOtherPlaceIsFamiliar() {
        Story vpn = home.from(Place.NEW_YORK).every(ofMinutes(7)).times(40);
        assertThat(tester.watch(home.times(30), vpn)).isEmpty();
    }

    @Test
    void staysQuietForTheSameDeviceThroughAKnownKindOfRelay() {
        Story vpn = home.from(Place.NEW_YORK.through(9009, "M247 Hosting"))
                .whose(Trait.COUNTRY, ZERO)
                .whose(Trait.NETWORK, ZERO)
                .later(ofMinutes(20));
        assertThat(tester.watch(home, vpn)).isEmpty();
    }

    @Test
    void staysQuietForATravellerWhoTakesTheirTime() {
        assertThat(tester.watch(home, thief.later(ofHours(24)))).isEmpty();
    }

    @Test
    void staysQuietForAHandOverToAPhoneInTheSameRegion() {
        Story phone = home.from(Place.POTSDAM).on("Safari on iOS").later(ofMinutes(3));
        assertThat(tester.watch(home, phone)).isEmpty();
    }

    @Test
    void staysQuietForOneStrayRecord() {
        assertThat(tester.watch(home, stray())).isEmpty();
    }

    private Story stray() {
        return Story.of("alice")
                .from(Place.SYDNEY)
                .on("curl")
                .whereEverythingIsNew()
                .later(ofMinutes(25));
    }

    @Test
    void staysQuietForOneStrayRecordADay() {
        assertThat(tester.watch(home.times(200).every(ofMinutes(30)), stray(), stray().later(ofHours(30))))
                .isEmpty();
    }

    @Test
    void staysQuietWhenTheOtherPlaceIsRefused() {
        assertThat(tester.watch(home, thief.isAnswered(401))).isEmpty();
    }

    @Test
    void staysQuietForAnonymousConsumers() {
        assertThat(tester.watch(home.as(Actor.Kind.ANONYMOUS), thief.as(Actor.Kind.ANONYMOUS)))
                .isEmpty();
    }

    @Test
    void repeatsItselfForTheSameCountryOnlyAfterAWeek() {
        Story later = thief.whose(Trait.DEVICE, ofDays(2));
        assertThat(tester.watch(home, thief, home.later(ofDays(2)), later.later(ofDays(2))))
                .hasSize(1);
        assertThat(tester.watch(home, thief, home.later(ofDays(9)), later.later(ofDays(9))))
                .hasSize(2);
    }

    /// Blind spots named on the card.
    @Test
    void doesNotSeePlacesWithoutCoordinates() {
        assertThat(tester.watch(home, thief.from(Place.SYDNEY.withoutCoordinates())))
                .isEmpty();
    }

    @Test
    void doesNotSeeAThiefInsideTheCompanysOwnNetwork() {
        assertThat(tester.watch(home.from(Place.SYDNEY), thief.from(wayOut))).isEmpty();
    }

    @Test
    void doesNotSeeAThiefElsewhereWhileTheOwnerIsOnlySeenInsideTheCompany() {
        assertThat(tester.watch(home.from(wayOut), thief)).isEmpty();
    }

    @Test
    void doesNotSeeAThiefWithTheSameDeviceInAFamiliarCountry() {
        Story across = Story.of("alice").times(4).from(Place.NEW_YORK);
        assertThat(tester.watch(across, across.from(Place.LOS_ANGELES).later(ofMinutes(5))))
                .isEmpty();
    }
}
