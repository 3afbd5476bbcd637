// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// A value that may be the number of a card, an account or a person: its letters and digits, and where something
/// stands between them. Used again for the next value.
final class Candidate {

    /// The longest is an IBAN.
    static final int SIGNS_MAX = 34;

    /// An IBAN in groups of four.
    static final int CHARS_MAX = 42;

    private final byte[] signs = new byte[SIGNS_MAX];
    private int size;
    private int digits;
    private long breaks;

    /// Whether the value is of letters, digits and single blanks, dashes, dots or slashes between them.
    boolean read(Text value) {
        size = 0;
        digits = 0;
        breaks = 0;
        int length = value.length();
        if (length > CHARS_MAX) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            byte c = value.at(i);
            boolean digit = Text.isDigit(c);
            if (digit || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
                if (size == SIGNS_MAX) {
                    return false;
                }
                digits += digit ? 1 : 0;
                signs[size++] = c;
            } else if (!isBreak(c) || size == 0 || i == length - 1 || (breaks >>> size & 1) != 0) {
                return false;
            } else {
                breaks |= 1L << size;
            }
        }
        return size > 0;
    }

    private static boolean isBreak(byte c) {
        return c == ' ' || c == '-' || c == '.' || c == '/';
    }

    int size() {
        return size;
    }

    byte sign(int index) {
        return signs[index];
    }

    int digit(int index) {
        return signs[index] - '0';
    }

    boolean isDigits() {
        return digits == size;
    }

    /// Whether all signs of a range are digits.
    boolean isDigits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Text.isDigit(signs[i])) {
                return false;
            }
        }
        return true;
    }

    /// Whether all signs of a range are capital letters.
    boolean isCapitals(int from, int to) {
        for (int i = from; i < to; i++) {
            if (signs[i] < 'A' || signs[i] > 'Z') {
                return false;
            }
        }
        return true;
    }

    /// The number that a range of at most nine digits is.
    int number(int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + digit(i);
        }
        return number;
    }

    boolean isWhole() {
        return breaks == 0;
    }

    /// Whether something stands before exactly these signs: 3 and 5 in `078-05-1120`.
    boolean isBrokenAt(int... indexes) {
        long wanted = 0;
        for (int index : indexes) {
            wanted |= 1L << index;
        }
        return breaks == wanted;
    }

    boolean isBrokenFirstAt(int index) {
        return Long.numberOfTrailingZeros(breaks) == index;
    }

    boolean isOneDigitAllOver() {
        for (int i = 1; i < size; i++) {
            if (signs[i] != signs[0]) {
                return false;
            }
        }
        return true;
    }
}
