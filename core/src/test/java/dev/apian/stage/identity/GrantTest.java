// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import static dev.apian.stage.call.Facet.Kind.ACCESS_TOKEN;
import static dev.apian.stage.call.Facet.Kind.API_KEY;
import static dev.apian.stage.call.Facet.Kind.CLIENT_ID;
import static dev.apian.stage.call.Facet.Kind.REFRESH_TOKEN;
import static dev.apian.stage.call.Facet.Kind.SESSION;
import static dev.apian.stage.call.Facet.Kind.SUBJECT;
import static dev.apian.stage.call.Facet.Kind.USERNAME;
import static dev.apian.stage.call.Facet.Kind.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.identity.Link.Because;
import dev.apian.testing.SomeCall;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whose the credentials are that a response hands out.
class GrantTest {

    private static final SomeCall READ = SomeCall.get("/v1/orders/7");
    private static final SomeCall LOGIN = SomeCall.post("/v1/auth/login");
    private static final SomeCall TOKEN = SomeCall.post("/oauth/token");

    private final Identities who = new Identities();

    @Test
    void aLoginNamesTheHolderOfItsTokens() {
        Identified login =
                who.see(LOGIN.with(USERNAME, "alice").grants(ACCESS_TOKEN, "t1").grants(REFRESH_TOKEN, "r1"));

        assertThat(login.actor().name()).isEqualTo("alice");
        assertThat(login.links()).extracting(Link::because).containsExactly(Because.LOGIN_RESPONSE);
        Identified read = who.see(READ.with(ACCESS_TOKEN, "t1"));
        assertThat(read.actor()).isEqualTo(login.actor());
        assertThat(read.links()).extracting(Link::because).containsExactly(Because.LOGIN_RESPONSE);
    }

    @Test
    void aLoginsAnswerIsTheBetterNameOfItsUser() {
        SomeCall login = LOGIN.with(USERNAME, "alice@example.com");
        who.see(login.grants(SESSION, "s1").shows("user", "id", "u-17"));

        assertThat(who.actor(READ.with(SESSION, "s1"))).isEqualTo("u-17");
    }

    @Test
    void aLaterLoginWithoutANameInItsAnswerIsTheSameUsers() {
        SomeCall login = LOGIN.with(USERNAME, "alice@example.com");
        who.see(login.grants(SESSION, "s1").shows("user", "id", "u-17"));
        who.see(login.grants(SESSION, "s2"));

        assertThat(who.actor(READ.with(SESSION, "s2"))).isEqualTo("u-17");
    }

    @Test
    void aLoginWithATokenThatNamesItsSubjectIsOneActorWithThatSubject() {
        who.see(LOGIN.with(USERNAME, "alice@example.com")
                .grants(ACCESS_TOKEN, "t1")
                .grants(SUBJECT, "https://id#17"));

        assertThat(who.actor(READ.with(SUBJECT, "https://id#17").with(ACCESS_TOKEN, "t1")))
                .isEqualTo("17");
        assertThat(who.actor(READ.with(SUBJECT, "https://id#17").with(ACCESS_TOKEN, "t2")))
                .isEqualTo("17");
    }

    @Test
    void aFailedLoginStaysAnonymousAndGrantsNothing() {
        SomeCall login = LOGIN.with(USERNAME, "alice").grants(SESSION, "s1");
        for (int status : new int[] {400, 401, 403, 429, 500}) {
            assertThat(who.see(login.answered(status)).actor().kind()).isEqualTo(Actor.Kind.ANONYMOUS);
        }

        assertThat(who.actor(READ.with(SESSION, "s1"))).isEqualTo("session s1");
    }

    @Test
    void aLoginAnsweredWithNothingProvesNothing() {
        assertThat(who.see(LOGIN.with(USERNAME, "alice")).actor().kind()).isEqualTo(Actor.Kind.ANONYMOUS);
    }

    @Test
    void aLoginWhoseRequestWasNotSeenStillNamesTheHolder() {
        who.see(LOGIN.grants(SESSION, "s1").shows("user", "id", "u-17"));
        who.see(LOGIN.grants(ACCESS_TOKEN, "t1").grants(REFRESH_TOKEN, "r1").grants(SUBJECT, "https://id#u-18"));

        assertThat(who.actor(READ.with(SESSION, "s1"))).isEqualTo("u-17");
        assertThat(who.actor(TOKEN.with(REFRESH_TOKEN, "r1").grants(ACCESS_TOKEN, "t2")))
                .isEqualTo("u-18");
    }

