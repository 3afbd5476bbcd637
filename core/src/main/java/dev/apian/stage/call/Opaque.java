// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// Tells keys and parameters that are values themselves: `{"8f14e45f-ceea-4e1b-9d2a-0c1f5a1b2c3d": {...}}`. Kept in
/// clear they would leak what they hold, and give every body a form of its own.
final class Opaque {

    /// What stands in a path of keys for every one of them.
    static final String MARK = "{}";

    private static final int HEX_CHARS_MIN = 8;
    private static final int NUMBER_DIGITS_MIN = 4;
    private static final int RANDOM_CHARS_MIN = 16;

    private Opaque() {}

    static boolean is(Text key) {
        return !isPlain(key)
                || isNumber(key)
                || isHex(key)
                || isNumbered(key)
                || isRandom(key)
                || Secrets.isJwt(key)
                || Secrets.isVendorKey(key);
    }

    /// Names have no blanks, slashes or control characters in them, and no `@` as e-mail addresses have it; OData
    /// and JSON-LD put one in front: `@type`, `orders@odata.count`.
    private static boolean isPlain(Text key) {
        for (int i = 0; i < key.length(); i++) {
            byte c = key.at(i);
            if ((c >= 0 && c <= ' ') || c == '/' || c == 0x7f) {
                return false;
            }
            if (c == '@' && i > 0 && !key.hasAt(i, "@odata.")) {
                return false;
            }
        }
        return true;
    }

    /// Digits, and signs between them at most: numbers, dates, addresses, phone numbers.
    private static boolean isNumber(Text key) {
        boolean digits = false;
        for (int i = 0; i < key.length(); i++) {
            byte c = key.at(i);
            if (c < 0 || Text.isLetter(c)) {
                return false;
            }
            digits |= Text.isDigit(c);
        }
        return digits;
    }

    /// UUIDs, hashes, object ids, IPv6 addresses.
    private static boolean isHex(Text key) {
        boolean digits = false;
        for (int i = 0; i < key.length(); i++) {
            byte c = key.at(i);
            boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
            if (!letter && !Text.isDigit(c) && c != '-' && c != ':') {
                return false;
            }
            digits |= Text.isDigit(c);
        }
        return digits && key.length() >= HEX_CHARS_MIN;
    }

    /// A word and a long number, `ORD-1001`.
    private static boolean isNumbered(Text key) {
        int digits = 0;
        while (digits < key.length() && Text.isDigit(key.at(key.length() - 1 - digits))) {
            digits++;
        }
        return digits >= NUMBER_DIGITS_MIN;
    }

    /// Long, and changing between capitals, small letters and digits more often than words do.
    private static boolean isRandom(Text key) {
        if (key.length() < RANDOM_CHARS_MIN || !Secrets.isRandom(key)) {
            return false;
        }
        int changes = 0;
        int digits = 0;
        for (int i = 1; i < key.length(); i++) {
            int before = kind(key.at(i - 1));
            int now = kind(key.at(i));
            boolean startsWord = before == 'A' && now == 'a';
            changes += before != now && before != '-' && now != '-' && !startsWord ? 1 : 0;
            digits += now == '0' ? 1 : 0;
        }
        return changes * 4 >= key.length() - 1 || digits * 4 >= key.length();
    }

    private static int kind(byte c) {
        if (Text.isDigit(c)) {
            return '0';
        }
        return !Text.isLetter(c) ? '-' : c >= 'a' ? 'a' : 'A';
    }
}
