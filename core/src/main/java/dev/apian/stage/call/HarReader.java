// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.Outcome.Reason;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the entries of HTTP archives (HAR 1.2, the W3C's draft), as browsers and proxies export them: one JSON object
/// an entry. The document around them is taken off by whoever reads files.
///
/// Bodies and credential headers are read as of any other record; a body in base64 is none. An archive does not say
/// who the client was. What was never sent over HTTP, or never answered, is no call.
public final class HarReader implements CallReader {

    private static final FieldNames NAMES = names();

    private final JsonReader reader;

    public HarReader(ReaderSettings settings) {
        reader = new JsonReader(NAMES, settings);
    }

    @Override
    public Outcome read(byte[] bytes, int from, int to) {
        HarEntry entry = new HarEntry();
        Outcome outcome = reader.read(bytes, from, to, entry::readInto);
        if (!(outcome instanceof Accepted accepted)) {
            return outcome;
        }
        if (accepted.call().status() == 0) {
            return Sample.rejected(Reason.NO_STATUS, "status 0, never answered", bytes, from, to);
        }
        return entry.isHttp() ? outcome : Sample.rejected(Reason.NO_PATH, "a url that is not HTTP", bytes, from, to);
    }

    private static FieldNames names() {
        Map<String, Fact> names = new LinkedHashMap<>();
        names.put("startedDateTime", Fact.TIMESTAMP);
        names.put("time", Fact.MILLIS);
        names.put("request.method", Fact.METHOD);
        names.put("request.url", Fact.FULL_URL);
        names.put("request.bodySize", Fact.REQUEST_SIZE);
        names.put("request.postData.mimeType", Fact.CONTENT_TYPE);
        names.put("request.postData.text", Fact.REQUEST_BODY);
        names.put("response.status", Fact.STATUS);
        names.put("response.bodySize", Fact.RESPONSE_SIZE);
        return FieldNames.of(names, "");
    }
}