    @Test
    void manyRotationsOfARefreshTokenAreOneActor() {
        Actor alice = who.see(
                        LOGIN.with(USERNAME, "alice").grants(ACCESS_TOKEN, "t0").grants(REFRESH_TOKEN, "r0"))
                .actor();
        for (int i = 0; i < 200; i++) {
            assertThat(who.see(READ.with(ACCESS_TOKEN, "t" + i)).actor()).isEqualTo(alice);
            SomeCall refresh = TOKEN.with(REFRESH_TOKEN, "r" + i).with(CLIENT_ID, "web");
            SomeCall answered = refresh.grants(ACCESS_TOKEN, "t" + (i + 1)).grants(REFRESH_TOKEN, "r" + (i + 1));
            assertThat(who.see(answered).actor()).isEqualTo(alice);
            if (i % 10 == 0) {
                // the answer was lost: the client tries again with the token before
                assertThat(who.see(answered.grants(ACCESS_TOKEN, "retried" + i)).actor())
                        .isEqualTo(alice);
                assertThat(who.see(READ.with(ACCESS_TOKEN, "retried" + i)).actor())
                        .isEqualTo(alice);
            }
        }
    }

    @Test
    void aChainWhoseLoginWasNeverSeenIsOneActorToo() {
        Actor first = who.see(TOKEN.with(REFRESH_TOKEN, "r0")
                        .grants(ACCESS_TOKEN, "t1")
                        .grants(REFRESH_TOKEN, "r1"))
                .actor();

        assertThat(who.see(READ.with(ACCESS_TOKEN, "t1")).actor()).isEqualTo(first);
        assertThat(who.see(TOKEN.with(REFRESH_TOKEN, "r1").grants(ACCESS_TOKEN, "t2"))
                        .actor())
                .isEqualTo(first);
    }

    @Test
    void theFirstRefreshSeenDoesNotRenameTheUserOfATokenWithASubject() {
        SomeCall read = READ.with(SUBJECT, "https://id#alice");
        who.see(read.with(ACCESS_TOKEN, "t1"));
        Identified refresh = who.see(
                TOKEN.with(REFRESH_TOKEN, "r1").grants(ACCESS_TOKEN, "t2").grants(SUBJECT, "https://id#alice"));

        assertThat(refresh.actor().name()).isEqualTo("alice");
        assertThat(who.actor(read.with(ACCESS_TOKEN, "t2"))).isEqualTo("alice");
    }

    @Test
    void anApplicationThatExchangesCodesDoesNotMergeItsUsers() {
        Set<String> actors = new HashSet<>();
        for (String user : new String[] {"alice", "bob"}) {
            SomeCall exchange = TOKEN.with(CLIENT_ID, "web").with(API_KEY, "secret of web");
            Identified call = who.see(exchange.grants(ACCESS_TOKEN, "t-" + user)
                    .grants(REFRESH_TOKEN, "r-" + user)
                    .grants(SUBJECT, "https://id#" + user));
            assertThat(call.actor().name()).isEqualTo("web");
            actors.add(who.actor(READ.with(SUBJECT, "https://id#" + user).with(ACCESS_TOKEN, "t-" + user)));
            actors.add(who.actor(TOKEN.with(REFRESH_TOKEN, "r-" + user).grants(ACCESS_TOKEN, "t2-" + user)));
            actors.add(who.actor(READ.with(ACCESS_TOKEN, "t2-" + user)));
        }

        assertThat(actors).containsExactlyInAnyOrder("alice", "bob");
    }

    @Test
    void anApplicationKeyAtALoginDoesNotGetTheUsersSession() {
        who.see(LOGIN.with(API_KEY, "mobile").grants(SESSION, "s1").shows("user", "id", "alice"));
        who.see(LOGIN.with(API_KEY, "mobile").grants(SESSION, "s2").shows("user", "id", "bob"));

        assertThat(who.actor(READ.with(SESSION, "s1"))).isEqualTo("alice");
        assertThat(who.actor(READ.with(SESSION, "s2"))).isEqualTo("bob");
        assertThat(who.actor(READ.with(API_KEY, "mobile"))).isEqualTo("API key mobile");
    }

    @Test
    void anApplicationsOwnOpaqueTokensAreTheApplications() {
        who.see(TOKEN.with(API_KEY, "k1").with(CLIENT_ID, "partner").grants(ACCESS_TOKEN, "t1"));

        assertThat(who.actor(READ.with(ACCESS_TOKEN, "t1"))).isEqualTo("partner");
    }

