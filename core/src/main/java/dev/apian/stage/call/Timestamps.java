// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// Reads event times into microseconds since 1970, by hand: `Instant.parse` alone would cost twice a whole
/// record.
final class Timestamps {

    static final long UNREADABLE = Long.MIN_VALUE;

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int YEAR_MAX = 9999;

    private Timestamps() {}

    /// RFC 3339 (a blank for the `T` and a missing offset, meaning UTC, are taken too), a number, or the time
    /// of an access log.
    static long of(Text raw) {
        Text text = raw.trim();
        if (text.length() >= 19 && text.at(4) == '-' && text.at(7) == '-') {
            return rfc3339(text);
        }
        if (text.length() >= 20 && text.at(2) == '/' && text.at(6) == '/') {
            return accessLog(text);
        }
        return epoch(text);
    }

    /// Seconds, milliseconds, microseconds or nanoseconds: whichever puts the number between 1973 and 5138.
    static long epoch(Text text) {
        int at = 0;
        long whole = 0;
        while (at < text.length() && Text.isDigit(text.at(at)) && at < 19) {
            whole = whole * 10 + text.at(at++) - '0';
        }
        if (at == 0) {
            return UNREADABLE;
        }
        long perMicro = 1;
        long micros;
        if (whole < 100_000_000_000L) {
            perMicro = 1_000_000;
        } else if (whole < 100_000_000_000_000L) {
            perMicro = 1_000;
        } else if (whole >= 100_000_000_000_000_000L) {
            perMicro = -1_000;
        }
        micros = perMicro > 0 ? whole * perMicro : whole / -perMicro;
        if (at == text.length()) {
            return micros;
        }
        if (text.at(at) == 'e' || text.at(at) == 'E' || text.contains("e")) {
            return scientific(text);
        }
        if (text.at(at) != '.') {
            return UNREADABLE;
        }
        long scale = Math.max(perMicro, 0);
        for (at++; at < text.length(); at++) {
            if (!Text.isDigit(text.at(at))) {
                return UNREADABLE;
            }
            scale /= 10;
            micros += scale * (text.at(at) - '0');
        }
        return micros;
    }

    private static long scientific(Text text) {
        double value = Numbers.decimal(text);
        return Double.isNaN(value) || value < 0 || value > 9e18
                ? UNREADABLE
                : epoch(Text.of(Long.toString((long) value)));
    }

    private static long rfc3339(Text text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        byte separator = text.at(10);
        if (separator != 'T' && separator != 't' && separator != ' ') {
            return UNREADABLE;
        }
        long micros = micros(year, month, day, text, 11);
        int at = 19;
        if (micros == UNREADABLE) {
            return UNREADABLE;
        }
        if (at < text.length() && (text.at(at) == '.' || text.at(at) == ',')) {
            int scale = 1_000_000;
            int start = ++at;
            while (at < text.length() && Text.isDigit(text.at(at))) {
                scale /= 10;
                micros += (long) scale * (text.at(at++) - '0');
            }
            if (at == start) {
                return UNREADABLE;
            }
        }
        return minusOffset(micros, text, at);
    }

    /// `17/May/2015:10:05:03 +0000`
    private static long accessLog(Text text) {
        int month = month(text.at(3), text.at(4), text.at(5));
        if (text.at(11) != ':') {
            return UNREADABLE;
        }
        long micros = micros(digits(text, 7, 4), month, digits(text, 0, 2), text, 12);
        return micros == UNREADABLE ? UNREADABLE : minusOffset(micros, text, 20);
    }

    private static int month(byte one, byte two, byte three) {
        for (int i = 0; i < MONTHS.length(); i += 3) {
            if ((one | 0x20) == MONTHS.charAt(i)
                    && (two | 0x20) == MONTHS.charAt(i + 1)
                    && (three | 0x20) == MONTHS.charAt(i + 2)) {
                return i / 3 + 1;
            }
        }
        return 0;
    }

    private static long micros(int year, int month, int day, Text text, int clock) {
        int hour = digits(text, clock, 2);
        int minute = digits(text, clock + 3, 2);
        int second = digits(text, clock + 6, 2);
        boolean readable = year >= 0
                && year <= YEAR_MAX
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= daysIn(year, month)
                && hour >= 0
                && hour <= 23
                && minute >= 0
                && minute <= 59
                && second >= 0
                && second <= 60
                && text.at(clock + 2) == ':'
                && text.at(clock + 5) == ':';
        if (!readable) {
            return UNREADABLE;
        }
        long seconds = days(year, month, day) * 86_400 + hour * 3_600L + minute * 60L + Math.min(second, 59);
        return seconds * 1_000_000;
    }

    private static long minusOffset(long micros, Text text, int from) {
        int at = from;
        while (at < text.length() && text.at(at) == ' ') {
            at++;
        }
        if (at >= text.length()) {
            return micros;
        }
        byte sign = text.at(at);
        int left = text.length() - at;
        if ((sign == 'Z' || sign == 'z') && left == 1) {
            return micros;
        }
        int colon = left == 6 && text.at(at + 3) == ':' ? 1 : 0;
        int hours = digits(text, at + 1, 2);
        int minutes = left == 3 ? 0 : digits(text, at + 3 + colon, 2);
        boolean readable = (sign == '+' || sign == '-')
                && (left == 3 || left == 5 + colon)
                && hours >= 0
                && hours <= 23
                && minutes >= 0
                && minutes <= 59;
        if (!readable) {
            return UNREADABLE;
        }
        long offset = (hours * 60L + minutes) * 60_000_000L;
        return sign == '+' ? micros - offset : micros + offset;
    }

    private static int digits(Text text, int at, int count) {
        if (at + count > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + count; i++) {
            if (!Text.isDigit(text.at(i))) {
                return -1;
            }
            value = value * 10 + text.at(i) - '0';
        }
        return value;
    }

    private static int daysIn(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /// Days since 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms").
    private static long days(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}
