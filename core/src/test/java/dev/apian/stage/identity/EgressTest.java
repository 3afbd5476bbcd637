// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.sketch.Hash;
import dev.apian.testing.Saved;
import dev.apian.testing.SomeCall;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Which networks are one place. Every call is noted by what lives on and by what was saved and loaded since the call
/// before; both must name the same place.
class EgressTest {

    private static final SomeCall READ = SomeCall.get("/v1/orders/7");
    private static final String FOUR = "192.0.2.7";
    private static final String SIX = "2001:db8:1::7";
    private static final String PLACE_OF_FOUR = "192.0.2.0/24";
    private static final String CARRIER = "198.51.100.9";

    private final Egress steady = new Egress();
    private Egress restarted = new Egress();
    private int minute;

    @Test
    void bothAddressesOfAHouseholdAreOnePlaceOnceThreeOfItChangedBetweenThem() {
        for (int person = 0; person < 3; person++) {
            assertThat(placeOf(person, FOUR)).isEqualTo(PLACE_OF_FOUR);
            placeOf(person, SIX);
        }

        assertThat(placeOf(0, SIX)).isEqualTo(placeOf(0, FOUR));
        assertThat(placeOf(9, SIX)).as("whoever else comes from there").isEqualTo(placeOf(9, FOUR));
    }

    @Test
    void twoPeopleWhoChangedOnceMayBeACoincidence() {
        for (int person = 0; person < 2; person++) {
            placeOf(person, FOUR);
            placeOf(person, SIX);
        }

        assertThat(placeOf(0, SIX)).isNotEqualTo(placeOf(0, FOUR));
    }

    @Test
    void onePersonWhoChangesTimeAndAgainIsEnough() {
        for (int i = 0; i < 4; i++) {
            placeOf(0, FOUR);
            assertThat(placeOf(0, SIX)).as("turn " + i).isNotEqualTo(PLACE_OF_FOUR);
        }
        placeOf(0, FOUR);
        placeOf(0, SIX);

        assertThat(placeOf(0, SIX)).isEqualTo(placeOf(0, FOUR));
    }

    @Test
    void aHomeIsNotJoinedToTheCarrierOfThePhonesInIt() {
        for (int stranger = 100; stranger < 140; stranger++) {
            placeOf(stranger, CARRIER);
        }
        for (int i = 0; i < 5; i++) {
            for (int person = 0; person < 4; person++) {
                placeOf(person, FOUR);
                placeOf(person, CARRIER);
            }
        }

        assertThat(placeOf(0, FOUR)).isNotEqualTo(placeOf(0, CARRIER));
    }

    @Test
    void changesHoursApartAreWorkAndHome() {
        for (int i = 0; i < 10; i++) {
            for (int person = 0; person < 4; person++) {
                placeOf(person, FOUR);
                minute += 60;
                placeOf(person, CARRIER);
                minute += 60;
            }
        }

        assertThat(placeOf(0, FOUR)).isNotEqualTo(placeOf(0, CARRIER));
    }

    @Test
    void theLargerNetworkStandsForAPlaceAndNeverJoinsAnother() {
        for (int person = 0; person < 5; person++) {
            placeOf(person, FOUR);
        }
        changeBetween(FOUR, SIX, 0, 3);
        changeBetween(FOUR, "2001:db8:2::7", 0, 3);
        changeBetween(FOUR, CARRIER, 0, 5);

        for (String ip : new String[] {FOUR, SIX, "2001:db8:2::7", CARRIER}) {
            assertThat(placeOf(9, ip)).isEqualTo(PLACE_OF_FOUR);
        }
    }

    @Test
    void placesNeverChain() {
        String next = "203.0.113.7";
        changeBetween(FOUR, SIX, 0, 3);
        changeBetween(CARRIER, next, 10, 3);
        changeBetween(SIX, CARRIER, 20, 8);
        changeBetween(SIX, next, 40, 8);

        assertThat(placeOf(0, FOUR)).isNotEqualTo(placeOf(10, CARRIER));
        assertThat(placeOf(0, SIX)).isNotEqualTo(placeOf(10, next));
    }

    @Test
    void twoNetworksThatStandForPlacesStayTwo() {
        for (int person = 0; person < 5; person++) {
            placeOf(person, FOUR);
            placeOf(10 + person, CARRIER);
        }
        changeBetween(FOUR, SIX, 0, 3);
        changeBetween(CARRIER, "2001:db8:2::7", 10, 3);
        changeBetween(FOUR, CARRIER, 20, 8);

        assertThat(placeOf(0, SIX)).isEqualTo(PLACE_OF_FOUR);
        assertThat(placeOf(10, "2001:db8:2::7")).isEqualTo(placeOf(10, CARRIER)).isNotEqualTo(PLACE_OF_FOUR);
    }

    @Test
    void visitorsWithoutACredentialTellNothing() {
        Actor visitor = new Actor(7, "192.0.2.0/24, Firefox", Actor.Kind.ANONYMOUS);
        for (int i = 0; i < 20; i++) {
            place(visitor, FOUR);
            place(visitor, SIX);
        }

        assertThat(place(visitor, SIX)).isNotEqualTo(place(visitor, FOUR));
    }

    @Test
    void anUnknownAddressIsNoPlace() {
        for (int i = 0; i < 20; i++) {
            placeOf(0, FOUR);
            assertThat(placeOf(0, "")).isEmpty();
        }
    }

    private void changeBetween(String one, String other, int firstPerson, int people) {
        for (int person = firstPerson; person < firstPerson + people; person++) {
            placeOf(person, one);
            placeOf(person, other);
        }
        minute += 60;
    }

    private String placeOf(int person, String ip) {
        return place(new Actor(Hash.of("person " + person), "person " + person, Actor.Kind.USER), ip);
    }

    private String place(Actor actor, String ip) {
        var call = READ.from(ip, "Firefox").after(Duration.ofMinutes(minute++)).call();
        String one = steady.take(call, actor);
        String other = restarted.take(call, actor);
        assertThat(other).as("after a restart").isEqualTo(one);
        restarted = Saved.reloaded(restarted, new Egress());
        return one;
    }
}
