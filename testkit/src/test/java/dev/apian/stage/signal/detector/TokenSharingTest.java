// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Facet;
import dev.apian.stage.call.NetworkKind;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.Profile.Trait;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.detector.TokenSharing.Limits;
import dev.apian.testkit.DetectorTester;
import dev.apian.testkit.Place;
import dev.apian.testkit.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenSharingTest {

    private final DetectorTester<?> tester = new DetectorTester<>(new TokenSharing(Limits.DEFAULT));
    private final Story owner = Story.of("alice").times(4).every(ofMinutes(2));
    private final Story thief =
            owner.from(Place.PARIS).on("curl").whereEverythingIsNew().later(ofMinutes(1));

    @Test
    void raisesOnceWhenTwoDevicesTakeTurnsWithOneToken() {
        assertThat(tester.watch(owner, thief)).singleElement().satisfies(signal -> {
            assertThat(signal.happened())
                    .isEqualTo("access token t-alice of alice went back and forth 3 times between 2 networks within "
                            + "2 minutes: 198.51.100.0/24 in DE with Firefox on Windows; 192.0.2.0/24 in FR with curl");
            assertThat(signal.usual())
                    .startsWith("a phone that changes networks goes over once or twice and stays the same device; "
                            + "for somebody else: 3 changes, while it has any in 1.7 % of its "
                            + "quarters of an hour (+5.5)")
                    .contains("a network first seen today (+1.5), a device first seen today (+1.5)")
                    .contains("two countries (+0.7)");
            assertThat(signal.strength()).isGreaterThan(0.5);
            assertThat(signal.involved().addresses()).containsExactlyInAnyOrder(Place.BERLIN.ip(), Place.PARIS.ip());
        });
    }

    @Test
    void raisesAnApplicationsKeyOnlyAfterItWasWatched() {
        Story old = owner.as(Actor.Kind.APPLICATION)
                .with(Facet.Kind.API_KEY, "k1")
                .every(ofMinutes(10))
                .times(150);
        Story other = thief.as(Actor.Kind.APPLICATION)
                .with(Facet.Kind.API_KEY, "k1")
                .times(6)
                .every(ofMinutes(4));
        assertThat(tester.watch(old, other)).isEmpty();
        assertThat(tester.watch(old, other.later(ofDays(3))))
                .singleElement()
                .satisfies(signal ->
                        assertThat(signal.usual()).contains("keys are used by teams and on several machines (-1.0)"));
    }

    @Test
    void raisesAFrenzyOfNetworksOnOneDevice() {
        List<Story> stories = new ArrayList<>();
        List<Place> places = List.of(Place.BERLIN, Place.PARIS, Place.NEW_YORK);
        for (int i = 0; i < 30; i++) {
            stories.add(Story.of("alice")
                    .from(places.get(i % 3))
                    .whose(Trait.NETWORK, ZERO)
                    .later(ofSeconds(20L * i)));
        }
        assertThat(tester.watch(stories))
                .singleElement()
                .extracting(Signal::usual)
                .satisfies(usual -> assertThat(usual).contains("against: the same device (-4.0)"));
    }

    @Test
    void raisesTwoDevicesOfTheSameOperator() {
        Story neighbour = thief.from(Place.BERLIN.at("198.51.77.9"));
        assertThat(tester.watch(owner, neighbour)).hasSize(1);
    }

    @Test
    void raisesBehindAVpnAsWithoutOne() {
        Story hidden = thief.from(Place.PARIS.through(9009, "M247"));
        assertThat(tester.watch(owner, hidden)).hasSize(1);
    }

    @Test
    void raisesAThiefInANewNetworkThoughTheOwnerIsInsideTheCompany() {
        Story office = owner.from(Place.BERLIN.listedAs("Office Berlin", NetworkKind.EGRESS));
        assertThat(tester.watch(office, thief)).hasSize(1);
    }

    @Test
    void staysQuietForTheCompanysOwnWayOutBesideAKnownNetwork() {
        Story through = thief.from(Place.PARIS.listedAs("Proxy Paris", NetworkKind.EGRESS));
        assertThat(tester.watch(owner, thief)).hasSize(1);
        assertThat(tester.watch(owner, through)).isEmpty();
    }

    @Test
    void staysQuietForTheSplitTunnelOfALaptopInAHotel() {
        Story hotel = owner.times(60).every(ofSeconds(10)).from(Place.PARIS).whose(Trait.NETWORK, ZERO);
        Story tunnel = hotel.from(Place.BERLIN).later(ofSeconds(5));
        assertThat(tester.watch(hotel, tunnel)).hasSize(1);
        assertThat(tester.watch(hotel, tunnel.from(Place.BERLIN.listedAs("Office Berlin", NetworkKind.EGRESS))))
                .isEmpty();
    }

    @Test
    void staysQuietForTheSplitTunnelOfOneDevice() {
        Story tunnel = owner.times(30)
                .every(ofSeconds(20))
                .from(Place.PARIS.through(9009, "M247"))
                .whose(Trait.NETWORK, ZERO);
        assertThat(tester.watch(owner.times(30).every(ofSeconds(20)), tunnel.later(ofSeconds(10))))
                .isEmpty();
    }

    @Test
    void raisesOnceADay() {
        Story allDay = owner.times(300);
        assertThat(tester.watch(allDay, thief.times(300))).hasSize(1);
    }

    @Test
    void staysQuietForAHandOverFromWiFiToMobile() {
        Story wifi = owner.times(10).every(ofSeconds(30));
        Story mobile = wifi.from(Place.POTSDAM).whose(Trait.NETWORK, ZERO).later(ofMinutes(5));
        assertThat(tester.watch(wifi, mobile, wifi.later(ofMinutes(10)))).isEmpty();
    }

    @Test
    void staysQuietForIpv4AndIpv6OfOneDevice() {
        Story six = owner.times(100)
                .every(ofSeconds(4))
                .from(Place.BERLIN.at("2001:db8:1:2::7").through(0, ""))
                .whose(Trait.NETWORK, ZERO);
        Story four = owner.times(100).every(ofSeconds(4)).from(Place.BERLIN.through(0, ""));
        assertThat(tester.watch(four, six.later(ofSeconds(2)))).isEmpty();
    }

    @Test
    void staysQuietForACarriersPoolOfAddresses() {
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            stories.add(owner.times(1)
                    .from(Place.BERLIN.at("198.51.%d.9".formatted(i % 5)))
                    .whose(Trait.NETWORK, ZERO)
                    .later(ofSeconds(10L * i)));
        }
        assertThat(tester.watch(stories)).isEmpty();
    }

    @Test
    void staysQuietForTwoDevicesBehindOneRouter() {
        assertThat(tester.watch(owner, thief.from(Place.BERLIN))).isEmpty();
    }

    @Test
    void staysQuietForTwoDevicesWithATokenEach() {
        assertThat(tester.watch(owner, thief.with(Facet.Kind.ACCESS_TOKEN, "t-phone")))
                .isEmpty();
    }

    @Test
    void staysQuietForAServerThatHasLongCalledWithItsUsersTokens() {
        Story server = thief.whose(Trait.NETWORK, ofDays(20));
        assertThat(tester.watch(owner, server)).isEmpty();
    }

    @Test
    void staysQuietForAnApplicationOnSeveralKnownHosts() {
        Story host =
                owner.as(Actor.Kind.APPLICATION).with(Facet.Kind.API_KEY, "k1").times(50);
        assertThat(tester.watch(
                        host,
                        host.from(Place.PARIS).on("okhttp").later(ofSeconds(30)),
                        host.from(Place.NEW_YORK).on("okhttp").later(ofSeconds(50))))
                .isEmpty();
    }

    @Test
    void waitsLongerForNewcomers() {
        Story newcomer = owner.knownFor(ZERO).whereEverythingIsNew();
        Story other = thief.knownFor(ZERO);
        assertThat(tester.watch(newcomer, other)).isEmpty();
        assertThat(tester.watch(newcomer.times(12), other.times(12))).hasSize(1);
    }

    @Test
    void staysQuietWhenTurnsAreHoursApart() {
        assertThat(tester.watch(owner.every(ofHours(2)), thief.every(ofHours(2)).later(ofHours(1))))
                .isEmpty();
    }

    @Test
    void staysQuietWhenTheOtherIsRefused() {
        assertThat(tester.watch(owner, thief.isAnswered(401))).isEmpty();
    }

    /// Blind spots named on the card.
    @Test
    void doesNotSeeAThiefInsideTheCompanysOwnNetwork() {
        Story colleague = thief.from(Place.PARIS.listedAs("Proxy Paris", NetworkKind.EGRESS))
                .times(30);
        assertThat(tester.watch(owner.times(30), colleague)).isEmpty();
    }

    @Test
    void doesNotSeeATheftWhoseRecordsShowOnlyTheSubject() {
        assertThat(tester.watch(
                        owner.with(Facet.Kind.SUBJECT, "issuer#alice"), thief.with(Facet.Kind.SUBJECT, "issuer#alice")))
                .isEmpty();
    }
}
