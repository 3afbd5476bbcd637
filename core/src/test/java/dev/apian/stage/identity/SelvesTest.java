// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import static dev.apian.stage.call.Facet.Kind.ACCESS_TOKEN;
import static dev.apian.stage.call.Facet.Kind.SUBJECT;
import static dev.apian.stage.call.Facet.Kind.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.identity.Link.Because;
import dev.apian.testing.SomeCall;
import org.junit.jupiter.api.Test;

/// Answers about the caller under names that nobody listed.
class SelvesTest {

    private static final SomeCall PROFILE = SomeCall.get("/v1/profile");
    private static final SomeCall READ = SomeCall.get("/v1/orders/7");

    private final Identities who = new Identities();

    @Test
    void anAnswerThatAgreesWithFiveKnownUsersNamesTheHolderOfAnOpaqueToken() {
        for (int user = 1; user <= 4; user++) {
            who.see(known(user, "" + user));
        }
        assertThat(who.actor(opaque("t77", "77"))).as("after four users").isEqualTo("access_token t77");

        who.see(known(5, "5"));
        Identified named = who.see(opaque("t78", "78"));
        assertThat(named.actor().name()).isEqualTo("78");
        assertThat(named.links()).extracting(Link::because).containsExactly(Because.SELF_RESPONSE);
        assertThat(who.actor(READ.with(ACCESS_TOKEN, "t78"))).isEqualTo("78");
        assertThat(who.actor(opaque("t77", "77"))).as("who came before").isEqualTo("77");
    }

    @Test
    void aUserNamedByTheGatewayTeachesToo() {
        for (int user = 1; user <= 5; user++) {
            who.see(PROFILE.with(USER_ID, "u" + user)
                    .with(ACCESS_TOKEN, "g" + user)
                    .shows("", "customerNumber", "u" + user));
        }

        assertThat(who.actor(opaque("t78", "u78"))).isEqualTo("u78");
    }

    @Test
    void oneUserAHundredTimesTellsNothing() {
        for (int i = 0; i < 100; i++) {
            who.see(known(1, "1"));
        }

        assertThat(who.actor(opaque("t78", "78"))).isEqualTo("access_token t78");
    }

    @Test
    void aFieldThatContradictsOneInTenTimesNamesNobody() {
        for (int user = 1; user <= 20; user++) {
            who.see(known(user, user % 10 == 0 ? "somebody else" : "" + user));
        }

        assertThat(who.actor(opaque("t78", "78"))).isEqualTo("access_token t78");
    }

    @Test
    void aListOfManyNamesNobody() {
        for (int user = 1; user <= 10; user++) {
            who.see(known(user, "" + user));
        }

        assertThat(who.actor(opaque("t78", "78").shows("", "customerNumber", "79")))
                .isEqualTo("access_token t78");
    }

    @Test
    void anotherFieldOrEndpointOrMethodWasNotLearned() {
        for (int user = 1; user <= 10; user++) {
            who.see(known(user, "" + user));
        }

        for (SomeCall call : new SomeCall[] {
            PROFILE.shows("", "companyNumber", "78"),
            PROFILE.shows("manager", "customerNumber", "78"),
            SomeCall.get("/v1/invoices").shows("", "customerNumber", "78"),
            SomeCall.post("/v1/profile").shows("", "customerNumber", "78")
        }) {
            assertThat(who.actor(call.with(ACCESS_TOKEN, "t78"))).isEqualTo("access_token t78");
        }
    }

    @Test
    void aTokenThatTellsItsSubjectIsNotRenamed() {
        for (int user = 1; user <= 10; user++) {
            who.see(known(user, "" + user));
        }

        assertThat(who.actor(PROFILE.with(SUBJECT, "https://id#alice")
                        .with(ACCESS_TOKEN, "t1")
                        .shows("", "customerNumber", "78")))
                .isEqualTo("alice");
    }

    @Test
    void whereNobodyIsKnownAUsersFieldThatIsTheSameForATokenIsLearned() {
        SomeCall account = SomeCall.get("/v1/profile");
        for (int round = 0; round < 3; round++) {
            for (int user = 10; user < 24; user++) {
                who.see(account.with(ACCESS_TOKEN, "t" + user).shows("", "memberNumber", "" + user));
            }
        }

        assertThat(who.actor(account.with(ACCESS_TOKEN, "t78").shows("", "memberNumber", "78")))
                .isEqualTo("78");
    }

    @Test
    void whereNobodyIsKnownAFieldThatChangesIsNot() {
        for (int round = 0; round < 3; round++) {
            for (int user = 10; user < 24; user++) {
                who.see(PROFILE.with(ACCESS_TOKEN, "t" + user).shows("", "memberNumber", round + "-" + user));
            }
        }

        assertThat(who.actor(PROFILE.with(ACCESS_TOKEN, "t78").shows("", "memberNumber", "78")))
                .isEqualTo("access_token t78");
    }

    @Test
    void whereNobodyIsKnownAThingThatIsNoUserIsNot() {
        for (int round = 0; round < 3; round++) {
            for (int user = 10; user < 24; user++) {
                who.see(PROFILE.with(ACCESS_TOKEN, "t" + user).shows("", "cartId", "" + user));
            }
        }

        assertThat(who.actor(PROFILE.with(ACCESS_TOKEN, "t78").shows("", "cartId", "78")))
                .isEqualTo("access_token t78");
    }

    @Test
    void whereNobodyIsKnownWhatAllAreToldIsNot() {
        for (int round = 0; round < 3; round++) {
            for (int user = 10; user < 24; user++) {
                who.see(PROFILE.with(ACCESS_TOKEN, "t" + user).shows("", "accountNumber", "the house"));
            }
        }

        assertThat(who.actor(PROFILE.with(ACCESS_TOKEN, "t78").shows("", "accountNumber", "the house")))
                .isEqualTo("access_token t78");
    }

    private static SomeCall known(int user, String told) {
        return PROFILE.with(SUBJECT, "https://id#" + user)
                .with(ACCESS_TOKEN, "known" + user)
                .shows("", "customerNumber", told);
    }

    private static SomeCall opaque(String token, String told) {
        return PROFILE.with(ACCESS_TOKEN, token).shows("", "customerNumber", told);
    }
}
