// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the native record: one JSON object a line, named after OpenTelemetry's HTTP conventions and ECS,
/// keys flat and dotted or nested.
public final class NativeReader implements CallReader {

    /// The names of a native record, flat, without those that only their form tells.
    static final Map<String, Fact> FACTS = facts();

    static final FieldNames NAMES = FieldNames.of(FACTS, "http.request.header");

    private final JsonReader reader;

    public NativeReader(ReaderSettings settings) {
        reader = new JsonReader(NAMES, settings);
    }

    @Override
    public Outcome read(byte[] bytes, int from, int to) {
        return reader.read(bytes, from, to);
    }

    private static Map<String, Fact> facts() {
        Map<String, Fact> names = new LinkedHashMap<>();
        names.put("timestamp", Fact.TIMESTAMP);
        names.put("@timestamp", Fact.AT_TIMESTAMP);
        names.put("time", Fact.TIME);
        names.put("http.request.method", Fact.METHOD);
        names.put("url.path", Fact.PATH);
        names.put("url.full", Fact.FULL_URL);
        names.put("url.query", Fact.QUERY);
        names.put("http.response.status_code", Fact.STATUS);
        names.put("event.id", Fact.EVENT_ID);
        names.put("server.address", Fact.HOST);
        names.put("client.address", Fact.CLIENT_ADDRESS);
        names.put("network.peer.address", Fact.PEER_ADDRESS);
        names.put("user_agent.original", Fact.USER_AGENT);
        names.put("http.request.body.content", Fact.REQUEST_BODY);
        names.put("http.response.body.content", Fact.RESPONSE_BODY);
        names.put("http.request.body.size", Fact.REQUEST_SIZE);
        names.put("http.response.body.size", Fact.RESPONSE_SIZE);
        names.put("http.server.request.duration", Fact.SECONDS);
        names.put("http.route", Fact.ROUTE);
        names.put("user.id", Fact.USER_ID);
        names.put("user.roles", Fact.ROLES);
        names.put("session.id", Fact.SESSION_ID);
        names.put("client.id", Fact.CLIENT_ID);
        names.put("organization.id", Fact.ORGANIZATION);
        names.put("tls.client.subject", Fact.TLS_SUBJECT);
        names.put("client.geo.country_iso_code", Fact.COUNTRY);
        names.put("client.geo.location.lat", Fact.LATITUDE);
        names.put("client.geo.location.lon", Fact.LONGITUDE);
        names.put("client.geo.location", Fact.LOCATION);
        names.put("client.as.number", Fact.AS_NUMBER);
        names.put("client.as.organization.name", Fact.AS_NAME);
        HeaderNames.REQUEST.forEach((header, fact) -> {
            names.put("http.request.header." + header, fact);
            names.put("http.request.header." + header.replace('-', '_'), fact);
        });
        names.put("http.response.header.set-cookie", Fact.SET_COOKIE);
        names.put("http.response.header.set_cookie", Fact.SET_COOKIE);
        return Collections.unmodifiableMap(names);
    }
}
