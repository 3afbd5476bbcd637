// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

/// What a path segment looks like by itself. Everything but `LITERAL` is a variable part at first sight.
///
/// Typing segments before any clustering is worth more than the clusterer (see docs/concepts). It errs towards
/// `LITERAL`: a name wrongly kept is merged later with evidence, a route wrongly merged hides what is called.
enum SegmentType {
    LITERAL,
    NUMBER,
    UUID,
    HEX,
    DATE,
    EMAIL,
    /// A short prefix and a number or code: `R-9`, `INV-2024-0017`, `ord_8f3k2`.
    PREFIXED,
    /// A long mix of letters and digits.
    OPAQUE,
    /// A variable part that the client forgot to fill in: `{orderId}`, `:id`.
    PLACEHOLDER,
    /// A secret that the reader masked.
    MASKED;

    private static final int HEX_CHARS_MIN = 12;
    private static final int OPAQUE_CHARS_MIN = 16;
    private static final int PREFIX_CHARS_MAX = 6;
    private static final int RANDOM_CHARS_MIN = 12;
    private static final int RANDOM_AFTER_PREFIX_CHARS_MIN = 8;

    /// Such "words" are short in a random text of letters and digits.
    private static final double WORD_CHARS_MAX = 2.4;

    private static final double WORD_AFTER_PREFIX_CHARS_MAX = 2.6;

    static SegmentType of(String s) {
        int length = s.length();
        if (length == 0) {
            return LITERAL;
        }
        if (s.charAt(0) == '~') {
            return MASKED;
        }
        if ("{<:".indexOf(s.charAt(0)) >= 0) {
            return PLACEHOLDER;
        }
        int digits = 0;
        int lettersPastF = 0;
        int dashes = 0;
        int others = 0;
        for (int i = 0; i < length; i++) {
            char c = s.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                lettersPastF += (c | 0x20) > 'f' ? 1 : 0;
            } else if (c == '-' || c == '_') {
                dashes++;
            } else if (c == '@') {
                return i > 0 && s.indexOf('.', i) > 0 ? EMAIL : LITERAL;
            } else {
                others++;
            }
        }
        if (others > 0) {
            return LITERAL;
        }
        if (digits == 0) {
            return isRandom(s) ? OPAQUE : LITERAL;
        }
        if (digits == length) {
            return NUMBER;
        }
        if (length == 36 && dashes == 4 && lettersPastF == 0) {
            return UUID;
        }
        if (length == 10 && dashes == 2 && digits == 8 && s.charAt(4) == '-' && s.charAt(7) == '-') {
            return DATE;
        }
        if (lettersPastF == 0 && dashes == 0 && length >= HEX_CHARS_MIN) {
            return HEX;
        }
        if (dashes > 0 && isPrefixed(s)) {
            return PREFIXED;
        }
        return isOpaque(s, length, digits, dashes) || isRandom(s) ? OPAQUE : LITERAL;
    }

    /// Letters of both cases with no words in them, alone or after a short prefix: `ev_DrzxXEzG`.
    private static boolean isRandom(String s) {
        int from = s.indexOf('_') + 1;
        boolean prefixed = from > 1 && from <= PREFIX_CHARS_MAX && s.indexOf('_', from) < 0;
        int start = prefixed ? from : 0;
        int length = s.length() - start;
        return length >= (prefixed ? RANDOM_AFTER_PREFIX_CHARS_MIN : RANDOM_CHARS_MIN)
                && s.indexOf('-') < 0
                && s.indexOf('_', start) < 0
                && words(s, start) * (prefixed ? WORD_AFTER_PREFIX_CHARS_MAX : WORD_CHARS_MAX) >= length;
    }

    /// How many words there are if each begins with a capital or a digit: `getOrderById` has four. Capitals side by
    /// side count half a word each.
    private static int words(String s, int start) {
        int words = 1;
        int capitals = 0;
        for (int i = start + 1; i < s.length(); i++) {
            char c = s.charAt(i);
            char before = s.charAt(i - 1);
            boolean rises = Character.isUpperCase(c) && Character.isLowerCase(before);
            boolean ends = Character.isUpperCase(before)
                    && Character.isUpperCase(c)
                    && i + 1 < s.length()
                    && Character.isLowerCase(s.charAt(i + 1));
            words += rises || ends || Character.isDigit(c) != Character.isDigit(before) ? 1 : 0;
            capitals += Character.isUpperCase(before) && Character.isUpperCase(c) ? 1 : 0;
        }
        return words + capitals / 2;
    }

    private static boolean isOpaque(String s, int length, int digits, int dashes) {
        return length >= OPAQUE_CHARS_MIN && dashes <= 2 && digits * 8 >= length && switches(s) * 4 >= length;
    }

    /// How often the text switches between letters and digits, or between cases within a word.
    private static int switches(String s) {
        int switches = 0;
        for (int i = 1; i < s.length(); i++) {
            boolean wasDigit = Character.isDigit(s.charAt(i - 1));
            boolean isDigit = Character.isDigit(s.charAt(i));
            boolean rises = Character.isLowerCase(s.charAt(i - 1)) && Character.isUpperCase(s.charAt(i));
            switches += wasDigit != isDigit || rises ? 1 : 0;
        }
        return switches;
    }

    /// Letters, a dash, then parts that each hold a digit; but `api-v1` is a version.
    private static boolean isPrefixed(String s) {
        int dash = 0;
        while (dash < s.length() && Character.isLetter(s.charAt(dash))) {
            dash++;
        }
        if (dash == 0 || dash > PREFIX_CHARS_MAX || dash + 1 >= s.length() || Character.isDigit(s.charAt(dash))) {
            return false;
        }
        if (Words.isVersion(s.substring(dash + 1))) {
            return false;
        }
        boolean digit = false;
        for (int i = dash + 1; i <= s.length(); i++) {
            char c = i < s.length() ? s.charAt(i) : '-';
            if (c == '-' || c == '_') {
                if (!digit) {
                    return false;
                }
                digit = false;
            } else {
                digit |= Character.isDigit(c);
            }
        }
        return true;
    }
}
