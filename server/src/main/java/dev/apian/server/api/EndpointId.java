// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An endpoint's id in the API: its name and host, written so that it fits into an address.
///
/// @param endpoint as in the column `endpoint`
/// @param host     null where records name none
record EndpointId(String endpoint, @Nullable String host) {

    /// The same as SQL.
    ///
    /// @param table with columns `endpoint` and `host`
    static String sql(String table) {
        String text = "%1$s.endpoint || coalesce(chr(10) || %1$s.host, '')".formatted(table);
        return "rtrim(translate(to_base64(encode(" + text + ")), '+/', '-_'), '=')";
    }

    static Optional<EndpointId> of(String id) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(id), UTF_8);
            int newline = text.indexOf('\n');
            return Optional.of(
                    newline < 0
                            ? new EndpointId(text, null)
                            : new EndpointId(text.substring(0, newline), text.substring(newline + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The id itself.
    String text() {
        String text = host == null ? endpoint : endpoint + "\n" + host;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /// The name without its method.
    String path() {
        return endpoint.substring(endpoint.indexOf(' ') + 1);
    }

    /// Keeps the rows of this endpoint.
    Sql filter(Sql sql, String table) {
        sql.where(table + ".endpoint = ?", endpoint);
        return host == null ? sql.where(table + ".host IS NULL") : sql.where(table + ".host = ?", host);
    }
}
