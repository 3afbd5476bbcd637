// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// Phone numbers: international ones (E.164) by their plus, national ones by their key.
final class Phones {

    static final int CHARS_MAX = 32;

    private static final int INTERNATIONAL_DIGITS_MIN = 8;
    private static final int NATIONAL_DIGITS_MIN = 7;
    private static final int DIGITS_MAX = 15;

    private Phones() {}

    /// @param named whether the key says that it is a phone number
    static boolean is(Text value, boolean named) {
        if (value.isEmpty() || value.length() > CHARS_MAX) {
            return false;
        }
        boolean plus = value.at(0) == '+';
        int digits = 0;
        int others = 0;
        boolean varied = false;
        byte last = 0;
        for (int i = plus ? 1 : 0; i < value.length(); i++) {
            byte c = value.at(i);
            if (Text.isDigit(c)) {
                varied |= last != 0 && last != c;
                last = c;
                digits++;
            } else if (isBreak(c)) {
                others++;
            } else {
                return false;
            }
        }
        boolean country = plus && value.length() > 1 && value.at(1) > '0' && value.at(1) <= '9';
        int least = plus ? INTERNATIONAL_DIGITS_MIN : NATIONAL_DIGITS_MIN;
        return (country || (named && !plus)) && varied && digits >= least && digits <= DIGITS_MAX && others < digits;
    }

    private static boolean isBreak(byte c) {
        return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' || c == '/';
    }
}
