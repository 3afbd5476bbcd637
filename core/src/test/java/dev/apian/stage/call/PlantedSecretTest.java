// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static dev.apian.stage.call.Reading.SETTINGS;
import static dev.apian.stage.call.Reading.quote;
import static dev.apian.stage.call.Reading.record;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.Outcome.Rejected;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plants a secret in every place a record can hold one and looks for it in everything that comes out.
class PlantedSecretTest {

    private static final String SECRET = "Zq7Kx9Vw3Lp5Rt8Yb2Nm";
    private static final String BASIC = Base64.getEncoder().encodeToString(("bob:" + SECRET).getBytes(UTF_8));
    private static final String JWT = Reading.jwt("{\"iss\":\"i\",\"sub\":\"u\",\"jti\":\"" + SECRET + "\"}")
            .replace("c2ln", SECRET);

    static List<String> records() {
        return List.of(
                header("authorization", "Bearer " + SECRET),
                header("authorization", "Basic " + BASIC),
                header("authorization", SECRET),
                header("authorization", "Bearer " + JWT),
                header("authorization", "Foo " + SECRET),
                header("authorization", "Digest username=\"bob\", response=\"" + SECRET + "\""),
                header("proxy-authorization", "Basic " + BASIC),
                header("cookie", "sid=" + SECRET),
                header("cookie", "anything=" + SECRET + "; jwt=" + JWT),
                header("x-api-key", SECRET),
                header("x-custom-secret", SECRET),
                header("referer", "https://x.example/?token=" + SECRET),
                record("\"http.response.header.set-cookie\":[\"a=b\",\"sid=" + SECRET + "; HttpOnly\"]"),
                record("\"http.response.header.location\":\"/cb?code=" + SECRET + "\""),
                record("\"url.query\":\"api_key=" + SECRET + "\""),
                record("\"url.query\":\"access_token=" + SECRET + "&key=" + SECRET + "&code=" + SECRET + "\""),
                record("\"url.query\":\"X-Amz-Signature=" + SECRET + "&sig=" + SECRET + "&pass%77ord=" + SECRET + "\""),
                path("/reset-password/" + SECRET),
                path("/v1/magic-link/" + SECRET + "/open"),
                path("/v1/token/" + SECRET + "?x=1"),
                path("/cb/" + JWT),
                path("/app;jsessionid=" + SECRET),
                path("https://bob:" + SECRET + "@h.example/x"),
                record("\"http.request.body.content\":"
                        + quote("{\"username\":\"bob\",\"password\":\"" + SECRET + "\"}")),
                record("\"http.request.body.content\":"
                        + quote("{\"card\":{\"number\":\"" + SECRET + "\",\"cvv\":\"" + SECRET + "\"},\"pin\":\""
                                + SECRET + "\"}")),
                record("\"http.request.body.content\":"
                        + quote("{\"otp\":\"" + SECRET + "\",\"client_secret\":\"" + SECRET + "\",\"code\":\"" + JWT
                                + "\"}")),
                record("\"http.request.body.content\":{\"password\":\"" + SECRET + "\",\"session\":{\"id\":\"" + SECRET
                        + "\"}}"),
                record("\"http.request.body.content\":\"user=bob&password=" + SECRET + "&refresh_token=" + SECRET
                        + "\""),
                record("\"http.request.body.content\":"
                        + quote("{\"query\":\"mutation { login }\",\"variables\":{\"input\":{\"password\":\"" + SECRET
                                + "\"}}}")),
                record("\"http.response.body.content\":"
                        + quote("{\"access_token\":\"" + SECRET + "\",\"id_token\":\"" + JWT + "\",\"apiKey\":\""
                                + SECRET + "\"}")),
                record("\"http.response.body.content\":"
                        + quote("{\"data\":{\"token\":{\"id\":\"" + SECRET + "\"},\"secret\":\"" + SECRET
                                + "\",\"id\":\"" + JWT + "\"}}")),
                body("{\"" + SECRET + "\":{\"" + JWT + "\":{\"id\":1}},\"ids\":{\"" + SECRET + "\":\"" + SECRET
                        + "\"}}"),
                body("{\"query\":\"query " + SECRET + " { " + SECRET + " }\",\"operationName\":\"" + SECRET + "\"}"),
                body("{\"query\":\"{ " + SECRET + "(token: \\\"" + SECRET + "\\\") { id } }\"}"),
                body("{\"jsonrpc\":\"2.0\",\"method\":\"" + SECRET + "\"}"),
                body("<methodCall><methodName>" + SECRET + "</methodName></methodCall>"),
                body("<Envelope><Body><" + SECRET + "/></Body></Envelope>"),
                body("action=" + SECRET + "&" + SECRET + "=x&op=" + JWT),
                header("soapaction", "urn:" + SECRET),
                record("\"url.query\":\"" + SECRET + "=1&" + SECRET + "&action=" + SECRET + "&query={" + SECRET
                        + "}\""),
                record("\"url.query\":\"a=" + SECRET + "\",\"http.response.body.content\":{\"a\":\"" + SECRET + "\",\""
                        + SECRET + "\":\"orders\"}"),
                record("\"session.id\":\"" + SECRET + "\""),
                record("\"session.id\":\"" + JWT + "\""),
                record("\"user.id\":\"" + JWT + "\""),
                record("\"user_agent.original\":\"app/1 token=" + SECRET + " (" + JWT + ")\""),
                record("\"http.request.header.user-agent\":\"app api_key=" + SECRET + "\""),
                "{\"authorization\":\"Bearer " + SECRET + "\"",
                "{\"timestamp\":\"" + SECRET + "\"}",
                record("").replace("\"GET\"", "\"" + SECRET + " " + SECRET + "\""),
                record("").replace(":200", ":\"" + SECRET + "\""),
                SECRET,
                "1.2.3.4 - bob [01/Mar/2026:10:00:00 +0000] \"GET /a?token=" + SECRET + " HTTP/1.1\" 200 5 \"-\" \"key="
                        + SECRET + "\"",
                "1.2.3.4 - bob [01/Mar/2026:10:00:00 +0000] \"" + SECRET + "\" 400 5",
                "http 2026-03-01T10:00:00.1Z app/a/1 1.2.3.4:5 - -1 -1 -1 401 - 5 5 \"GET http://bob:" + SECRET
                        + "@a:80/x?token=" + SECRET + " HTTP/1.1\" \"app key=" + SECRET + "\" - - - \"" + SECRET + "\"",
                "{\"requestTimeEpoch\":1772359200100,\"httpMethod\":\"GET\",\"path\":\"/token/" + SECRET
                        + "\",\"status\":200,\"apiKey\":\"" + SECRET + "\",\"identity\":{\"accessKey\":\"" + SECRET
                        + "\"}}",
                "{\"started_at\":1772359200100,\"request\":{\"method\":\"GET\",\"uri\":\"/a?api_key=" + SECRET
                        + "\",\"headers\":{\"authorization\":\"Bearer " + SECRET + "\",\"x-acme-api-key\":\"" + SECRET
                        + "\"}},\"response\":{\"status\":200,\"headers\":{\"set-cookie\":\"sid=" + SECRET + "\"}}}",
                "{\"startedDateTime\":\"2026-03-01T10:00:00Z\",\"time\":1,\"request\":{"
                        + "\"method\":\"POST\",\"url\":\"https://a/b"
                        + "?sig=" + SECRET + "\",\"headers\":[{\"name\":\"cookie\",\"value\":\"sid=" + SECRET
                        + "\"},{\"name\":\"X-Auth-Token\",\"value\":\"" + SECRET
                        + "\"}],\"postData\":{\"mimeType\":\"a\",\"text\":"
                        + quote("{\"password\":\"" + SECRET + "\"}")
                        + "}},\"response\":{\"status\":200,\"headers\":[{\"name\":"
                        + "\"Set-Cookie\",\"value\":\"sid=" + SECRET + "\"}],\"content\":{\"text\":"
                        + quote("{\"access_token\":\"" + SECRET + "\"}") + "}}}",
                "{\"msec\":1772359200.1,\"request\":\"GET /a?api_key=" + SECRET + " HTTP/1.1\",\"status\":200,"
                        + "\"http_authorization\":\"Bearer " + SECRET + "\",\"http_cookie\":\"sid=" + SECRET + "\"}");
    }

    @ParameterizedTest
    @MethodSource("records")
    void nothingThatComesOutHoldsTheSecret(String record) throws IOException {
        for (Format format : Format.values()) {
            Outcome outcome = Reading.read(format.reader(SETTINGS), record);

            assertThat(outcome.toString()).doesNotContain(SECRET, BASIC, JWT, SECRET.substring(0, 10));
            switch (outcome) {
                case Accepted accepted ->
                    assertThat(new String(Reading.saved(accepted.call()), ISO_8859_1))
                            .doesNotContain(SECRET, BASIC);
                case Rejected rejected ->
                    assertThat(rejected.sample() + rejected.found()).doesNotContain(SECRET);
            }
        }
    }

    private static String header(String name, String value) {
        return record("\"http.request.header." + name + "\":" + quote(value));
    }

    private static String body(String body) {
        return record("\"http.request.body.content\":" + quote(body));
    }

    private static String path(String path) {
        return record("").replace("/v1/orders", path);
    }
}
