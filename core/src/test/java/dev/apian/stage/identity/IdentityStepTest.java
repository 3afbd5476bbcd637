// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import static dev.apian.stage.call.Facet.Kind.ACCESS_TOKEN;
import static dev.apian.stage.call.Facet.Kind.API_KEY;
import static dev.apian.stage.call.Facet.Kind.CERTIFICATE;
import static dev.apian.stage.call.Facet.Kind.CLIENT_ID;
import static dev.apian.stage.call.Facet.Kind.REFRESH_TOKEN;
import static dev.apian.stage.call.Facet.Kind.SESSION;
import static dev.apian.stage.call.Facet.Kind.SUBJECT;
import static dev.apian.stage.call.Facet.Kind.USERNAME;
import static dev.apian.stage.call.Facet.Kind.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.identity.Link.Because;
import dev.apian.testing.SomeCall;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who is behind a call, by what the call itself shows.
class IdentityStepTest {

    private static final SomeCall READ = SomeCall.get("/v1/orders/7");

    private final Identities who = new Identities();

    @Test
    void aUserToldByTheGatewayIsTheActor() {
        Identified call = who.see(READ.with(USER_ID, "alice"));

        assertThat(call.actor().name()).isEqualTo("alice");
        assertThat(call.actor().kind()).isEqualTo(Actor.Kind.USER);
        assertThat(call.links()).extracting(Link::because).containsExactly(Because.GATEWAY_TOLD);
    }

    @Test
    void aTokenStaysItsUsersWhenTheGatewayIsSilent() {
        who.see(READ.with(USER_ID, "alice").with(ACCESS_TOKEN, "t1"));

        assertThat(who.actor(READ.with(ACCESS_TOKEN, "t1"))).isEqualTo("alice");
    }

    @Test
    void theSubjectOfATokenIsTheActorWithoutALoginSeen() {
        Identified call = who.see(READ.with(SUBJECT, "https://id#alice").with(ACCESS_TOKEN, "t1"));

        assertThat(call.actor().name()).isEqualTo("alice");
        assertThat(call.links()).extracting(Link::because).containsExactly(Because.CLAIM);
        assertThat(who.actor(READ.with(SUBJECT, "https://id#alice").with(ACCESS_TOKEN, "t2")))
                .isEqualTo("alice");
    }

    @Test
    void aTokenTooOldIsStillItsUsers() {
        SomeCall call = READ.with(SUBJECT, "https://id#alice").with(ACCESS_TOKEN, "t1");
        who.see(call);

        assertThat(who.actor(call.answered(401))).isEqualTo("alice");
    }

    @Test
    void aRejectedCredentialProvesNothing() {
        for (SomeCall call : new SomeCall[] {
            READ.with(SUBJECT, "https://id#alice").with(ACCESS_TOKEN, "forged"),
            READ.with(ACCESS_TOKEN, "guessed"),
            READ.with(API_KEY, "guessed"),
            READ.with(SESSION, "guessed")
        }) {
            Identified seen = who.see(call.answered(401));
            assertThat(seen.actor().kind()).isEqualTo(Actor.Kind.ANONYMOUS);
            assertThat(seen.credential()).isNull();
            assertThat(seen.links()).isEmpty();
        }
    }

    @Test
    void aUserToldOnARejectedCallDoesNotGetTheCredential() {
        who.see(READ.with(USER_ID, "alice").with(SESSION, "s1").answered(401));

        assertThat(who.actor(READ.with(SESSION, "s1"))).isEqualTo("session s1");
    }

    @Test
    void anUnknownTokenStandsForItself() {
        Identified one = who.see(READ.with(ACCESS_TOKEN, "t1"));
        Identified other = who.see(READ.with(ACCESS_TOKEN, "t2"));

        assertThat(one.actor().name()).isEqualTo("access_token t1");
        assertThat(one.actor().key()).isNotEqualTo(other.actor().key());
        assertThat(who.see(READ.with(ACCESS_TOKEN, "t1")).actor()).isEqualTo(one.actor());
    }

