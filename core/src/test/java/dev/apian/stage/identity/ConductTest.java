// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import static dev.apian.stage.call.Facet.Kind.API_KEY;
import static dev.apian.stage.call.Facet.Kind.CERTIFICATE;
import static dev.apian.stage.call.Facet.Kind.SESSION;
import static dev.apian.stage.call.Facet.Kind.SUBJECT;
import static dev.apian.stage.call.Facet.Kind.USER_ID;
import static dev.apian.stage.identity.CredentialClass.GATEWAY;
import static dev.apian.stage.identity.CredentialClass.PERSONAL;
import static dev.apian.stage.identity.CredentialClass.SERVICE;
import static dev.apian.stage.identity.CredentialClass.SHARED;
import static dev.apian.stage.identity.CredentialClass.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Facet.Kind;
import dev.apian.stage.identity.Link.Because;
import dev.apian.testing.Saved;
import dev.apian.testing.SomeCall;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a credential is, by how it is used.
class ConductTest {

    private static final SomeCall READ = SomeCall.get("/v1/orders/7");
    private static final String[] BROWSERS = {"Firefox on Windows", "Safari on macOS", "Chrome on Android"};
    private static final String[] PROGRAMS = {"curl", "okhttp", "python-requests"};
    private static final String[] PLACES = {"192.0.2.7", "198.51.100.7", "203.0.113.7"};

    private Conduct conduct = new Conduct();
    private final Identities who = new Identities();

    @Test
    void tooFewCallsTellNothing() {
        use(9, PROGRAMS[0], PLACES[0]);
        assertThat(conduct.ofKind(API_KEY)).isEqualTo(UNKNOWN);

        use(1, PROGRAMS[0], PLACES[0]);
        assertThat(conduct.ofKind(API_KEY)).isEqualTo(SERVICE);
    }

    @Test
    void aKeyThatABrowserOrAPhoneUsesIsAPersons() {
        use(20, BROWSERS[0], PLACES[0]);
        use(5, "iOS app", PLACES[1]);

        assertThat(conduct.ofKind(API_KEY)).isEqualTo(PERSONAL);
    }

    @Test
    void aKeyThatThreeBrowsersInThreeNetworksUseIsShared() {
        for (int i = 0; i < 3; i++) {
            use(10, BROWSERS[i], PLACES[i]);
        }

        assertThat(conduct.ofKind(API_KEY)).isEqualTo(SHARED);
    }

    @Test
    void aKeyThatThreeBrowsersInOneOfficeUseIsNotKnownToBe() {
        for (int i = 0; i < 3; i++) {
            use(10, BROWSERS[i], PLACES[0]);
        }

        assertThat(conduct.ofKind(API_KEY)).isEqualTo(PERSONAL);
    }

    @Test
    void aServiceOnManyHostsIsAServiceUntilPeopleUseItsKeyToo() {
        for (int i = 0; i < 3; i++) {
            use(20, PROGRAMS[i], PLACES[i]);
        }
        assertThat(conduct.ofKind(CERTIFICATE)).isEqualTo(SERVICE);

        use(1, BROWSERS[0], PLACES[0]);
        assertThat(conduct.ofKind(CERTIFICATE)).isEqualTo(SHARED);
    }

    @Test
    void threeNamedUsersMakeAKeyAGatewaysAndASessionAShared() {
        for (String user : List.of("u1", "u2", "u3")) {
            conduct.take(READ.call(), new Facet(USER_ID, user));
        }

        assertThat(conduct.ofKind(API_KEY)).isEqualTo(GATEWAY);
        assertThat(conduct.ofKind(SESSION)).isEqualTo(SHARED);
    }

    @Test
    void oneUserNamedThriceMakesNoGateway() {
        for (int i = 0; i < 30; i++) {
            conduct.take(READ.call(), new Facet(USER_ID, "u1"));
        }

        assertThat(conduct.ofKind(API_KEY)).isNotEqualTo(GATEWAY);
    }

    @Test
    void aSubjectThatNeverSleepsIsAProgramUnlessABrowserCameOnce() {
        for (int hour = 0; hour < 24; hour++) {
            conduct.take(at(hour, PROGRAMS[0]), null);
        }
        assertThat(conduct.ofKind(SUBJECT)).isEqualTo(SERVICE);

        conduct.take(at(0, BROWSERS[0]), null);
        assertThat(conduct.ofKind(SUBJECT)).isEqualTo(PERSONAL);
    }

    @Test
    void aSubjectThatWorksOfficeHoursIsAPersons() {
        for (int call = 0; call < 300; call++) {
            conduct.take(at(8 + call % 11, PROGRAMS[0]), null);
        }

        assertThat(conduct.ofKind(SUBJECT)).isEqualTo(PERSONAL);
    }

    @Test
    void aLinkIsToldAgainWhenItsClassTurnsOut() {
        SomeCall call = READ.with(API_KEY, "k1").from(PLACES[0], PROGRAMS[0]);
        assertThat(who.see(call).links()).extracting(Link::credentialClass).containsExactly(UNKNOWN);
        for (int i = 2; i < 10; i++) {
            assertThat(who.see(call).links()).as("call " + i).isEmpty();
        }

        assertThat(who.see(call).links()).extracting(Link::credentialClass).containsExactly(SERVICE);
        assertThat(who.see(call).links()).as("once").isEmpty();
    }

    @Test
    void aGatewaysKeyIsToldWithEachUserThatComesThroughIt() {
        SomeCall call = READ.with(API_KEY, "k1");
        for (String user : List.of("u1", "u2", "u3")) {
            who.see(call.with(USER_ID, user));
        }

        assertThat(who.see(call.with(USER_ID, "u4")).links()).singleElement().satisfies(link -> {
            assertThat(link.kind()).isEqualTo(Kind.API_KEY);
            assertThat(link.because()).isEqualTo(Because.GATEWAY_TOLD);
            assertThat(link.credentialClass()).isEqualTo(GATEWAY);
        });
    }

    @Test
    void aRejectedCallTellsNoLink() {
        SomeCall call = READ.with(API_KEY, "k1").from(PLACES[0], PROGRAMS[0]);
        for (int i = 0; i < 9; i++) {
            who.see(call);
        }

        assertThat(who.see(call.answered(401)).links()).isEmpty();
        assertThat(who.see(call).links()).extracting(Link::credentialClass).containsExactly(SERVICE);
    }

    private void use(int calls, String device, String ip) {
        for (int i = 0; i < calls; i++) {
            conduct.take(READ.from(ip, device).call(), null);
            conduct = Saved.reloaded(conduct, new Conduct());
        }
    }

    private static Call at(int hour, String device) {
        return READ.from(PLACES[0], device).after(Duration.ofHours(hour)).call();
    }
}
