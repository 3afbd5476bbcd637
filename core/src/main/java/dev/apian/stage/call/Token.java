// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a JWT (RFC 7519) says of its holder. Its signature is not checked: that is the gateway's work, and a
/// forged token shows in the response.
///
/// @param print   fingerprint of the whole token
/// @param access  the token itself, with its expiry
/// @param subject issuer and subject, null if it names none
/// @param client  the application it was given to
record Token(
        long print,
        Facet access,
        @Nullable Facet subject,
        @Nullable Facet client,
        List<String> roles,
        @Nullable String organization) {

    /// Larger payloads are not read.
    static final int PAYLOAD_BYTES_MAX = 16 << 10;

    /// Longer claims are cut.
    static final int CLAIM_BYTES_MAX = 256;

    private static final Remembered<Claim> CLAIMS = new Remembered<>(256, Claim::of);

    private enum Claim {
        /// What encloses the claims of the token itself.
        TOP,
        ISSUER,
        SUBJECT,
        CLIENT,
        EXPIRY,
        ROLES,
        ORGANIZATION,
        OTHER;

        static Claim of(Text key) {
            // Issuers put their own claims under a URL: https://shop.example/roles
            Text name = key.sub(key.lastIndexOf('/') + 1);
            return switch (name.string()) {
                case "iss" -> ISSUER;
                case "sub" -> SUBJECT;
                case "azp", "client_id", "appid", "cid", "clientId" -> CLIENT;
                case "exp" -> EXPIRY;
                case "roles", "role", "groups", "scope", "scp", "permissions", "authorities", "cognito:groups" -> ROLES;
                case "org",
                        "org_id",
                        "orgId",
                        "organization",
                        "organization_id",
                        "tenant",
                        "tenant_id",
                        "tenantId",
                        "tid" -> ORGANIZATION;
                default -> OTHER;
            };
        }
    }

    /// Reads the claims. A token whose payload is unreadable is still a token, of nobody.
    static Token read(Text jwt, long print, int rolesMax) {
        Reading reading = new Reading(rolesMax);
        byte[] payload = payload(jwt);
        if (payload != null) {
            JsonWalk.over(new Text(payload, 0, payload.length), Claim.TOP, reading);
        }
        Facet access = new Facet(Facet.Kind.ACCESS_TOKEN, Fingerprints.hex(print), reading.expires);
        return new Token(
                print, access, reading.subject(), reading.client(), List.copyOf(reading.roles), reading.organization);
    }

    private static byte @Nullable [] payload(Text jwt) {
        int first = jwt.indexOf('.');
        int second = first < 0 ? -1 : jwt.indexOf('.', first + 1);
        if (second < 0 || second - first > PAYLOAD_BYTES_MAX) {
            return null;
        }
        Text part = jwt.sub(first + 1, second);
        try {
            return Base64.getUrlDecoder().decode(part.copy());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static final class Reading implements JsonWalk.Visitor<Claim> {
        private final int rolesMax;
        private final List<String> roles = new ArrayList<>(0);
        private @Nullable String issuer;
        private @Nullable String subject;
        private @Nullable String client;
        private @Nullable String organization;
        private long expires;

        Reading(int rolesMax) {
            this.rolesMax = rolesMax;
        }

        @Override
        public Claim key(Claim owner, byte[] bytes, int from, int to) {
            return CLAIMS.of(bytes, from, to);
        }

        @Override
        public Claim inside(Claim claim, boolean isArray) {
            return claim;
        }

        @Override
        public boolean meets(Claim claim, Body.Type type, byte[] bytes, int from, int to, boolean escaped) {
            return claim != Claim.OTHER;
        }

        @Override
        public void scalar(Claim claim, Claim owner, Text value, boolean quoted) {
            if (value.isEmpty() || (owner != Claim.TOP && claim != Claim.ROLES)) {
                return;
            }
            switch (claim) {
                case ISSUER -> issuer = issuer == null ? claim(value) : issuer;
                case SUBJECT -> subject = subject == null ? claim(value) : subject;
                case CLIENT -> client = client == null ? claim(value) : client;
                case ORGANIZATION -> organization = organization == null ? claim(value) : organization;
                case EXPIRY -> expires = Math.max(0, Timestamps.epoch(value));
                case ROLES -> Roles.add(value, roles, rolesMax);
                case TOP, OTHER -> {}
            }
        }

        private static String claim(Text value) {
            return value.head(CLAIM_BYTES_MAX).string();
        }

        @Nullable
        Facet subject() {
            return subject == null
                    ? null
                    : new Facet(Facet.Kind.SUBJECT, (issuer == null ? "" : issuer) + "#" + subject);
        }

        @Nullable
        Facet client() {
            return client == null ? null : new Facet(Facet.Kind.CLIENT_ID, client);
        }
    }
}
