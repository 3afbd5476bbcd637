// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.LinkedHashMap;
import java.util.Map;

/// Reads what the log plugins of Kong Gateway write (`file-log`, `http-log` and the others): one JSON object a call, as
/// of `kong.log.serialize`.
///
/// The time of a call is when it began, `started_at`. A consumer is who Kong says it is: `custom_id` a user, `username`
/// a name.
public final class KongReader implements CallReader {

    private static final FieldNames NAMES = names();

    private final JsonReader reader;

    public KongReader(ReaderSettings settings) {
        reader = new JsonReader(NAMES, settings);
    }

    @Override
    public Outcome read(byte[] bytes, int from, int to) {
        return reader.read(bytes, from, to);
    }

    private static FieldNames names() {
        Map<String, Fact> names = new LinkedHashMap<>();
        names.put("started_at", Fact.TIMESTAMP);
        names.put("client_ip", Fact.CLIENT_ADDRESS);
        names.put("request.method", Fact.METHOD);
        names.put("request.uri", Fact.PATH);
        names.put("request.url", Fact.FULL_URL);
        names.put("request.size", Fact.REQUEST_SIZE);
        names.put("request.id", Fact.EVENT_ID);
        names.put("request.body", Fact.REQUEST_BODY);
        names.put("response.status", Fact.STATUS);
        names.put("response.size", Fact.RESPONSE_SIZE);
        names.put("response.body", Fact.RESPONSE_BODY);
        names.put("response.headers.set-cookie", Fact.SET_COOKIE);
        names.put("latencies.request", Fact.MILLIS);
        names.put("consumer.custom_id", Fact.USER_ID);
        names.put("consumer.username", Fact.REMOTE_USER);
        HeaderNames.REQUEST.forEach((header, fact) -> names.put("request.headers." + header, fact));
        return FieldNames.of(names, "request.headers");
    }
}
