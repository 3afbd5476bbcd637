// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.sketch.Plural;
import dev.apian.stage.endpoint.Endpoint.Sensitivity;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the words of a path say about an endpoint: its labels, how sensitive it is, names for its variable
/// parts.
final class Words {

    private static final List<String> SELF = List.of("me", "self", "whoami", "userinfo");

    private static final int SELF_CHARS_MAX = 8;

    private static final Map<Label, List<String>> OF_LABEL = Map.ofEntries(
            Map.entry(Label.LOGIN, List.of("login", "signin", "sign-in", "authenticate", "sessions")),
            Map.entry(Label.TOKEN, List.of("token", "tokens", "refresh", "oauth", "oauth2")),
            Map.entry(Label.SELF, SELF),
            Map.entry(
                    Label.ADMIN, List.of("admin", "administration", "internal", "management", "roles", "permissions")),
            Map.entry(Label.EXPORT, List.of("export", "exports", "dump", "backup", "bulk", "download")),
            Map.entry(
                    Label.PAYMENT,
                    List.of(
                            "payment",
                            "payments",
                            "pay",
                            "payout",
                            "payouts",
                            "refund",
                            "refunds",
                            "transfer",
                            "transfers",
                            "withdraw",
                            "charge",
                            "charges")),
            Map.entry(
                    Label.SECRET,
                    List.of(
                            "password",
                            "passwords",
                            "secret",
                            "secrets",
                            "keys",
                            "api-keys",
                            "apikeys",
                            "credentials",
                            "certificates",
                            "mfa",
                            "otp")),
            Map.entry(Label.SEARCH, List.of("search", "query", "find", "autocomplete", "suggest")),
            Map.entry(Label.HEALTH, List.of("health", "healthz", "healthcheck", "ping", "livez", "readyz", "metrics")));

    private static final List<String> ASSET_SUFFIXES = List.of(
            ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".webp", ".woff", ".woff2",
            ".ttf", ".eot", ".mp4", ".webm");

    private static final List<String> PAGE_SUFFIXES = List.of(".txt", ".html", ".htm", ".xhtml");

    private static final Set<Label> HIGH = EnumSet.of(Label.ADMIN, Label.EXPORT, Label.SECRET);
    private static final Set<Label> MEDIUM = EnumSet.of(Label.PAYMENT, Label.LOGIN, Label.TOKEN, Label.SELF);

    private Words() {}

    static Set<Label> labels(List<String> literals) {
        EnumSet<Label> labels = EnumSet.noneOf(Label.class);
        for (String literal : literals) {
            String word = literal.toLowerCase(Locale.ROOT);
            OF_LABEL.forEach((label, words) -> {
                if (words.contains(word)) {
                    labels.add(label);
                }
            });
        }
        if (!literals.isEmpty() && isStatic(literals.getLast())) {
            labels.add(Label.STATIC);
        }
        return labels;
    }

    static Sensitivity sensitivity(String method, Set<Label> labels) {
        if (!Collections.disjoint(labels, HIGH)) {
            return Sensitivity.HIGH;
        }
        boolean destroys = method.equals("DELETE");
        return destroys || !Collections.disjoint(labels, MEDIUM) ? Sensitivity.MEDIUM : Sensitivity.LOW;
    }

    /// Whether a segment means the caller itself, and so never is somebody's name.
    static boolean isSelf(String segment) {
        return segment.length() <= SELF_CHARS_MAX && SELF.contains(segment.toLowerCase(Locale.ROOT));
    }

    static boolean isStatic(String segment) {
        return isAsset(segment) || endsWithOneOf(segment, PAGE_SUFFIXES);
    }

    /// Whether a segment is a part of a page: a picture, a style, a script.
    static boolean isAsset(String segment) {
        return segment.indexOf('.') > 0 && endsWithOneOf(segment, ASSET_SUFFIXES);
    }

    private static boolean endsWithOneOf(String segment, List<String> suffixes) {
        String lower = segment.toLowerCase(Locale.ROOT);
        return suffixes.stream().anyMatch(lower::endsWith);
    }

    /// `orders` names `orderId`; without a parent it is plain `id`.
    static String parameterName(String owner) {
        if (owner.isEmpty() || isVersion(owner)) {
            return "id";
        }
        return camel(Plural.singular(owner)) + "Id";
    }

    /// Where no parent gives a name, the key under which most values come back does: `slug` rather than `id`.
    static String parameterName(String ofParent, Map<String, Integer> echoes) {
        return ofParent.equals("id")
                ? echoes.entrySet().stream()
                        .filter(echo -> !echo.getKey().isEmpty()
                                && echo.getKey().chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_'))
                        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(echo -> camel(echo.getKey()))
                        .orElse(ofParent)
                : ofParent;
    }

    static boolean isVersion(String segment) {
        return segment.length() > 1
                && segment.length() < 5
                && segment.charAt(0) == 'v'
                && segment.chars().skip(1).allMatch(c -> c >= '0' && c <= '9' || c == '.');
    }

    private static String camel(String words) {
        StringBuilder out = new StringBuilder(words.length());
        boolean up = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                up = out.length() > 0;
            } else {
                out.append(up ? Character.toUpperCase(c) : out.isEmpty() ? Character.toLowerCase(c) : c);
                up = false;
            }
        }
        return out.toString();
    }
}
