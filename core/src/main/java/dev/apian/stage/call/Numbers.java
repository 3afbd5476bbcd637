// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// Reads numbers out of bytes. What is no number, or too large, is -1 or NaN.
final class Numbers {

    private static final int DIGITS_MAX = 18;
    private static final int DECIMAL_CHARS_MAX = 40;

    private Numbers() {}

    /// A whole number from 0 on; a fraction of zeros (`200.0`) is taken too. -1 for anything else.
    static long whole(Text raw) {
        Text text = raw.trim();
        long value = 0;
        int at = 0;
        while (at < text.length() && Text.isDigit(text.at(at))) {
            if (at == DIGITS_MAX) {
                return -1;
            }
            value = value * 10 + text.at(at++) - '0';
        }
        if (at == 0) {
            return -1;
        }
        if (at < text.length() && text.at(at) == '.') {
            at++;
            while (at < text.length() && text.at(at) == '0') {
                at++;
            }
        }
        return at == text.length() ? value : -1;
    }

    static double decimal(Text raw) {
        Text text = raw.trim();
        if (text.isEmpty() || text.length() > DECIMAL_CHARS_MAX) {
            return Double.NaN;
        }
        for (int i = 0; i < text.length(); i++) {
            byte c = text.at(i);
            if (!Text.isDigit(c) && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text.string());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// A decimal from 0 on times a power of ten, cut to a whole number; -1 for anything else.
    static long scaled(Text raw, long scale) {
        Text text = raw.trim();
        long value = 0;
        long unit = scale;
        int at = 0;
        while (at < text.length() && Text.isDigit(text.at(at)) && at < 9) {
            value = value * 10 + text.at(at++) - '0';
        }
        value *= scale;
        if (at > 0 && at < text.length() && text.at(at) == '.') {
            for (at++; at < text.length() && Text.isDigit(text.at(at)); at++) {
                unit /= 10;
                value += unit * (text.at(at) - '0');
            }
        }
        if (at == text.length() && at > 0) {
            return value;
        }
        double decimal = decimal(text) * scale;
        return decimal >= 0 && decimal < 9e18 ? (long) decimal : -1;
    }
}
