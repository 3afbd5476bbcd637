// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.sketch.Hash;
import dev.apian.stage.identity.Claim.Side;
import dev.apian.testing.Saved;
import org.junit.jupiter.api.Test;

/// To which tenant actors belong.
class MembersTest {

    private static final Actor ALICE = new Actor(Hash.of("alice"), "alice", Actor.Kind.USER);
    private static final Actor STAFF = new Actor(Hash.of("staff"), "staff", Actor.Kind.USER);
    private static final int ACME = Claim.print(Hash.of("tenant", "acme"));
    private static final int GLOBEX = Claim.print(Hash.of("tenant", "globex"));

    private final Members members = new Members();

    @Test
    void anActorIsATenantOfItsOwnUntilSomebodyTells() {
        Side alone = members.sideOf(ALICE, null);
        assertThat(alone.told()).isFalse();
        assertThat(alone.tenant()).isEqualTo(alone.actor());

        assertThat(members.sideOf(ALICE, "acme")).isEqualTo(new Side(ACME, alone.actor(), true));
        assertThat(members.sideOf(ALICE, null)).isEqualTo(new Side(ACME, alone.actor(), true));
        assertThat(members.rootOf(alone.actor())).as("of its earlier claims").isEqualTo(ACME);
    }

    @Test
    void whatIsToldLastHolds() {
        members.sideOf(ALICE, "acme");

        assertThat(members.sideOf(ALICE, "globex").tenant()).isEqualTo(GLOBEX);
        assertThat(members.sideOf(ALICE, null).tenant()).isEqualTo(GLOBEX);
    }

    @Test
    void threeThingsOfATenantMakeAMemberAndTwoDoNot() {
        Side alone = members.sideOf(ALICE, null);
        members.show(alone, ACME, true);
        members.show(alone, ACME, true);
        assertThat(members.sideOf(ALICE, null)).isEqualTo(alone);

        members.show(alone, ACME, true);
        assertThat(members.sideOf(ALICE, null).tenant()).isEqualTo(ACME);
        assertThat(members.isClear(alone.actor(), true)).isTrue();
    }

    @Test
    void aToldTenantSaysMoreThanThreeThingsOfAnUntoldOne() {
        Side alone = members.sideOf(ALICE, null);
        for (int i = 0; i < 3; i++) {
            members.show(alone, Claim.print(STAFF.key()), false);
        }
        for (int i = 0; i < 3; i++) {
            members.show(alone, ACME, true);
        }

        assertThat(members.sideOf(ALICE, null).tenant()).isEqualTo(ACME);
    }

    @Test
    void oneWhoIsShownThingsOfTwoToldTenantsIsNoMemberOfAny() {
        Side alone = members.sideOf(ALICE, null);
        for (int i = 0; i < 5; i++) {
            members.show(alone, ACME, true);
        }
        assertThat(members.show(alone, GLOBEX, true)).as("strangers").isFalse();

        assertThat(members.sideOf(ALICE, null)).isEqualTo(alone);
        assertThat(members.show(alone, ACME, true)).as("for good").isFalse();
        assertThat(members.isClear(alone.actor(), true)).isFalse();
    }

    @Test
    void theBusinessHasNoCustomersAsMembers() {
        int staff = members.sideOf(STAFF, null).actor();
        Side alone = members.sideOf(ALICE, null);
        for (int i = 0; i < 3; i++) {
            members.show(alone, staff, false);
        }
        assertThat(members.sideOf(ALICE, null).tenant()).isEqualTo(staff);

        members.markBusiness(staff);
        assertThat(members.sideOf(ALICE, null)).isEqualTo(alone);
        assertThat(members.show(alone, staff, false)).isFalse();
    }

    @Test
    void theBusinessIsNoMemberOfACustomerWhateverItIsShown() {
        Side staff = members.sideOf(STAFF, null);
        members.markBusiness(staff.actor());
        for (int i = 0; i < 5; i++) {
            members.show(staff, ACME, true);
        }

        assertThat(members.sideOf(STAFF, null)).isEqualTo(staff);
        assertThat(members.show(members.sideOf(ALICE, null), staff.actor(), false))
                .isFalse();
    }

    @Test
    void oneWhoIsShownItsOwnFiveTimesStandsAloneWhereNobodyTells() {
        int alice = members.sideOf(ALICE, null).actor();
        for (int i = 0; i < 5; i++) {
            assertThat(members.isClear(alice, false)).isFalse();
            members.showOwn(alice);
        }

        assertThat(members.isClear(alice, false)).isTrue();
        assertThat(members.isClear(alice, true)).as("where tenants are told").isFalse();
    }

    @Test
    void aRingOfMembersEnds() {
        Side alice = members.sideOf(ALICE, null);
        Side staff = members.sideOf(STAFF, null);
        for (int i = 0; i < 3; i++) {
            members.show(alice, staff.actor(), false);
        }
        for (int i = 0; i < 3; i++) {
            members.show(staff, alice.actor(), false);
        }

        assertThat(members.rootOf(alice.actor())).isIn(alice.actor(), staff.actor());
    }

    @Test
    void whatIsKnownOutlivesARestart() {
        Side alone = members.sideOf(ALICE, null);
        members.show(alone, ACME, true);
        members.show(alone, ACME, true);
        Members restarted = Saved.reloaded(members, new Members());

        restarted.show(alone, ACME, true);

        assertThat(restarted.sideOf(ALICE, null).tenant()).isEqualTo(ACME);
    }
}
