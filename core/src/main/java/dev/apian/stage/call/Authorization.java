// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.Base64;

/// Reads the `Authorization` header (RFC 9110, section 11) and its vendors' dialects.
final class Authorization {

    private Authorization() {}

    static void read(Text raw, Harvest harvest) {
        Text value = raw.trim();
        int blank = value.indexOf(' ');
        if (blank < 0) {
            if (value.is("bearer") || value.is("basic") || value.is("digest") || value.is("negotiate")) {
                return;
            }
            harvest.secret(Facet.Kind.API_KEY, value, 0, false);
            return;
        }
        Text scheme = value.sub(0, blank);
        Text rest = value.sub(blank + 1).trim();
        if (scheme.is("bearer")) {
            harvest.secret(Facet.Kind.ACCESS_TOKEN, rest, 0, false);
        } else if (scheme.is("dpop") || scheme.is("jwt") || scheme.is("oauth2")) {
            harvest.secret(Facet.Kind.ACCESS_TOKEN, rest, 0, false);
        } else if (scheme.is("basic")) {
            basic(rest, harvest);
        } else if (scheme.startsWith("aws4-")) {
            keyId(quoted(rest, "credential="), harvest);
        } else if (scheme.is("aws")) {
            keyId(until(rest, ':'), harvest);
        } else if (scheme.is("digest")) {
            harvest.presentName(Facet.Kind.USERNAME, quoted(rest, "username="));
        } else if (scheme.is("hawk")) {
            keyId(quoted(rest, "id="), harvest);
        } else if (scheme.is("oauth")) {
            harvest.secret(Facet.Kind.ACCESS_TOKEN, quoted(rest, "oauth_token="), 0, false);
        } else if (!scheme.is("negotiate") && !scheme.is("ntlm")) {
            keyId(rest, harvest);
        }
    }

    /// The user of HTTP Basic. Of the password nothing is kept, unless there is none: then the user is the key.
    private static void basic(Text encoded, Harvest harvest) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(encoded.head(4_096).copy());
        } catch (IllegalArgumentException e) {
            return;
        }
        Text pair = new Text(decoded, 0, decoded.length);
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return;
        }
        Text user = pair.sub(0, colon);
        boolean alone = colon == pair.length() - 1;
        if (Secrets.isVendorKey(user)
                || ((alone || pair.sub(colon + 1).is("x-oauth-basic")) && Secrets.isRandom(user))) {
            harvest.secret(Facet.Kind.API_KEY, user, 0, false);
        } else {
            harvest.presentName(Facet.Kind.USERNAME, user);
        }
    }

    private static void keyId(Text value, Harvest harvest) {
        Text key = until(value, '/');
        harvest.secret(Facet.Kind.API_KEY, key, 0, false);
    }

    private static Text until(Text text, char stop) {
        int at = text.indexOf(stop);
        return at < 0 ? text : text.sub(0, at);
    }

    /// The value of `name=value` or `name="value"`, empty if there is none.
    private static Text quoted(Text text, String name) {
        int at = text.find(name, 0);
        while (at > 0 && text.at(at - 1) != ' ' && text.at(at - 1) != ',') {
            at = text.find(name, at + 1);
        }
        if (at < 0) {
            return Text.EMPTY;
        }
        Text rest = text.sub(at + name.length());
        if (rest.startsWith("\"")) {
            return until(rest.sub(1), '"');
        }
        return until(rest, ',').trim();
    }
}
