// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import static dev.apian.stage.identity.Neighbours.list;
import static dev.apian.stage.identity.Whose.OTHER;
import static dev.apian.stage.identity.Whose.OWN;
import static dev.apian.stage.identity.Whose.PUBLIC;
import static dev.apian.stage.identity.Whose.SHARED;
import static dev.apian.stage.identity.Whose.TENANT;
import static dev.apian.stage.identity.Whose.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.identity.Neighbours.Somebody;
import dev.apian.testing.SomeCall;
import org.junit.jupiter.api.Test;

/// Whose things are, where a gateway tells the tenants.
class OwnersTest {

    private static final Somebody ALICE = Neighbours.of("acme", "alice");
    private static final Somebody ANN = Neighbours.of("acme", "ann");
    private static final Somebody BOB = Neighbours.of("globex", "bob");
    private static final Somebody BEN = Neighbours.of("globex", "ben");

    private static final SomeCall READ = SomeCall.get("/orders/7");
    private static final SomeCall LIST = list("orders", 7, 1);
    private static final SomeCall CREATE =
            SomeCall.post("/orders").answered(201).shows("", "id", "7");

    private final Neighbours shop = new Neighbours();

    @Test
    void whatAnActorIsShownIsItsOwnAndItsColleaguesTenants() {
        shop.lookAtTheirOrders();
        shop.see(ALICE, LIST);

        assertThat(shop.whose(ALICE, READ)).isEqualTo(OWN);
        assertThat(shop.whose(ANN, READ)).isEqualTo(TENANT);
        assertThat(shop.whose(BOB, READ)).isEqualTo(OTHER);
    }

    @Test
    void nothingIsAnothersBeforeItIsKnownHowThingsOfTheTypeAreUsed() {
        shop.see(ALICE, LIST);

        assertThat(shop.whose(BOB, READ)).isEqualTo(UNKNOWN);
    }

    @Test
    void whoCreatesAThingOwnsItWhoeverWasShownItBefore() {
        shop.lookAtTheirOrders();
        shop.see(ALICE, LIST);
        shop.see(BOB, CREATE);

        assertThat(shop.whose(BOB, READ)).isEqualTo(OWN);
        assertThat(shop.whose(BEN, READ)).isEqualTo(TENANT);
        assertThat(shop.whose(ALICE, READ)).isEqualTo(OTHER);
    }

    @Test
    void beingShownAThingSomebodyElseCreatedDoesNotTakeItOver() {
        shop.lookAtTheirOrders();
        shop.see(BOB, CREATE);
        shop.see(ALICE, LIST);

        assertThat(shop.whose(ALICE, READ)).isEqualTo(OTHER);
    }

    @Test
    void whoOpenedAThingFirstDoesNotOwnItOnceSomebodyIsShownIt() {
        shop.lookAtTheirOrders();
        assertThat(shop.whose(ALICE, READ)).isEqualTo(UNKNOWN);
        assertThat(shop.whose(BEN, READ)).as("only opened by others").isIn(UNKNOWN, SHARED);
        shop.see(BOB, LIST);

        assertThat(shop.whose(BOB, READ)).isEqualTo(OWN);
        assertThat(shop.whose(ALICE, READ)).isEqualTo(OTHER);
    }

    @Test
    void whatTwoTenantsAreShownIsShared() {
        shop.lookAtTheirOrders();
        shop.see(ALICE, LIST);
        shop.see(BOB, LIST);

        assertThat(shop.whose(ALICE, READ)).isEqualTo(SHARED);
        assertThat(shop.whose(BOB, READ)).isEqualTo(SHARED);
    }

    @Test
    void oneVisitOfAStrangerLeavesAThingItsOwners() {
        shop.lookAtTheirOrders();
        shop.see(ALICE, LIST);
        assertThat(shop.whose(BOB, READ)).isEqualTo(OTHER);

        assertThat(shop.whose(ALICE, READ)).isEqualTo(OWN);
        assertThat(shop.whose(BEN, READ)).as("after one visit").isEqualTo(OTHER);
        assertThat(shop.whose(ALICE, READ)).as("after two visits").isEqualTo(SHARED);
    }

    @Test
    void aSharedThingComesBackToWhoGoesOnUsingItAlone() {
        shop.lookAtTheirOrders();
        shop.see(ALICE, LIST);
        shop.see(BOB, LIST);
        for (int i = 0; i < 7; i++) {
            assertThat(shop.whose(ALICE, READ)).as("after " + i).isEqualTo(SHARED);
        }

        assertThat(shop.whose(ALICE, READ)).isEqualTo(OWN);
        assertThat(shop.whose(BOB, READ)).isEqualTo(OTHER);
    }

    @Test
    void aSharedThingStaysSharedWhileBothUseIt() {
        shop.lookAtTheirOrders();
        shop.see(ALICE, LIST);
        for (int i = 0; i < 20; i++) {
            shop.see(BOB, LIST);
            assertThat(shop.whose(ALICE, READ)).isEqualTo(SHARED);
        }
    }

    @Test
    void aRefusedCallClaimsNothing() {
        shop.lookAtTheirOrders();
        shop.see(ALICE, LIST.routedAs("/orders").answered(403));

        assertThat(shop.whose(ALICE, READ)).isEqualTo(UNKNOWN);
    }

