// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names under which typed records tell of a call: those of the native record; beside them the names that
/// OpenTelemetry had before its HTTP conventions became stable (version 1.23), and those that Envoy traces with.
final class TypedNames {

    static final String REQUEST_HEADER = "http.request.header.";

    private static final Map<String, Fact> FACTS = facts();

    private TypedNames() {}

    static @Nullable Fact factOf(String name) {
        Fact fact = FACTS.get(name);
        return fact == null && name.startsWith(REQUEST_HEADER) ? otherHeader(name) : fact;
    }

    /// A request header that is a credential by its name. Older writers put `_` for `-`.
    private static @Nullable Fact otherHeader(String name) {
        Text header = Text.of(name.substring(REQUEST_HEADER.length()).replace('_', '-'));
        if (HeaderNames.isApiKey(header)) {
            return Fact.API_KEY;
        }
        return HeaderNames.isToken(header) ? Fact.ACCESS_TOKEN : null;
    }

    private static Map<String, Fact> facts() {
        Map<String, Fact> names = new HashMap<>(NativeReader.FACTS);
        names.put("service.name", Fact.SERVICE);
        names.put("http.method", Fact.METHOD);
        names.put("http.request.method_original", Fact.METHOD);
        names.put("http.target", Fact.PATH);
        names.put("http.url", Fact.FULL_URL);
        names.put("http.status_code", Fact.STATUS);
        names.put("http.host", Fact.HOST_HEADER);
        names.put("net.host.name", Fact.HOST);
        names.put("http.client_ip", Fact.CLIENT_ADDRESS);
        names.put("net.sock.peer.addr", Fact.PEER_ADDRESS);
        names.put("net.peer.ip", Fact.PEER_ADDRESS);
        names.put("peer.address", Fact.PEER_ADDRESS);
        names.put("http.user_agent", Fact.USER_AGENT);
        names.put("user_agent", Fact.USER_AGENT);
        names.put("http.request_content_length", Fact.REQUEST_SIZE);
        names.put("request_size", Fact.REQUEST_SIZE);
        names.put("http.response_content_length", Fact.RESPONSE_SIZE);
        names.put("response_size", Fact.RESPONSE_SIZE);
        names.put("enduser.id", Fact.USER_ID);
        names.put("enduser.role", Fact.ROLES);
        return Map.copyOf(names);
    }
}
