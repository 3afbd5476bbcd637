// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// Reads `Cookie` and `Set-Cookie` (RFC 6265) for the cookies that hold a session or a token.
final class Cookies {

    /// A cookie's role by its name.
    enum Role {
        OTHER,
        SESSION,
        ACCESS_TOKEN,
        REFRESH_TOKEN;

        static Role of(Text name) {
            if (name.contains("csrf")
                    || name.contains("xsrf")
                    || name.startsWith("_ga")
                    || name.contains("analytics")) {
                return OTHER;
            }
            if (name.contains("refresh") && name.contains("token")) {
                return REFRESH_TOKEN;
            }
            if (name.contains("token") || name.contains("jwt")) {
                return ACCESS_TOKEN;
            }
            boolean session = name.contains("sess")
                    || name.is("sid")
                    || name.endsWith(".sid")
                    || name.endsWith("_sid")
                    || name.endsWith("-sid")
                    || name.contains("auth")
                    || name.contains("remember")
                    || name.startsWith(".aspnetcore")
                    || name.startsWith("wordpress_logged_in")
                    || name.contains("login_cookie")
                    || name.is("ssid")
                    || name.is("hsid");
            return session ? SESSION : OTHER;
        }
    }

    private static final Remembered<Role> ROLES = new Remembered<>(512, Role::of);

    private Cookies() {}

    /// `a=1; sid=x`
    static void presented(Text header, int cookiesMax, Harvest harvest) {
        int start = 0;
        for (int count = 0; start < header.length() && count < cookiesMax; count++) {
            int semicolon = header.indexOf(';', start);
            int end = semicolon < 0 ? header.length() : semicolon;
            read(header.sub(start, end), 0, false, harvest);
            start = end + 1;
        }
    }

    /// `sid=x; Path=/; Max-Age=3600`. An empty or expired cookie is a sign-out, not a grant.
    static void granted(Text header, long micros, Harvest harvest) {
        int semicolon = header.indexOf(';');
        Text cookie = semicolon < 0 ? header : header.sub(0, semicolon);
        long expires = 0;
        int at = semicolon < 0 ? -1 : header.find("max-age=", semicolon);
        if (at >= 0) {
            Text rest = header.sub(at + "max-age=".length());
            int stop = rest.indexOf(';');
            long seconds = Numbers.whole(stop < 0 ? rest : rest.sub(0, stop));
            if (seconds == 0) {
                return;
            }
            expires = seconds > 0 ? Expiry.after(micros, seconds) : 0;
        }
        read(cookie, expires, true, harvest);
    }

    private static void read(Text pair, long expires, boolean isGrant, Harvest harvest) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            return;
        }
        Text name = pair.sub(0, equals).trim();
        Text value = unquoted(pair.sub(equals + 1).trim());
        if (value.isEmpty() || value.is("deleted")) {
            return;
        }
        Role role = Secrets.isJwt(value) ? Role.ACCESS_TOKEN : ROLES.of(name);
        switch (role) {
            case SESSION -> harvest.secret(Facet.Kind.SESSION, value, expires, isGrant);
            case ACCESS_TOKEN -> harvest.secret(Facet.Kind.ACCESS_TOKEN, value, expires, isGrant);
            case REFRESH_TOKEN -> harvest.secret(Facet.Kind.REFRESH_TOKEN, value, expires, isGrant);
            case OTHER -> {}
        }
    }

    private static Text unquoted(Text value) {
        boolean quoted = value.length() >= 2 && value.at(0) == '"' && value.at(value.length() - 1) == '"';
        return quoted ? value.sub(1, value.length() - 1) : value;
    }
}
