// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Who gets in, and with which headers they leave.
@TestInstance(Lifecycle.PER_CLASS)
class DoorTest {

    private Running running = unset();

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        running = Running.on(data, InstantSource.system(), settings -> settings.withHostNames(Set.of("apian.example")));
    }

    @AfterAll
    void stop() throws IOException {
        running.close();
    }

    @Test
    void aNameOfSomebodyElseIsRefused() throws Exception {
        assertThat(rawGet("evil.example:" + running.server.port()))
                .startsWith("HTTP/1.1 403")
                .contains("problem+json");
        assertThat(rawGet("127.0.0.1.evil.example")).startsWith("HTTP/1.1 403");
        assertThat(rawGet("")).startsWith("HTTP/1.1 4");
    }

    @Test
    void ourNamesAndAddressesAreServed() throws Exception {
        for (String host : new String[] {"localhost", "127.0.0.1", "[::1]", "apian.example", "LOCALHOST"}) {
            assertThat(rawGet(host + ":" + running.server.port())).as(host).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aPageOfAnotherSiteCannotPush() throws Exception {
        for (String origin : new String[] {"http://evil.example", "null", "http://127.0.0.1:1"}) {
            HttpResponse<String> answer = running.send(running.to("/v1/calls")
                    .header("Origin", origin)
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofString("{}"))
                    .build());
            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
        }
        HttpResponse<String> crossSite = running.send(running.to("/v1/calls")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString(""))
                .build());
        assertThat(crossSite.statusCode()).isEqualTo(403);
    }

    @Test
    void theConsoleItselfMayChangeThings() throws Exception {
        HttpResponse<String> answer = running.send(running.to("/v1/calls")
                .header("Origin", "http://127.0.0.1:" + running.server.port())
                .POST(BodyPublishers.ofString(""))
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void everyAnswerTellsTheBrowserToBeCareful() throws Exception {
        for (String path : new String[] {"/", "/api/v1/overview", "/api/v1/nothing", "/healthz"}) {
            HttpResponse<String> answer = running.get(path);
            assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
            assertThat(answer.headers().firstValue("server")).isEmpty();
        }
    }

    @Test
    void aViewOfTheConsoleIsItsPageAndAMissingFileIsNone() throws Exception {
        assertThat(running.get("/alerts/a-1")
                        .headers()
                        .firstValue("content-type")
                        .orElse(""))
                .startsWith("text/html");
        assertThat(running.get("/assets/old.js").statusCode()).isEqualTo(404);
        assertThat(running.get("/..%2fapian.key").body()).doesNotContain("key");
        assertThat(running.get("/openapi.yaml").body()).startsWith("openapi: 3.1.0");
        assertThat(running.get("/healthz").body()).isEqualTo("{\"status\":\"ok\",\"reason\":null}");
    }

    @Test
    void answersAreCompressedForWhoeverWantsIt() throws Exception {
        HttpResponse<String> answer = running.send(running.to("/openapi.yaml")
                .header("Accept-Encoding", "gzip")
                .GET()
                .build());
        assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
    }

    @Test
    void whereOthersCanReachItTheServerDoesNotListenUnlessToldSo() {
        ServerSettings usual = ServerSettings.of(Path.of("unused"));
        assertThatThrownBy(() -> usual.withListen("0.0.0.0", 0, false)).hasMessageContaining("--insecure-listen");
        assertThat(usual.withListen("0.0.0.0", 0, true).host()).isEqualTo("0.0.0.0");
    }

    @Test
    void aSecondServerOnTheSamePortOrDirectorySaysWhatIsWrong(@TempDir Path other) {
        assertThatThrownBy(() -> Running.on(
                                other, InstantSource.system(), settings -> settings.withPort(running.server.port()))
                        .close())
                .hasMessageContaining("--listen");
    }

    /// A request with any Host; Java's client sends the right one only.
    private String rawGet(String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.server.port())) {
            String request = "GET /healthz HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[8_192];
            int length = socket.getInputStream().read(answer); // the head of it comes in one piece
            return new String(answer, 0, length, StandardCharsets.US_ASCII);
        }
    }

    @SuppressWarnings("NullAway") // set before every test
    private static Running unset() {
        return null;
    }
}
