// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.identity.Claim.Side;
import org.junit.jupiter.api.Test;

class ClaimTest {

    private static final int LARGEST_PRINT = (1 << 28) - 1;

    @Test
    void whatItHoldsComesOutAsItWentIn() {
        for (boolean told : new boolean[] {false, true}) {
            for (int evidence : new int[] {Claim.USED, Claim.SHOWN, Claim.CREATED}) {
                long claim = Claim.of(new Side(LARGEST_PRINT, 1, told), evidence);

                assertThatItIs(claim, LARGEST_PRINT, 1, told, evidence);
                assertThat(Claim.isVisited(claim) || Claim.isShared(claim)).isFalse();
                assertThat(claim).as("0 stands for no claim").isNotZero();
            }
        }
    }

    @Test
    void visitsAndSharesAndConfirmationsLeaveTheRestAlone() {
        long claim = Claim.of(new Side(1, LARGEST_PRINT, true), Claim.SHOWN);
        long shared = Claim.shared(Claim.visited(claim));
        for (int i = 0; i < 6; i++) {
            assertThat(Claim.isShared(shared)).isTrue();
            assertThat(Claim.isVisited(shared)).isTrue();
            assertThatItIs(shared, 1, LARGEST_PRINT, true, Claim.SHOWN);
            shared = Claim.confirmed(shared);
        }

        assertThat(Claim.confirmed(shared)).as("as it was before").isEqualTo(claim);
    }

    @Test
    void sharingItAgainStartsTheCountAnew() {
        long shared = Claim.shared(Claim.of(new Side(1, 2, false), Claim.CREATED));
        long almost = shared;
        for (int i = 0; i < 6; i++) {
            almost = Claim.confirmed(almost);
        }

        assertThat(Claim.shared(almost)).isEqualTo(shared);
    }

    private static void assertThatItIs(long claim, int tenant, int actor, boolean told, int evidence) {
        assertThat(Claim.tenant(claim)).isEqualTo(tenant);
        assertThat(Claim.actor(claim)).isEqualTo(actor);
        assertThat(Claim.isTold(claim)).isEqualTo(told);
        assertThat(Claim.evidence(claim)).isEqualTo(evidence);
    }
}
