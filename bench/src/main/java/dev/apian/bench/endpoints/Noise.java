// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.bench.endpoints.Exchange.Sender;
import dev.apian.bench.endpoints.Vocabulary.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Calls of scanners: probes for what is known to leak, real paths with a twist, and words.
final class Noise {

    private static final List<String> PROBES = List.of(
            "/wp-login.php",
            "/wp-admin/setup-config.php",
            "/.env",
            "/.env.local",
            "/.git/config",
            "/.git/HEAD",
            "/.aws/credentials",
            "/admin/",
            "/admin/login",
            "/admin/config.php",
            "/administrator/index.php",
            "/phpmyadmin/index.php",
            "/pma/",
            "/actuator/env",
            "/actuator/health",
            "/actuator/heapdump",
            "/server-status",
            "/xmlrpc.php",
            "/cgi-bin/test.cgi",
            "/api/v1/..%2f..%2fetc/passwd",
            "/static/..%2f..%2f..%2fetc%2fpasswd",
            "/..%2f..%2fwindows/win.ini",
            "/backup.zip",
            "/db.sql",
            "/config.json",
            "/swagger.json",
            "/v2/api-docs",
            "/console/",
            "/solr/admin/info/system",
            "/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php",
            "/boaform/admin/formLogin",
            "/robots.txt",
            "/favicon.ico",
            "/login.action",
            "/owa/auth/logon.aspx");
    private static final List<String> SUFFIXES = List.of(".bak", ".old", "~", ".php", ".zip", ".swp");
    private static final String PAGE = "<html><body><h1>Welcome</h1></body></html>";
    private static final String NO_PAGE = "<html><body><h1>Not found</h1></body></html>";
    private static final int SCANNERS_MIN = 3;
    private static final int SCANNERS_MAX = 6;

    private final List<Sender> scanners = new ArrayList<>();
    private final Supplier<Exchange> real;
    private final RandomGenerator chance;

    /// @param real makes calls whose paths may be twisted
    Noise(Supplier<Exchange> real, RandomGenerator chance) {
        this.real = real;
        this.chance = chance;
        int count = SCANNERS_MIN + chance.nextInt(SCANNERS_MAX - SCANNERS_MIN + 1);
        for (int i = 0; i < count; i++) {
            String address = "198.19." + chance.nextInt(256) + "." + chance.nextInt(256);
            scanners.add(new Sender(address, "", i % 2 == 0 ? "Mozilla/5.0 zgrab/0.x" : "python-requests/2.31.0"));
        }
    }

    Exchange next() {
        int kind = chance.nextInt(3);
        Exchange near = kind == 1 ? real.get() : null;
        String path =
                near != null ? twist(near.path()) : kind == 0 ? PROBES.get(chance.nextInt(PROBES.size())) : words();
        int status = status();
        String body = status == 200 ? PAGE : status == 404 ? NO_PAGE : "";
        Sender sender = scanners.get(chance.nextInt(scanners.size()));
        return new Exchange(sender, near == null ? "GET" : near.method(), path, status, "", body);
    }

    private int status() {
        int drawn = chance.nextInt(100);
        if (drawn < 80) {
            return 404;
        }
        if (drawn < 88) {
            return 403;
        }
        if (drawn < 93) {
            return 401;
        }
        if (drawn < 96) {
            return 400;
        }
        return drawn < 98 ? 301 : drawn < 99 ? 302 : 200;
    }

    /// A path that is nobody's, near one that there is.
    private String twist(String path) {
        int slash = path.lastIndexOf('/');
        return switch (chance.nextInt(5)) {
            case 0 -> typo(path);
            case 1 -> path + SUFFIXES.get(chance.nextInt(SUFFIXES.size()));
            case 2 -> path + "/" + Vocabulary.WORDS.draw(Kind.CHOICE, chance) + "-" + chance.nextInt(100);
            case 3 -> path.substring(0, slash) + "/" + path.substring(slash);
            default -> path.toUpperCase(Locale.ROOT);
        };
    }

    /// Two neighbours in the first segment change places.
    private static String typo(String path) {
        if (path.length() < 4) {
            return path + "x";
        }
        return path.substring(0, 1) + path.charAt(2) + path.charAt(1) + path.substring(3);
    }

    private String words() {
        StringBuilder path = new StringBuilder();
        for (int left = 1 + chance.nextInt(3); left > 0; left--) {
            path.append('/').append(Vocabulary.WORDS.draw(chance.nextBoolean() ? Kind.NOUN : Kind.CHOICE, chance));
        }
        return path.toString();
    }
}
