// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import org.jspecify.annotations.Nullable;

/// `GET /a?b=c HTTP/1.1` taken apart. Both parts are null when the line is `-` or something that is no HTTP
/// at all.
record RequestLine(@Nullable Text method, @Nullable Text target) {

    private static final RequestLine NONE = new RequestLine(null, null);

    static RequestLine of(@Nullable Text raw) {
        if (raw == null) {
            return NONE;
        }
        Text line = raw.trim();
        int blank = line.indexOf(' ');
        if (blank <= 0) {
            return line.length() < 2 ? NONE : new RequestLine(line, null);
        }
        Text rest = line.sub(blank + 1).trim();
        int last = rest.lastIndexOf(' ');
        boolean protocol = last >= 0 && rest.hasAt(last + 1, "HTTP/");
        Text target = protocol ? rest.sub(0, last).trim() : rest;
        return new RequestLine(line.sub(0, blank), target.isEmpty() ? null : target);
    }
}
