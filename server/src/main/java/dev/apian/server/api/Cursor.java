// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a page begins: the sort key of the last item before it, or how many items came before it. Holds for
/// the filters it was made for, which it remembers as a hash.
///
/// @param filters hash of everything asked for besides the page
/// @param after   the key, empty for the first page
record Cursor(int filters, List<String> after) {

    private static final String SEPARATOR = "\n";

    static Cursor of(Parameters asked, List<? extends @Nullable Object> filters) {
        int hash = filters.hashCode();
        String text = asked.text("cursor");
        if (text == null) {
            return new Cursor(hash, List.of());
        }
        try {
            List<String> parts = List.of(new String(Base64.getUrlDecoder().decode(text), UTF_8).split(SEPARATOR, -1));
            if (parts.size() > 1 && Integer.parseInt(parts.getFirst()) == hash) {
                return new Cursor(hash, parts.subList(1, parts.size()));
            }
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
        throw wrong();
    }

    boolean isFirstPage() {
        return after.isEmpty();
    }

    /// Items before this page, for lists that are paged by counting.
    int offset() {
        try {
            return isFirstPage() ? 0 : Math.max(0, Integer.parseInt(after.getFirst()));
        } catch (NumberFormatException e) {
            throw wrong();
        }
    }

    /// The cursor of the page that begins after these keys.
    String next(Object... keys) {
        StringBuilder text = new StringBuilder().append(filters);
        for (Object key : keys) {
            text.append(SEPARATOR).append(key);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(UTF_8));
    }

    static Problem wrong() {
        return Problem.badParameter("cursor is not one of this list with these filters; leave it out to start again");
    }
}
