// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An address to which new alerts are told.
///
/// @param name       what it is for
/// @param format     in which messages are written, a word of the server's
/// @param least      the least severity that is told, a word of the server's
/// @param which      alerts are told, a word of the server's
/// @param offBecause why the server turned it off, null if a person did or if it is on
/// @param secret     that messages are signed with; unlike a token's it must be kept, since it is used
public record Webhook(
        String id,
        String name,
        String url,
        String format,
        String least,
        String which,
        boolean on,
        @Nullable String offBecause,
        String secret,
        String author,
        Instant created) {}
