// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.engine.source.WebServer.Exchange;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.ReaderSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What real web servers log of odd requests is read as what was sent and what came back.
class WebServersIT {

    private static final String LONG = "/v1/" + "a-long-segment/".repeat(200);

    private static final List<String> PATHS = List.of(
            "/v1",
            "/missing",
            "/v1/orders/1001",
            "/v1/quote\"inside",
            "/v1/back\\slash",
            "/v1/caf%C3%A9/%22x%22",
            "/v1/ünï",
            "/v1/semi;colon=1,2'3",
            LONG);

    @TempDir
    Path folder;

    private final Rejects rejects = new Rejects(new HashMap<>());

    @Test
    void nginxInItsCombinedForm() throws Exception {
        List<Exchange> sent = exchange(WebServer.nginx(folder));

        assertRead(sent, Format.COMBINED, "combined.log");
    }

    @Test
    void nginxAsJson() throws Exception {
        List<Exchange> sent = exchange(WebServer.nginx(folder));

        List<Call> calls = assertRead(sent, Format.NGINX_JSON, "json.log");
        assertThat(calls).allSatisfy(call -> assertThat(call.host()).isEqualTo("api.shop.example"));
    }

    @Test
    void apacheInItsCombinedFormWithTheTimeItTook() throws Exception {
        List<Exchange> sent = exchange(WebServer.apache(folder));

        List<Call> calls = assertRead(sent, Format.COMBINED, "combined.log");
        assertThat(calls).allSatisfy(call -> assertThat(call.durationMicros()).isNotNegative());
    }

    private static List<Exchange> exchange(WebServer server) throws IOException {
        List<Exchange> sent = new ArrayList<>();
        try (server) {
            for (String path : PATHS) {
                sent.add(server.send("GET", path));
            }
            sent.add(server.send("DELETE", "/v1/orders/7"));
            server.answer("BROKEN\r\n\r\n".getBytes(UTF_8));
        }
        return sent;
    }

    /// Every request is one call, and the broken one is one reject; told by content and by name.
    private List<Call> assertRead(List<Exchange> sent, Format format, String log) throws IOException {
        List<Call> calls = read(format, log);
        assertThat(calls)
                .map(call -> new Exchange(
                        call.method(), call.path(), call.status(), (int) Math.max(0, call.responseBytes())))
                .containsExactlyElementsOf(sent);
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.userAgent()).isEqualTo("curl/8 \"quoted\" \\ ünï");
            assertThat(call.origin().ip()).isEqualTo("127.0.0.1");
        });
        assertThat(rejects.total()).isEqualTo(1);
        assertThat(read(Format.AUTO, log)).isEqualTo(calls);
        return calls;
    }

    private List<Call> read(Format format, String log) throws IOException {
        ReaderSettings reader = ReaderSettings.of(new byte[16], Long.MAX_VALUE);
        Inputs.Settings settings = new Inputs.Settings(format, false, 1, reader);
        List<Call> calls = new ArrayList<>();
        try (Inputs inputs = new Inputs(
                List.of(folder.resolve(log)),
                InputStream.nullInputStream(),
                new byte[16],
                new HashMap<>(),
                settings,
                rejects,
                () -> false)) {
            for (Call call = inputs.next(); call != null; call = inputs.next()) {
                calls.add(call);
            }
        }
        return calls;
    }
}