    @Test
    void whatEveryTenantIsShownIsForEverybody() {
        shop.lookAtTheirOrders();
        for (int i = 0; i < 10; i++) {
            for (int page = 1; page <= 10; page++) {
                shop.see(Neighbours.of("organization " + i, "clerk " + i), list("products", 10 * page, 10));
            }
        }

        assertThat(shop.whose(ALICE, SomeCall.get("/products/10"))).isEqualTo(PUBLIC);
        assertThat(shop.whose(ALICE, SomeCall.get("/products/999"))).isEqualTo(PUBLIC);
        assertThat(shop.whose(ALICE, SomeCall.get("/orders/1000")))
                .as("orders are not")
                .isEqualTo(OTHER);
    }

    @Test
    void theBusinessItselfNeitherClaimsNorShares() {
        Somebody support = Neighbours.of("the shop", "support");
        shop.lookAtTheirOrders();
        shop.see(ALICE, LIST);
        shop.see(support, list("orders", 1_000, 100));
        for (int i = 0; i < 20; i++) {
            shop.see(support, READ);
            shop.see(support, LIST);
            shop.see(support, list("orders", 8, 1));
        }

        assertThat(shop.whose(ALICE, READ)).isEqualTo(OWN);
        assertThat(shop.whose(BOB, SomeCall.get("/orders/8")))
                .as("shown to the business alone")
                .isEqualTo(UNKNOWN);
    }

    @Test
    void anActorOfWhomNobodyTellsBelongsWhereThreeThingsItIsShownDo() {
        Somebody zoe = Neighbours.untold("zoe");
        shop.lookAtTheirOrders();
        SomeCall colleagues = SomeCall.get("/orders/1009");
        SomeCall strangers = SomeCall.get("/orders/1019");
        for (int shown = 0; shown < 3; shown++) {
            assertThat(shop.whose(zoe, colleagues)).as("after " + shown).isEqualTo(UNKNOWN);
            assertThat(shop.whose(zoe, strangers)).as("after " + shown).isEqualTo(UNKNOWN);
            shop.see(zoe, list("orders", 1_000 + shown, 1));
        }

        assertThat(shop.whose(zoe, colleagues)).isEqualTo(TENANT);
        assertThat(shop.whose(zoe, strangers)).isEqualTo(OTHER);
    }

    @Test
    void anActorWhoIsShownThingsOfTwoTenantsBelongsToNeither() {
        Somebody zoe = Neighbours.untold("zoe");
        shop.lookAtTheirOrders();
        shop.see(zoe, list("orders", 1_000, 2));
        shop.see(zoe, list("orders", 1_010, 2));
        shop.see(zoe, list("orders", 1_000, 9));

        assertThat(shop.whose(zoe, SomeCall.get("/orders/1009"))).isEqualTo(UNKNOWN);
        assertThat(shop.whose(zoe, SomeCall.get("/orders/1019"))).isEqualTo(UNKNOWN);
    }

    @Test
    void whatWasToldOfAnActorHoldsWhenTheGatewayIsSilent() {
        shop.lookAtTheirOrders();
        shop.see(ALICE, LIST);

        assertThat(shop.whose(ANN, READ)).isEqualTo(TENANT);
        assertThat(shop.whose(ANN.untold(), READ)).isEqualTo(TENANT);
    }

    @Test
    void aThingIsWhoseTheThingsBesideItAre() {
        shop.lookAtTheirOrders();
        SomeCall invoice = SomeCall.get("/invoices/5").shows("", "orderId", "1003");

        assertThat(shop.whose(ALICE, invoice)).isEqualTo(OTHER);
        assertThat(shop.whose(Neighbours.of("organization 0", "a colleague"), SomeCall.get("/invoices/5")))
                .as("and is from then on")
                .isEqualTo(TENANT);
    }

    @Test
    void thingsOfTwoTenantsBesideItTellNothing() {
        shop.lookAtTheirOrders();
        SomeCall invoice = SomeCall.get("/invoices/5").shows("", "orderId", "1003");

        assertThat(shop.whose(ALICE, invoice.routedAs("/invoices/{invoiceId}").answered(403)))
                .as("nor does a refusal")
                .isEqualTo(UNKNOWN);
        assertThat(shop.whose(ALICE, invoice.shows("", "parentOrderId", "1013")))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void anAnswerThatShowsTheOrganizationOfAnotherTenantIsAboutThatOne() {
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 25; i++) {
                Somebody clerk = Neighbours.of("organization " + i, "clerk " + i);
                shop.see(clerk, SomeCall.get("/reports").shows("", "companyId", "" + (500 + i)));
            }
        }
        Somebody clerk = Neighbours.of("organization 3", "clerk 3");

        assertThat(shop.whose(clerk, SomeCall.get("/reports/1").shows("", "companyId", "503")))
                .isEqualTo(TENANT);
        assertThat(shop.whose(clerk, SomeCall.get("/reports/2").shows("", "companyId", "504")))
                .isEqualTo(OTHER);
        assertThat(shop.whose(ALICE, SomeCall.get("/reports/3").shows("", "companyId", "504")))
                .as("of one whose organization is not known")
                .isEqualTo(UNKNOWN);
    }
}
