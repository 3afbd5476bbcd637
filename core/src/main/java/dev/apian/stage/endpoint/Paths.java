// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Brings the many ways to write one path into one: double slashes, dots, matrix parameters, needless escapes.
final class Paths {

    /// Deeper paths end in a catch-all.
    static final int PARTS_MAX = 16;

    static final String CATCH_ALL = "**";

    private Paths() {}

    /// The path with one spelling; the same object if it had it already.
    static String canonical(String path) {
        if (isCanonical(path)) {
            return path;
        }
        List<String> parts = new ArrayList<>(8);
        for (String part : path.split("/", -1)) {
            int semicolon = part.indexOf(';');
            String clean = decoded(semicolon < 0 ? part : part.substring(0, semicolon));
            if (clean.equals("..")) {
                if (!parts.isEmpty()) {
                    parts.removeLast();
                }
            } else if (!clean.isEmpty() && !clean.equals(".")) {
                parts.add(clean);
            }
        }
        return "/" + String.join("/", parts);
    }

    private static boolean isCanonical(String path) {
        boolean slash = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%' || c == ';' || slash && (c == '/' || c == '.')) {
                return false;
            }
            slash = c == '/';
        }
        return true;
    }

    private static final Set<String> DATA_SUFFIXES = Set.of(".json", ".xml", ".csv", ".pdf", ".html", ".txt", ".yaml");

    /// Marks a part that is the tail of the last segment, `/.json` or `/:cancel`; no other part has a slash in it.
    private static final char TAIL = '/';

    static boolean isTail(String part) {
        return part.charAt(0) == TAIL;
    }

    /// As it stands in a path, with what separates it from the part before.
    static String joined(String part) {
        return isTail(part) ? part.substring(1) : "/" + part;
    }

    static String tail(String text) {
        return TAIL + text;
    }

    /// Where the tail of a last segment begins: a custom method (`:cancel`) or the suffix of a format (`.json`); its
    /// end if there is none.
    static int tailStart(String path, int start, int end) {
        for (int i = end - 1; i > start; i--) {
            char c = path.charAt(i);
            if (c == ':') {
                return i < end - 1 && isWord(path, i + 1, end) ? i : end;
            }
            if (c == '.') {
                return DATA_SUFFIXES.contains(path.substring(i, end)) ? i : end;
            }
        }
        return end;
    }

    private static boolean isWord(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isLetter(text.charAt(i)) && text.charAt(i) != '_' && text.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    /// The parts that are not empty, at most [#PARTS_MAX] and a tail; a deeper path ends in [#CATCH_ALL].
    static List<String> parts(String canonical) {
        List<String> parts = new ArrayList<>(8);
        int at = 0;
        while (at < canonical.length()) {
            int end = canonical.indexOf('/', at);
            end = end < 0 ? canonical.length() : end;
            if (end > at) {
                if (parts.size() == PARTS_MAX - 1) {
                    parts.add(CATCH_ALL);
                    return parts;
                }
                int tail = isLast(canonical, end) ? tailStart(canonical, at, end) : end;
                parts.add(canonical.substring(at, tail));
                if (tail < end) {
                    parts.add(tail(canonical.substring(tail, end)));
                }
            }
            at = end + 1;
        }
        return parts;
    }

    private static boolean isLast(String path, int end) {
        return end == path.length() || end == path.length() - 1;
    }

    /// Decodes what need not have been encoded (RFC 3986 §2.3), once: `%41` but not `%2F`.
    private static String decoded(String part) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        StringBuilder out = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            int code = c == '%' && i + 2 < part.length() ? code(part, i + 1) : -1;
            if (code >= 0 && isUnreserved((char) code)) {
                out.append((char) code);
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static int code(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
    }
}
