// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

/// One part of a path, taken apart into a value and the fixed text around it: `companies(42)`, `key=blue`, `app.css`.
///
/// @param text   the whole part
/// @param value  what would be the value if this part holds one
/// @param typed  whether the value looks like one by itself, or the text around it says that it is one
record Piece(String text, String prefix, String value, String suffix, boolean typed) {

    static Piece of(String text, boolean isLast) {
        if (isLast && Words.isAsset(text)) {
            int dot = text.lastIndexOf('.');
            return new Piece(text, "", text.substring(0, dot), text.substring(dot), true);
        }
        if (Paths.isTail(text)) {
            return plain(text);
        }
        if (SegmentType.of(text) != SegmentType.LITERAL || text.indexOf('{') >= 0) {
            return new Piece(text, "", text, "", true);
        }
        int length = text.length();
        int open = text.indexOf('(');
        if (open > 0 && text.charAt(length - 1) == ')') {
            return inParentheses(text, open);
        }
        int equals = text.indexOf('=');
        if (equals > 0 && equals < length - 1 && isWord(text, 0, equals)) {
            return new Piece(text, text.substring(0, equals + 1), text.substring(equals + 1), "", true);
        }
        return plain(text);
    }

    static Piece plain(String text) {
        return new Piece(text, "", text, "", false);
    }

    /// What the value is put into, with `{}` in its stead.
    String form() {
        return prefix + "{}" + suffix;
    }

    /// `Orders(17)`, `Orders('A-17')`; `Orders()` and `name(x=1)` with names within are OData too.
    private static Piece inParentheses(String text, int open) {
        int from = open + 1;
        int to = text.length() - 1;
        if (from >= to) {
            return plain(text);
        }
        boolean quoted = to - from >= 2 && text.charAt(from) == '\'' && text.charAt(to - 1) == '\'';
        int start = quoted ? from + 1 : from;
        int end = quoted ? to - 1 : to;
        return new Piece(text, text.substring(0, start), text.substring(start, end), text.substring(end), true);
    }

    private static boolean isWord(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isLetter(text.charAt(i)) && text.charAt(i) != '_' && text.charAt(i) != '-') {
                return false;
            }
        }
        return to > from;
    }
}