    @Test
    void whatAnAnswerAboutOneselfTellsHoldsForTheRefreshTokenBesideToo() {
        who.see(SomeCall.post("/v1/auth/login")
                .with(USERNAME, "alice@example.org")
                .grants(ACCESS_TOKEN, "t1")
                .grants(REFRESH_TOKEN, "r1"));
        who.see(SomeCall.get("/v1/me").with(ACCESS_TOKEN, "t1").shows("", "id", "u7"));
        who.see(SomeCall.post("/v1/auth/refresh")
                .with(REFRESH_TOKEN, "r1")
                .grants(ACCESS_TOKEN, "t2")
                .grants(REFRESH_TOKEN, "r2"));

        assertThat(who.actor(READ.with(ACCESS_TOKEN, "t2"))).isEqualTo("u7");
    }

    @Test
    void anAnswerAboutOneselfNamesTheHolderOfAToken() {
        who.see(READ.with(ACCESS_TOKEN, "t1"));
        Identified me = who.see(SomeCall.get("/v1/me").with(ACCESS_TOKEN, "t1").shows("", "id", "alice"));

        assertThat(me.actor().name()).isEqualTo("alice");
        assertThat(me.links()).extracting(Link::because).containsExactly(Because.SELF_RESPONSE);
        assertThat(who.actor(READ.with(ACCESS_TOKEN, "t1"))).isEqualTo("alice");
    }

    @Test
    void onlyTheAnswerAboutOneselfDoes() {
        for (SomeCall call : new SomeCall[] {
            SomeCall.get("/v1/me/orders").shows("", "id", "o1"),
            SomeCall.get("/v1/users/7").shows("", "id", "u7"),
            SomeCall.get("/v1/me").shows("manager", "id", "u7"),
            SomeCall.get("/v1/me").answered(304).shows("", "id", "u7"),
            SomeCall.of("PATCH", "/v1/me").shows("", "id", "u7")
        }) {
            assertThat(who.actor(call.with(ACCESS_TOKEN, "t1"))).isEqualTo("access_token t1");
        }
    }

    @Test
    void anAnswerDoesNotOverruleWhatTheGatewayTold() {
        who.see(READ.with(USER_ID, "alice").with(SESSION, "s1"));

        assertThat(who.actor(SomeCall.get("/v1/me").with(SESSION, "s1").shows("", "id", "profile-9")))
                .isEqualTo("alice");
    }

    @Test
    void anApiKeyIsAnApplicationNamedByItsClientId() {
        Identified named = who.see(READ.with(API_KEY, "k1").with(CLIENT_ID, "partner"));
        Identified keyOnly = who.see(READ.with(API_KEY, "k2"));

        assertThat(named.actor().name()).isEqualTo("partner");
        assertThat(named.actor().kind()).isEqualTo(Actor.Kind.APPLICATION);
        assertThat(keyOnly.actor().name()).isEqualTo("API key k2");
        assertThat(who.see(READ.with(API_KEY, "k3").with(CLIENT_ID, "partner")).actor())
                .isEqualTo(named.actor());
    }

    @Test
    void anApplicationsOwnTokenIsTheApplication() {
        Identified byKey = who.see(READ.with(API_KEY, "k1").with(CLIENT_ID, "partner"));
        Identified byToken = who.see(READ.with(SUBJECT, "https://id#partner")
                .with(ACCESS_TOKEN, "t1")
                .with(CLIENT_ID, "partner"));

        assertThat(byToken.actor()).isEqualTo(byKey.actor());
    }

    @Test
    void aCertificateIsAService() {
        assertThat(who.see(READ.with(CERTIFICATE, "CN=billing")).actor().kind()).isEqualTo(Actor.Kind.SERVICE);
    }

    @Test
    void anonymousCallsAreToldApartByNetworkAndDevice() {
        Set<Long> actors = new HashSet<>();
        for (String ip : new String[] {"192.0.2.1", "192.0.2.200", "198.51.100.1"}) {
            for (String device : new String[] {"Firefox", "curl"}) {
                Actor actor = who.see(READ.from(ip, device)).actor();
                assertThat(actor.kind()).isEqualTo(Actor.Kind.ANONYMOUS);
                actors.add(actor.key());
            }
        }

        assertThat(actors).as("two networks, two devices").hasSize(4);
        assertThat(who.actor(READ.from("", "curl"))).isEqualTo("unknown network, curl");
    }

