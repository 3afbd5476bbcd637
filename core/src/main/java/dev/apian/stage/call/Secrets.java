// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// Tells secrets by their looks, for places where no name tells.
final class Secrets {

    private static final int RANDOM_CHARS_MIN = 16;
    private static final int JWT_CHARS_MIN = 24;

    /// How vendors start their keys, by the first letter.
    private static final byte[][][] BY_FIRST = byFirst(
            "sk_",
            "pk_",
            "rk_",
            "sk-",
            "whsec_",
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
            "github_pat_",
            "glpat-",
            "xoxb-",
            "xoxp-",
            "xoxa-",
            "AKIA",
            "ASIA",
            "AIza",
            "SG.",
            "shpat_",
            "npm_",
            "pypi-",
            "dop_v1_",
            "ya29.");

    private static final Set<String> PLACEHOLDERS = Set.of(
            "[filtered]",
            "null",
            "undefined",
            "none",
            "[masked]",
            "masked",
            "hidden",
            "<hidden>",
            "[secret]",
            "removed");

    private Secrets() {}

    private static byte[][][] byFirst(String... prefixes) {
        byte[][][] byFirst = new byte[128][0][];
        for (String prefix : prefixes) {
            byte[][] others = byFirst[prefix.charAt(0)];
            byte[][] all = Arrays.copyOf(others, others.length + 1);
            all[others.length] = prefix.getBytes(StandardCharsets.US_ASCII);
            byFirst[prefix.charAt(0)] = all;
        }
        return byFirst;
    }

    /// Three runs of base64url with dots between, the first a JSON object: a JWT, or a JWE with five.
    static boolean isJwt(Text text) {
        if (text.length() < JWT_CHARS_MIN || text.at(0) != 'e' || text.at(1) != 'y' || text.at(2) != 'J') {
            return false;
        }
        int dots = 0;
        for (int i = 3; i < text.length(); i++) {
            byte c = text.at(i);
            if (c == '.') {
                dots++;
            } else if (!isBase64Url(c) && c != '=') {
                return false;
            }
        }
        return dots == 2 || dots == 4;
    }

    /// Whether it starts as keys of well-known vendors do.
    static boolean isVendorKey(Text text) {
        return isVendorKey(text.bytes, text.from, text.to);
    }

    /// Whether it is the id of a key that AWS gave for some hours.
    static boolean isTemporaryKey(Text text) {
        return text.length() >= RANDOM_CHARS_MIN && text.startsWith("asia") && isVendorKey(text);
    }

    static boolean isVendorKey(byte[] bytes, int from, int to) {
        if (to - from < RANDOM_CHARS_MIN || bytes[from] < 0) {
            return false;
        }
        for (byte[] prefix : BY_FIRST[bytes[from]]) {
            if (Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it looks drawn at random: long, one word, of letters and digits mixed.
    static boolean isRandom(Text text) {
        if (text.length() < RANDOM_CHARS_MIN) {
            return false;
        }
        int digits = 0;
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < text.length(); i++) {
            byte c = text.at(i);
            if (Text.isDigit(c)) {
                digits++;
            } else if (c >= 'A' && c <= 'Z') {
                upper++;
            } else if (c >= 'a' && c <= 'z') {
                lower++;
            } else if (!isBase64Url(c) && c != '.' && c != '=' && c != '%' && c != '~' && c != '+') {
                return false;
            }
        }
        return (digits > 0 && upper + lower > 0)
                || (upper > 2 && lower > 2 && text.length() >= 20)
                || (digits == text.length() && digits >= 20);
    }

    /// What gateways write over a secret before they log it; it is nobody's credential.
    static boolean isPlaceholder(Text text) {
        if (text.length() < 4) {
            return true;
        }
        if (text.indexOf('*') >= 0) {
            return text.contains("***");
        }
        boolean same = true;
        for (int i = 0; i < text.length(); i++) {
            byte c = text.at(i);
            if (Text.isDigit(c)) {
                return false;
            }
            same &= c == text.at(0);
        }
        return same
                || text.contains("redact")
                || PLACEHOLDERS.contains(text.head(16).string().toLowerCase(Locale.ROOT));
    }

    static boolean isBase64Url(int c) {
        return Text.isDigit(c) || Text.isLetter(c) || c == '-' || c == '_';
    }
}
