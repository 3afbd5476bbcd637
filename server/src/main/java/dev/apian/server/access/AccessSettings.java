// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.access;

import org.jspecify.annotations.Nullable;

/// How people get in.
///
/// @param publicUrl where browsers find the console, with a slash at its end; null if nobody said
/// @param provider  who vouches for people besides passwords, null if nobody
public record AccessSettings(
        @Nullable String publicUrl, @Nullable OpenIdSettings provider) {

    /// Passwords only, or nobody has to sign in.
    public static final AccessSettings LOCAL = new AccessSettings(null, null);

    public AccessSettings {
        if (publicUrl != null && !publicUrl.matches("https?://[^/?#]+/")) {
            throw new IllegalArgumentException(
                    "the public address is %s, expected one such as https://apian.example.com/".formatted(publicUrl));
        }
        if (provider != null && publicUrl == null) {
            throw new IllegalArgumentException(
                    "an identity provider sends browsers back to the console: say with --public-url where it is");
        }
    }

    /// Whether cookies must travel by TLS only.
    boolean secure() {
        return publicUrl != null && publicUrl.startsWith("https:");
    }
}
