// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.entity.EntityRef;
import dev.apian.testing.Saved;
import org.junit.jupiter.api.Test;

/// One organization per tenant.
class HomesTest {

    private final Homes homes = new Homes();

    @Test
    void whereEachTenantIsShownOneTheOneOfAnotherIsAnothers() {
        eachIsShownItsOwn(25, 10);

        assertThat(homes.whose(3, company(3))).isEqualTo(Whose.TENANT);
        assertThat(homes.whose(3, company(4))).isEqualTo(Whose.OTHER);
        assertThat(homes.whose(3, company(99))).as("whom nobody knows").isEqualTo(Whose.OTHER);
    }

    @Test
    void fewTenantsTellNothing() {
        eachIsShownItsOwn(19, 100);

        assertThat(homes.whose(3, company(4))).isEqualTo(Whose.UNKNOWN);
    }

    @Test
    void aTenantThatWasShownItTwiceHasNoneYet() {
        eachIsShownItsOwn(25, 10);
        homes.show(77, company(77), true);
        homes.show(77, company(77), true);
        assertThat(homes.whose(77, company(4))).isEqualTo(Whose.UNKNOWN);

        homes.show(77, company(77), true);
        assertThat(homes.whose(77, company(4))).isEqualTo(Whose.OTHER);
    }

    @Test
    void aTenantWhoseFirstAnswerWasAnothersFindsItsOwn() {
        eachIsShownItsOwn(25, 10);
        homes.show(77, company(4), true);
        for (int i = 0; i < 3; i++) {
            homes.show(77, company(77), true);
        }

        assertThat(homes.whose(77, company(77))).isEqualTo(Whose.TENANT);
        assertThat(homes.whose(77, company(4))).isEqualTo(Whose.OTHER);
    }

    @Test
    void whereTenantsHaveManyNothingIsKnown() {
        eachIsShownItsOwn(25, 10);
        for (int i = 0; i < 20; i++) {
            homes.show(3, company(100 + i), true);
        }

        assertThat(homes.whose(3, company(4))).isEqualTo(Whose.UNKNOWN);
    }

    @Test
    void actorsWhoseTenantIsNotKnownTellNothingOfTheType() {
        eachIsShownItsOwn(25, 10);
        for (int i = 0; i < 20; i++) {
            homes.show(3, company(100 + i), false);
        }

        assertThat(homes.whose(3, company(4))).isEqualTo(Whose.OTHER);
    }

    @Test
    void itGoesOnTheSameAfterARestart() {
        eachIsShownItsOwn(25, 9);
        Homes restarted = Saved.reloaded(homes, new Homes());
        for (int tenant = 1; tenant <= 25; tenant++) {
            assertThat(restarted.whose(tenant, company(4))).isEqualTo(homes.whose(tenant, company(4)));
            restarted.show(tenant, company(tenant), true);
        }

        assertThat(restarted.whose(3, company(3))).isEqualTo(Whose.TENANT);
        assertThat(restarted.whose(3, company(4))).isEqualTo(Whose.OTHER);
    }

    private void eachIsShownItsOwn(int tenants, int times) {
        for (int i = 0; i < times; i++) {
            for (int tenant = 1; tenant <= tenants; tenant++) {
                homes.show(tenant, company(tenant), true);
            }
        }
    }

    private static EntityRef company(int id) {
        return new EntityRef("company", "" + id);
    }
}
