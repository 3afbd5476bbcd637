// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.server.access.AccessSettings;
import dev.apian.server.access.OpenIdSettings;
import dev.apian.server.http.Role;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Signing in with an identity provider that speaks the real protocol, as a browser does it.
class ProviderIT {

    private static final String ISSUER = "staff";

    private final MockOAuth2Server provider = new MockOAuth2Server();
    private Running running = unset();

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        provider.start(InetAddress.getLoopbackAddress(), 0);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        OpenIdSettings staff = new OpenIdSettings(
                "Staff",
                provider.issuerUrl(ISSUER).toString(),
                "apian",
                "between us",
                "groups",
                Map.of("soc", Role.ANALYST, "soc-leads", Role.ADMIN),
                null);
        running = Running.on(
                data,
                InstantSource.system(),
                settings -> settings.withPort(port)
                        .withAccess(new AccessSettings("http://127.0.0.1:%d/".formatted(port), staff)));
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
        provider.shutdown();
    }

    @Test
    void nobodyComesInWithoutIt() throws Exception {
        assertThat(running.get("/api/v1/alerts").statusCode()).isEqualTo(401);
        assertThat(running.json("/api/v1/session").path("provider").asString()).isEqualTo("Staff");
    }

    @Test
    void whoIsInAGroupHasItsRole() throws Exception {
        vouchFor("s-1", "olga", List.of("everybody", "soc"));
        HttpResponse<String> in = comeBack(start("/alerts?sort=newest"));
        assertThat(location(in)).isEqualTo("/alerts?sort=newest");
        JsonNode session = session(in);
        assertThat(session.at("/user/name").asString()).isEqualTo("olga");
        assertThat(session.at("/user/role").asString()).isEqualTo("analyst");
    }

    @Test
    void theRoleIsThatOfTheLastSignIn() throws Exception {
        vouchFor("s-1", "olga", List.of("soc", "soc-leads"));
        assertThat(session(comeBack(start("/"))).at("/user/role").asString()).isEqualTo("admin");
        vouchFor("s-1", "olga.married", List.of("soc"));
        JsonNode later = session(comeBack(start("/")));
        assertThat(later.at("/user/role").asString()).isEqualTo("analyst");
        assertThat(later.at("/user/name").asString()).as("the same person").isEqualTo("olga");
    }

    @Test
    void whoIsInNoGroupStaysOutside() throws Exception {
        vouchFor("s-2", "guest", List.of("everybody"));
        HttpResponse<String> refused = comeBack(start("/"));
        assertThat(location(refused)).isEqualTo("/sign-in?refused=role");
        assertThat(refused.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.startsWith("apian_session"));
    }

    @Test
    void aNameOfSomebodyElseIsNotTaken() throws Exception {
        vouchFor("s-1", "olga", List.of("soc-leads"));
        comeBack(start("/"));
        vouchFor("s-9", "olga", List.of("soc-leads"));
        assertThat(location(comeBack(start("/")))).isEqualTo("/sign-in?refused=name");
    }

    @Test
    void anErrandOfAnotherBrowserIsRefused() throws Exception {
        vouchFor("s-1", "olga", List.of("soc"));
        HttpResponse<String> mine = start("/");
        HttpResponse<String> answer = follow(location(atProvider(mine)), cookie(start("/"), "apian_errand"));
        assertThat(location(answer)).isEqualTo("/sign-in?refused=stale");
        HttpResponse<String> made = follow(
                running.server.url() + "api/v1/session/provider/back?code=x&state=made-up",
                cookie(mine, "apian_errand"));
        assertThat(location(made)).isEqualTo("/sign-in?refused=stale");
    }

    @Test
    void aCodeThatTheProviderDoesNotKnowIsRefused() throws Exception {
        HttpResponse<String> mine = start("/");
        String back = location(atProvider(mine)).replaceAll("code=[^&]*", "code=stolen");
        assertThat(location(follow(back, cookie(mine, "apian_errand")))).isEqualTo("/sign-in?refused=provider");
    }

    @Test
    void aLinkCannotSendPeopleElsewhere() throws Exception {
        for (String elsewhere : List.of("https://evil.example/", "//evil.example/", "/\\evil.example")) {
            vouchFor("s-1", "olga", List.of("soc"));
            assertThat(location(comeBack(start(elsewhere)))).as(elsewhere).isEqualTo("/");
        }
    }

    @Test
    void settingsThatWouldLetNobodyInAreRefused() {
        assertThatThrownBy(() -> new OpenIdSettings("S", "http://x", "a", "b", "groups", Map.of(), null))
                .hasMessageContaining("groups");
        OpenIdSettings all = new OpenIdSettings("S", "http://x", "a", "b", "groups", Map.of(), Role.VIEWER);
        assertThatThrownBy(() -> new AccessSettings(null, all)).hasMessageContaining("--public-url");
    }

    private void vouchFor(String subject, String name, List<String> groups) {
        provider.enqueueCallback(new DefaultOAuth2TokenCallback(
                ISSUER, subject, "JWT", List.of("apian"), Map.of("preferred_username", name, "groups", groups), 3600));
    }

    private HttpResponse<String> start(String to) throws Exception {
        return follow(
                running.server.url() + "api/v1/session/provider?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8),
                "");
    }

    private HttpResponse<String> atProvider(HttpResponse<String> start) throws Exception {
        return follow(location(start), "");
    }

    private HttpResponse<String> comeBack(HttpResponse<String> start) throws Exception {
        return follow(location(atProvider(start)), cookie(start, "apian_errand"));
    }

    private JsonNode session(HttpResponse<String> in) throws Exception {
        return Running.JSON.readTree(follow(running.server.url() + "api/v1/session", cookie(in, "apian_session"))
                .body());
    }

    /// Goes somewhere, but not where that sends it.
    private HttpResponse<String> follow(String url, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).GET();
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return running.send(request.build());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElseThrow()
                .replaceAll(";.*", "");
    }

    @SuppressWarnings("NullAway") // set before every test
    private static Running unset() {
        return null;
    }
}
