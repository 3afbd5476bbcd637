// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import static dev.apian.stage.identity.Neighbours.list;
import static dev.apian.stage.identity.Whose.OTHER;
import static dev.apian.stage.identity.Whose.OWN;
import static dev.apian.stage.identity.Whose.TENANT;
import static dev.apian.stage.identity.Whose.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.identity.Neighbours.Somebody;
import dev.apian.testing.SomeCall;
import org.junit.jupiter.api.Test;

/// Whose things are, where nobody tells the tenants: every customer is one of its own, until it is shown what others
/// are.
class UntoldOwnersTest {

    private static final Somebody FIRST = Neighbours.untold("customer 0");
    private static final Somebody SECOND = Neighbours.untold("customer 1");
    private static final SomeCall OF_FIRST = SomeCall.get("/orders/1000");

    private final Neighbours shop = new Neighbours();

    @Test
    void customersWhoOnlyEverSeeTheirOwnAreStrangers() {
        shop.lookAtTheirOrdersUntold();

        assertThat(shop.whose(FIRST, OF_FIRST)).isEqualTo(OWN);
        assertThat(shop.whose(SECOND, OF_FIRST)).isEqualTo(OTHER);
    }

    @Test
    void aNewcomerMayBeAColleague() {
        shop.lookAtTheirOrdersUntold();

        assertThat(shop.whose(Neighbours.untold("newcomer"), OF_FIRST)).isEqualTo(UNKNOWN);
    }

    @Test
    void theThingsOfANewcomerMayBeAColleagues() {
        Somebody newcomer = Neighbours.untold("newcomer");
        shop.lookAtTheirOrdersUntold();
        shop.see(newcomer, list("orders", 7, 1));

        assertThat(shop.whose(SECOND, SomeCall.get("/orders/7"))).isEqualTo(UNKNOWN);
        for (int i = 0; i < 5; i++) {
            shop.see(newcomer, list("orders", 7, 1));
        }
        shop.see(newcomer, list("orders", 8, 1));
        assertThat(shop.whose(SECOND, SomeCall.get("/orders/8"))).isEqualTo(OTHER);
    }

    @Test
    void whoIsShownThreeThingsOfACustomerIsItsColleague() {
        Somebody spouse = Neighbours.untold("spouse");
        shop.lookAtTheirOrdersUntold();
        shop.see(spouse, list("orders", 1_000, 3));

        assertThat(shop.whose(spouse, SomeCall.get("/orders/1009"))).isEqualTo(TENANT);
        assertThat(shop.whose(spouse, SomeCall.get("/orders/1019"))).isEqualTo(OTHER);
        assertThat(shop.whose(FIRST, OF_FIRST)).as("still its own").isEqualTo(OWN);
    }

    @Test
    void aVisitorWithoutACredentialIsNobodysColleague() {
        Actor visitor = new Actor(7, "192.0.2.0/24, Firefox", Actor.Kind.ANONYMOUS);
        shop.lookAtTheirOrdersUntold();
        shop.see(visitor, null, list("orders", 1_000, 10));

        assertThat(shop.see(visitor, null, SomeCall.get("/orders/1009"))).doesNotContain(TENANT, OTHER);
    }

    @Test
    void aSupportAgentOfWhomNobodyTellsClaimsNothing() {
        Somebody agent = Neighbours.untold("agent");
        shop.lookAtTheirOrdersUntold();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 10; i++) {
                shop.see(agent, SomeCall.get("/orders/" + (1_000 + 10 * i)));
                shop.see(agent, list("orders", 1_001 + 10 * i, 1));
            }
        }
        shop.see(agent, list("orders", 7, 1));

        assertThat(shop.whose(FIRST, SomeCall.get("/orders/1005"))).isEqualTo(OWN);
        assertThat(shop.whose(SECOND, SomeCall.get("/orders/7"))).isEqualTo(UNKNOWN);
    }
}
