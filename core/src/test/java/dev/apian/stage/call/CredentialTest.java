// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static dev.apian.stage.call.Reading.facets;
import static dev.apian.stage.call.Reading.jwt;
import static dev.apian.stage.call.Reading.quote;
import static dev.apian.stage.call.Reading.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {

    private static final String AUTHORIZATION = "\"http.request.header.authorization\":";

    @Test
    void aJwtTellsItsHolder() {
        String token = jwt(
                "{\"iss\":\"https://idp\",\"sub\":\"u1\",\"azp\":\"web\",\"exp\":1800000000,\"act\":{\"sub\":\"x\"},"
                        + "\"scope\":\"read write\",\"realm_access\":{\"roles\":[\"admin\"]},\"tenant_id\":\"acme\"}");

        Call call = with(AUTHORIZATION + quote("Bearer " + token));

        assertThat(facets(call.presented())).containsExactly("subject=https://idp#u1", "access_token", "client_id=web");
        assertThat(call.presented().get(1).expires()).isEqualTo(1_800_000_000_000_000L);
        assertThat(call.roles()).containsExactly("admin", "read", "write");
        assertThat(call.organization()).isEqualTo("acme");
    }

    @Test
    void theSameSecretHasTheSameFingerprintWhereverItStands() {
        Facet inHeader = with(AUTHORIZATION + "\"Bearer opaque-token-1\"").presented(Facet.Kind.ACCESS_TOKEN);
        Facet granted = with("\"http.response.body.content\":" + quote("{\"access_token\":\"opaque-token-1\"}"))
                .granted()
                .get(0);

        assertThat(inHeader).isEqualTo(granted);
        assertThat(Reading.SETTINGS.fingerprints().of("opaque-token-1")).isEqualTo(granted.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "***",
                "[REDACTED]",
                "Bearer ********",
                "Bearer [redacted]",
                "Bearer null",
                "Basic",
                "",
                "Bearer "
            })
    void whatAGatewayWroteOverASecretIsNobodysCredential(String value) {
        assertThat(with(AUTHORIZATION + quote(value)).presented()).isEmpty();
    }

    @Test
    void basicGivesTheUserAndNothingOfThePassword() {
        String basic = Base64.getEncoder().encodeToString("bob:hunter22".getBytes(UTF_8));
        String stripe = Base64.getEncoder().encodeToString("sk_live_0123456789abcdef:".getBytes(UTF_8));

        assertThat(facets(with(AUTHORIZATION + quote("Basic " + basic)).presented()))
                .containsExactly("username=bob");
        assertThat(facets(with(AUTHORIZATION + quote("Basic " + stripe)).presented()))
                .containsExactly("api_key");
        assertThat(with(AUTHORIZATION + "\"Basic !!!\"").presented()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260301/eu/s3/aws4_request, Signature=ab|api_key",
                "ApiKey 0123456789|api_key",
                "Token 0123456789|api_key",
                "0123456789|api_key",
                "Digest realm=\"x\", username=\"bob\", response=\"y\"|username=bob",
                "DPoP abcdefghijk|access_token"
            })
    void otherSchemesAreRead(String value, String facet) {
        assertThat(facets(with(AUTHORIZATION + quote(value)).presented())).containsExactly(facet);
    }

    @ParameterizedTest
    @CsvSource({
        "X-API-Key,api_key",
        "x_api_key,api_key",
        "apikey,api_key",
        "Ocp-Apim-Subscription-Key,api_key",
        "X-Auth-Token,access_token",
        "X-Acme-Access-Token,access_token"
    })
    void keyHeadersAreKnownByTheirNames(String header, String facet) {
        assertThat(facets(with("\"http.request.header." + header + "\":[\"0123456789\"]")
                        .presented()))
                .containsExactly(facet);
    }

    @Test
    void otherHeadersAreNotRead() {
        assertThat(with("\"http.request.header.x-csrf-token\":\"0123456789\","
                                + "\"http.request.header.x-request-id\":\"1\"")
                        .presented())
                .isEmpty();
    }

    @Test
    void cookiesOfSessionsAreFacetsAndOthersAreNot() {
        Call call = with(
                "\"http.request.header.cookie\":\"_ga=GA1.2.3; JSESSIONID=ABCDEF12; theme=dark; csrftoken=abcdef\"");

        assertThat(facets(call.presented())).containsExactly("session");
    }

    @Test
    void aCookieMayHoldAJwt() {
        Call call = with("\"http.request.header.cookie\":" + quote("app=" + jwt("{\"iss\":\"i\",\"sub\":\"u2\"}")));

        assertThat(facets(call.presented())).containsExactly("subject=i#u2", "access_token");
    }

    @Test
    void setCookieGrantsUntilItsMaxAge() {
        Call call = with("\"http.response.header.set-cookie\":[\"sid=abcdefgh; Path=/; Max-Age=60\",\"lang=de\"]");

        assertThat(facets(call.granted())).containsExactly("session");
        assertThat(call.granted().get(0).expires()).isEqualTo(call.micros() + 60_000_000L);
    }

    @Test
    void aSignOutGrantsNothing() {
        assertThat(with("\"http.response.header.set-cookie\":\"sid=; Max-Age=0\"")
                        .granted())
                .isEmpty();
        assertThat(with("\"http.response.header.set-cookie\":\"sid=abcdefgh; Max-Age=0\"")
                        .granted())
                .isEmpty();
    }

    @Test
    void aLoginNamesItsUserAndATokenResponseGrants() {
        Call call =
                with("\"http.request.body.content\":\"grant_type=password&username=bob%40x.example&password=hunter22\","
                        + "\"http.response.body.content\":"
                        + quote("{\"access_token\":\"abcdefgh12\",\"token_type\":\"bearer\",\"expires_in\":3600,"
                                + "\"refresh_token\":\"ijklmnop34\",\"session_id\":\"s1234567\"}"));

        assertThat(facets(call.presented())).containsExactly("username=bob@x.example");
        assertThat(facets(call.granted())).containsExactly("access_token", "refresh_token", "session");
        assertThat(call.granted().get(0).expires()).isEqualTo(call.micros() + 3_600_000_000L);
    }

    @Test
    void aNameWithoutAPasswordIsNoLogin() {
        Call call = with("\"http.request.body.content\":" + quote("{\"email\":\"a@x.example\",\"name\":\"A\"}"));

        assertThat(call.presented()).isEmpty();
        assertThat(Reading.fields(call)).containsExactly(".email=a@x.example");
    }

    @Test
    void aRefreshAndAClientAreSeen() {
        Call call = with("\"http.request.body.content\":"
                + "\"grant_type=refresh_token&refresh_token=ijklmnop34&client_id=app&client_secret=shhhhhhh\"");

        assertThat(facets(call.presented())).containsExactly("refresh_token", "client_id=app");
    }

    @Test
    void anApiKeyHandedOutIsGranted() {
        Call call = with("\"http.response.body.content\":"
                + quote("{\"id\":\"key-7\",\"secret\":\"0123456789abcdef\",\"apiKey\":\"fedcba9876543210\"}"));

        assertThat(facets(call.granted())).containsExactly("api_key", "api_key");
        assertThat(Reading.fields(call)).containsExactly(".id=key-7");
    }

    @Test
    void tokensOfPagesAreNoCredentials() {
        Call call = with("\"http.response.body.content\":"
                + quote("{\"nextPageToken\":\"abcdefgh12\",\"total_tokens\":15,\"csrf_token\":\"abcdefgh12\"}"));

        assertThat(call.granted()).isEmpty();
        assertThat(call.fields()).isEmpty();
    }

    @Test
    void facetsComeStrongestFirst() {
        Call call = with("\"client.id\":\"web\",\"http.request.header.x-api-key\":\"0123456789\",\"user.id\":\"bob\"");

        assertThat(call.presented()).isSortedAccordingTo((a, b) -> a.kind().compareTo(b.kind()));
    }
}
