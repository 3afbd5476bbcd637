// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.Set;

/// Finds an e-mail address in a text, as people write them: narrower than RFC 5322, which allows nearly anything.
final class Emails {

    /// Longer texts are not searched.
    static final int TEXT_BYTES_MAX = 512;

    private static final int TOP_CHARS_MIN = 2;
    private static final int TOP_CHARS_MAX = 24;
    private static final int LABEL_CHARS_MAX = 63;

    /// `image@2x.png` is a file.
    private static final Set<String> FILES =
            Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "ts", "tgz", "zip", "json", "html");

    private Emails() {}

    static boolean isIn(Text text) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            if (hasName(text, at) && hasDomain(text, at + 1)) {
                return true;
            }
        }
        return false;
    }

    /// Something before the sign, and no user and password of a URL.
    private static boolean hasName(Text text, int at) {
        int from = at;
        while (from > 0 && isNameSign(text.at(from - 1))) {
            from--;
        }
        if (from == at || text.at(from) == '.' || text.at(at - 1) == '.') {
            return false;
        }
        boolean afterColon = from > 0 && text.at(from - 1) == ':';
        boolean afterSlash = from > 0 && text.at(from - 1) == '/';
        return !afterSlash && (!afterColon || text.hasAt(from - 7, "mailto:") || !text.contains("://"));
    }

    private static boolean hasDomain(Text text, int from) {
        int label = from;
        int dots = 0;
        int end = from;
        while (end < text.length() && (isDomainSign(text.at(end)) || text.at(end) == '.')) {
            if (text.at(end) == '.') {
                if (end + 1 == text.length() || !isDomainSign(text.at(end + 1))) {
                    break;
                }
                if (end == label || end - label > LABEL_CHARS_MAX) {
                    return false;
                }
                label = end + 1;
                dots++;
            }
            end++;
        }
        boolean path = end < text.length() && (text.at(end) == ':' || text.at(end) == '/' || text.at(end) == '@');
        return dots > 0 && !path && isTop(text.sub(label, end));
    }

    private static boolean isTop(Text label) {
        if (label.length() < TOP_CHARS_MIN || label.length() > TOP_CHARS_MAX) {
            return false;
        }
        for (int i = 0; i < label.length(); i++) {
            if (!Text.isLetter(label.at(i))) {
                return false;
            }
        }
        return !FILES.contains(label.string());
    }

    private static boolean isNameSign(byte c) {
        return isDomainSign(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '\'';
    }

    private static boolean isDomainSign(byte c) {
        return Text.isLetter(c) || Text.isDigit(c) || c == '-' || c < 0;
    }
}
