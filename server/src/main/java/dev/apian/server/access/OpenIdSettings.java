// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.access;

import dev.apian.server.http.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A provider of OpenID Connect.
///
/// @param name       what its button says
/// @param issuer     its address, below which `/.well-known/openid-configuration` is
/// @param clientId   what Apian is called there
/// @param secret     that Apian shows it
/// @param roleClaim  the claim whose values say what somebody may do
/// @param roles      the role of each value
/// @param roleIfNone of those without such a value; null if they may not come in
public record OpenIdSettings(
        String name,
        String issuer,
        String clientId,
        String secret,
        String roleClaim,
        Map<String, Role> roles,
        @Nullable Role roleIfNone) {

    public OpenIdSettings {
        roles = Map.copyOf(roles);
        if (roles.containsValue(Role.INGEST) || roleIfNone == Role.INGEST) {
            throw new IllegalArgumentException("no person sends calls in; the roles are viewer, analyst and admin");
        }
        if (roles.isEmpty() && roleIfNone == null) {
            throw new IllegalArgumentException(
                    "nobody could come in: say which value of the claim %s is which role".formatted(roleClaim));
        }
    }

    /// The highest that a person's values give, null if none.
    @Nullable
    Role roleOf(List<String> values) {
        Role highest = roleIfNone;
        for (String value : values) {
            Role role = roles.get(value);
            if (role != null && (highest == null || role.compareTo(highest) > 0)) {
                highest = role;
            }
        }
        return highest;
    }
}
