// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// Whether a value is plausible for what its key promises of a person. Names, streets and birthdays have no pattern
/// of their own.
final class Personal {

    private static final int TEXT_BYTES_MAX = 128;
    private static final int WORDS_MAX = 6;
    private static final int POSTAL_CODE_CHARS_MIN = 3;
    private static final int POSTAL_CODE_CHARS_MAX = 10;

    private Personal() {}

    /// Letters and what stands in names: `Anne-Marie O'Neill Jr.`
    static boolean isName(Text value) {
        if (value.length() < 2 || value.length() > TEXT_BYTES_MAX || !isLetter(value.at(0))) {
            return false;
        }
        int words = 1;
        for (int i = 0; i < value.length(); i++) {
            byte c = value.at(i);
            if (!isLetter(c) && c != ' ' && c != '-' && c != '\'' && c != '.' && c != ',') {
                return false;
            }
            words += c == ' ' ? 1 : 0;
        }
        return words <= WORDS_MAX;
    }

    /// Several letters, and no sign of a link or an e-mail address.
    static boolean isStreet(Text value) {
        return hasLetters(value) && value.length() >= POSTAL_CODE_CHARS_MIN;
    }

    /// A street with its number.
    static boolean isAddress(Text value) {
        boolean digits = false;
        for (int i = 0; i < value.length() && !digits; i++) {
            digits = Text.isDigit(value.at(i));
        }
        return digits && hasLetters(value) && value.indexOf(' ') > 0;
    }

    private static boolean hasLetters(Text value) {
        int letters = 0;
        for (int i = 0; i < value.length(); i++) {
            byte c = value.at(i);
            if (c == '@' || c == '<' || c == '{' || c == '_' || c == '=' || value.length() > TEXT_BYTES_MAX) {
                return false;
            }
            letters += isLetter(c) ? 1 : 0;
        }
        return letters > 2 && value.indexOf(':') < 0;
    }

    /// `SW1A 1AA`, `10115`, `02134-1000`.
    static boolean isPostalCode(Text value) {
        if (value.length() < POSTAL_CODE_CHARS_MIN || value.length() > POSTAL_CODE_CHARS_MAX) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < value.length(); i++) {
            byte c = value.at(i);
            if (!Text.isDigit(c) && !(c >= 'A' && c <= 'Z') && c != ' ' && c != '-') {
                return false;
            }
            digits += Text.isDigit(c) ? 1 : 0;
        }
        return digits > 1;
    }

    /// `1985-04-12`, with or without a time, `12.04.1985`, `4/12/1985`, `19850412`.
    static boolean isDate(Text value) {
        int digits = 0;
        int breaks = 0;
        int end = Math.min(value.length(), 10);
        for (int i = 0; i < end; i++) {
            byte c = value.at(i);
            if (Text.isDigit(c)) {
                digits++;
            } else if (c == '-' || c == '.' || c == '/') {
                breaks++;
            } else {
                end = i;
            }
        }
        boolean dated = breaks == 2 && digits >= 6 && digits <= 8 && end >= 8;
        boolean rest = end == value.length() || value.at(end) == 'T' || value.at(end) == ' ';
        return rest && (dated ? hasYear(value) : breaks == 0 && digits == 8 && isYear(value.sub(0, 4)));
    }

    private static boolean hasYear(Text value) {
        int last = Math.max(value.head(10).lastIndexOf('.'), value.head(10).lastIndexOf('/'));
        return isYear(value.sub(0, 4))
                || (last > 0 && last + 5 <= value.length() && isYear(value.sub(last + 1, last + 5)));
    }

    private static boolean isYear(Text text) {
        long year = Numbers.whole(text);
        return year >= 1_880 && year < 2_100;
    }

    /// A fraction of degrees: whole numbers are too coarse to say where somebody is.
    static boolean isDegrees(Text value, int most) {
        double degrees = value.indexOf('.') < 0 ? Double.NaN : Numbers.decimal(value);
        return Math.abs(degrees) <= most && degrees != 0;
    }

    private static boolean isLetter(byte c) {
        return Text.isLetter(c) || c < 0;
    }
}