    @Test
    void anAdministratorWhoActsForAUserIsNotThatUser() {
        SomeCall act = SomeCall.post("/admin/impersonate")
                .with(SUBJECT, "https://id#root")
                .with(ACCESS_TOKEN, "t1");
        assertThat(who.actor(act.grants(ACCESS_TOKEN, "t2").grants(SUBJECT, "https://id#alice")))
                .isEqualTo("root");

        assertThat(who.actor(READ.with(SUBJECT, "https://id#alice").with(ACCESS_TOKEN, "t2")))
                .isEqualTo("alice");
        assertThat(who.actor(READ.with(SUBJECT, "https://id#root").with(ACCESS_TOKEN, "t1")))
                .isEqualTo("root");
    }

    @Test
    void anotherIssuersTokenForTheSameCallerIsTheSameActor() {
        SomeCall exchange = TOKEN.with(SUBJECT, "https://login#alice").with(ACCESS_TOKEN, "t1");
        who.see(exchange.grants(ACCESS_TOKEN, "t2").grants(SUBJECT, "https://internal#4711"));

        assertThat(who.actor(READ.with(SUBJECT, "https://internal#4711").with(ACCESS_TOKEN, "t2")))
                .isEqualTo("alice");
    }

    @Test
    void aSessionGoesOnWhenItsCookieRotates() {
        who.see(LOGIN.with(USERNAME, "alice").grants(SESSION, "s0"));
        for (int i = 0; i < 20; i++) {
            assertThat(who.actor(READ.with(SESSION, "s" + i).grants(SESSION, "s" + (i + 1))))
                    .isEqualTo("alice");
        }
    }

    @Test
    void aVisitorsSessionIsNamedByTheTokenItFetches() {
        who.see(READ.with(SESSION, "s1"));
        who.see(TOKEN.with(SESSION, "s1").grants(ACCESS_TOKEN, "t1").grants(SUBJECT, "https://id#alice"));

        assertThat(who.actor(READ.with(SESSION, "s1"))).isEqualTo("alice");
        assertThat(who.actor(READ.with(SUBJECT, "https://id#alice").with(ACCESS_TOKEN, "t1")))
                .isEqualTo("alice");
    }

    @Test
    void theIdOfASessionOrTokenIsNoUser() {
        SomeCall login = SomeCall.post("/v1/sessions").with(USERNAME, "alice").answered(201);
        for (int i = 0; i < 3; i++) {
            assertThat(who.actor(login.grants(SESSION, "s" + i).shows("", "id", "session-" + i)))
                    .isEqualTo("alice");
        }
        assertThat(who.actor(SomeCall.get("/tokens/7").with(SESSION, "s9").shows("", "id", "7")))
                .isEqualTo("session s9");
    }

    @Test
    void aTokenGrantedToSomebodyElseChangesHands() {
        who.see(LOGIN.with(USERNAME, "alice").grants(SESSION, "kiosk"));
        assertThat(who.actor(READ.with(SESSION, "kiosk"))).isEqualTo("alice");
        who.see(LOGIN.with(USERNAME, "bob").grants(SESSION, "kiosk"));

        Identified read = who.see(READ.with(SESSION, "kiosk"));
        assertThat(read.actor().name()).isEqualTo("bob");
        assertThat(read.links()).as("the link is told anew").hasSize(1);
    }

    @Test
    void aUserToldByTheGatewayKeepsTheCredentialWhateverIsGranted() {
        who.see(READ.with(USER_ID, "alice").with(SESSION, "s1"));
        who.see(LOGIN.with(USERNAME, "bob").grants(SESSION, "s1"));

        assertThat(who.actor(READ.with(SESSION, "s1"))).isEqualTo("alice");
    }

    @Test
    void anApiKeyInAnAnswerIsNotTakenForALogin() {
        who.see(SomeCall.post("/api-keys").with(SESSION, "s1").grants(API_KEY, "k1"));

        assertThat(who.actor(READ.with(API_KEY, "k1"))).isEqualTo("API key k1");
    }

    /// A blind spot: a login that keeps the visitor's cookie grants nothing that the response shows.
    @Test
    void doesNotSeeALoginThatKeepsTheCookie() {
        who.see(LOGIN.with(USERNAME, "alice").with(SESSION, "s1").shows("user", "id", "alice"));

        assertThat(who.actor(READ.with(SESSION, "s1"))).isEqualTo("session s1");
    }
}
