// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stage.call.Field.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one record yields beside its plain facts: facets, roles and fields. Secrets enter as text and stay as
/// prints.
final class Harvest {

    /// Longer names of people and clients are cut.
    static final int NAME_BYTES_MAX = 256;

    private static final List<Facet> NO_FACETS = List.of();

    private final Fingerprints fingerprints;
    private final Tokens tokens;
    private final Limits limits;
    private List<Facet> presented = NO_FACETS;
    private List<Facet> granted = NO_FACETS;
    private List<String> roles = List.of();
    private List<Field> fields = List.of();
    private @Nullable String organization;

    Harvest(Fingerprints fingerprints, Tokens tokens, Limits limits) {
        this.fingerprints = fingerprints;
        this.tokens = tokens;
        this.limits = limits;
    }

    void present(Facet facet) {
        presented = with(presented, facet);
    }

    void grant(Facet facet) {
        granted = with(granted, facet);
    }

    /// A name in clear. One that looks like a secret (Stripe puts the key where the user goes) becomes an API
    /// key.
    void presentName(Facet.Kind kind, Text raw) {
        Text name = raw.trim();
        if (name.isEmpty() || name.is("-")) {
            return;
        }
        if (Secrets.isJwt(name)) {
            token(name, false);
        } else if (Secrets.isVendorKey(name)) {
            secret(Facet.Kind.API_KEY, name, 0, false);
        } else {
            present(new Facet(kind, name.head(NAME_BYTES_MAX).string()));
        }
    }

    /// A secret of a kind, presented by the request or granted by the response. JWTs tell more of their holder, and a
    /// key that AWS gave for some hours is a token, whose holder is whoever was given it.
    void secret(Facet.Kind kind, Text raw, long expires, boolean isGrant) {
        Text secret = raw.trim();
        if (Secrets.isPlaceholder(secret)) {
            return;
        }
        boolean tells = kind == Facet.Kind.ACCESS_TOKEN || kind == Facet.Kind.SESSION || kind == Facet.Kind.API_KEY;
        if (tells && Secrets.isJwt(secret)) {
            token(secret, isGrant);
            return;
        }
        boolean lasts = kind != Facet.Kind.API_KEY || !Secrets.isTemporaryKey(secret);
        Facet facet = fingerprints.facet(lasts ? kind : Facet.Kind.ACCESS_TOKEN, secret, expires);
        if (isGrant) {
            grant(facet);
        } else {
            present(facet);
        }
    }

    private void token(Text jwt, boolean isGrant) {
        Token token = tokens.of(jwt);
        if (isGrant) {
            grant(token.access());
            if (token.subject() != null) {
                grant(token.subject());
            }
            return;
        }
        present(token.access());
        if (token.subject() != null) {
            present(token.subject());
        }
        if (token.client() != null) {
            present(token.client());
        }
        for (String role : token.roles()) {
            role(role);
        }
        if (organization == null) {
            organization = token.organization();
        }
    }

    private void role(String role) {
        if (roles.isEmpty()) {
            roles = new ArrayList<>(4);
        }
        if (roles.size() < limits.roles()) {
            roles.add(role);
        }
    }

    void roles(Text value) {
        if (roles.isEmpty()) {
            roles = new ArrayList<>(4);
        }
        Roles.add(value, roles, limits.roles());
    }

    void field(Place place, String owner, String name, Text value) {
        if (fields.isEmpty()) {
            fields = new ArrayList<>(4);
        }
        if (fields.size() < limits.fields()) {
            fields.add(new Field(place, owner, name, value.string()));
        }
    }

    /// Tells every access token granted without an expiry when it ends.
    void grantedTokensExpire(long micros) {
        for (int i = 0; i < granted.size(); i++) {
            Facet facet = granted.get(i);
            if (facet.kind() == Facet.Kind.ACCESS_TOKEN && facet.expires() == 0) {
                granted.set(i, new Facet(facet.kind(), facet.value(), facet.key(), micros));
            }
        }
    }

    List<Facet> presented() {
        return sorted(presented);
    }

    List<Facet> granted() {
        return sorted(granted);
    }

    List<String> roles() {
        return Roles.tidy(roles);
    }

    List<Field> fields() {
        return fields;
    }

    @Nullable
    String organization() {
        return organization;
    }

    private List<Facet> with(List<Facet> facets, Facet facet) {
        List<Facet> list = facets.isEmpty() ? new ArrayList<>(4) : facets;
        for (Facet other : list) {
            if (other.key() == facet.key() && other.kind() == facet.kind()) {
                return list;
            }
        }
        if (list.size() < limits.facets()) {
            list.add(facet);
        }
        return list;
    }

    private static List<Facet> sorted(List<Facet> facets) {
        for (int i = 1; i < facets.size(); i++) {
            if (facets.get(i - 1).kind().compareTo(facets.get(i).kind()) > 0) {
                facets.sort(Comparator.comparing(Facet::kind));
                break;
            }
        }
        return facets;
    }
}