    @Test
    void aGatewaysCredentialBecomesASharedOneAndItsUsersStayApart() {
        SomeCall viaGateway = READ.with(SESSION, "gateway");
        Actor alice = who.see(viaGateway.with(USER_ID, "alice")).actor();
        Actor bob = who.see(viaGateway.with(USER_ID, "bob")).actor();

        assertThat(alice.key()).isNotEqualTo(bob.key());
        assertThat(who.see(viaGateway.with(USER_ID, "alice")).actor()).isEqualTo(alice);
        assertThat(who.see(viaGateway.with(USER_ID, "bob")).actor()).isEqualTo(bob);
        assertThat(who.see(viaGateway).actor().name()).isEqualTo("shared session gateway");
        assertThat(who.see(SomeCall.get("/me").with(SESSION, "gateway").shows("", "id", "bob"))
                        .actor()
                        .name())
                .isEqualTo("shared session gateway");
    }

    @Test
    void anApiKeyOfManyUsersIsNobodysOwn() {
        who.see(READ.with(API_KEY, "mobile").with(USER_ID, "alice"));
        who.see(READ.with(API_KEY, "mobile").with(USER_ID, "bob"));

        assertThat(who.actor(READ.with(API_KEY, "mobile"))).isEqualTo("API key mobile");
    }

    @Test
    void everyLinkHasItsProofAndIsToldOnce() {
        SomeCall call =
                READ.with(SUBJECT, "https://id#alice").with(ACCESS_TOKEN, "t1").with(CLIENT_ID, "web");

        assertThat(who.see(call).links()).extracting(Link::kind).containsExactly(SUBJECT, CLIENT_ID);
        assertThat(who.see(call).links()).isEmpty();
    }

    @Test
    void aNameTypedAtAFailedLoginIsNoLink() {
        Identified call =
                who.see(SomeCall.post("/login").with(USERNAME, "alice").answered(401));

        assertThat(call.actor().kind()).isEqualTo(Actor.Kind.ANONYMOUS);
        assertThat(call.links()).isEmpty();
    }

    @Test
    void aCredentialSilentForTooLongIsForgotten() {
        who.see(READ.with(USER_ID, "alice").with(ACCESS_TOKEN, "t1"));

        assertThat(who.resolve(READ.with(ACCESS_TOKEN, "t1").after(Duration.ofDays(36)))
                        .actor()
                        .name())
                .isEqualTo("access_token t1");
    }

    @Test
    void tellsTwoIssuersApart() {
        Actor employee = who.see(READ.with(SUBJECT, "https://staff#7")).actor();
        Actor customer = who.see(READ.with(SUBJECT, "https://customers#7")).actor();

        assertThat(customer.name()).isEqualTo(employee.name());
        assertThat(customer.key()).isNotEqualTo(employee.key());
        assertThat(who.see(READ.with(USER_ID, "7").with(ACCESS_TOKEN, "t")).actor())
                .isEqualTo(employee);
    }

    @Test
    void anIssuerWhoseSubjectsAreTheUsersThatTheGatewayNamesIsTheHouses() {
        who.see(READ.with(SUBJECT, "https://first#1"));
        for (String user : new String[] {"7", "8", "9"}) {
            who.see(READ.with(SUBJECT, "https://second#" + user).with(USER_ID, user));
        }

        assertThat(who.see(READ.with(SUBJECT, "https://second#10")).actor())
                .isEqualTo(who.see(READ.with(USER_ID, "10").with(ACCESS_TOKEN, "t"))
                        .actor());
    }

    /// A blind spot: until a second user is named, a gateway's own credential passes for the first one's.
    @Test
    void doesNotSeeThatACredentialIsSharedBeforeTheSecondUser() {
        who.see(READ.with(SESSION, "gateway").with(USER_ID, "alice"));

        assertThat(who.actor(READ.with(SESSION, "gateway"))).isEqualTo("alice");
    }
}
