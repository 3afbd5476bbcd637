// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One limit of a detection that people may set.
///
/// Values are texts: `25`, `0.35`, `15m`. A duration is a whole number and `s`, `m`, `h` or `d`, as in scenario files.
///
/// @param name    as in the code or the file; `floor.high` for a part of a part
/// @param unit    of a plain number, in the plural; empty for a duration or a ratio
/// @param because why the default is as it is
public record Setting(String name, Kind kind, String unit, String value, String least, String most, String because) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*([smhd])");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?([eE]-?\\d{1,2})?");

    public enum Kind {
        WHOLE("a whole number"),
        NUMBER("a number"),
        DURATION("a whole number and s, m, h or d");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    public Setting {
        if (!isWithin(kind, value, least, most)) {
            throw new IllegalArgumentException(
                    "%s=%s, its own range is %s to %s; mend one of them".formatted(name, value, least, most));
        }
    }

    /// What is wrong with a value; empty if nothing is.
    public String problemWith(String other) {
        return isWithin(kind, other, least, most)
                ? ""
                : "%s=%s, expected %s from %s to %s; choose one within".formatted(name, other, kind.words, least, most);
    }

    /// The same with another value.
    Setting with(String other) {
        return new Setting(name, kind, unit, other, least, most, because);
    }

    private static boolean isWithin(Kind kind, String value, String least, String most) {
        OptionalDouble amount = amount(kind, value);
        return amount.isPresent()
                && amount.getAsDouble() >= amount(kind, least).orElseThrow()
                && amount.getAsDouble() <= amount(kind, most).orElseThrow();
    }

    /// A number, or the seconds of a duration; empty if the text is neither.
    static OptionalDouble amount(Kind kind, String text) {
        return switch (kind) {
            case DURATION -> {
                Duration duration = duration(text);
                yield duration.isNegative() ? OptionalDouble.empty() : OptionalDouble.of((double) duration.toSeconds());
            }
            case WHOLE -> text.matches("\\d{1,9}") ? OptionalDouble.of(Integer.parseInt(text)) : OptionalDouble.empty();
            case NUMBER ->
                NUMBER.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
        };
    }

    /// The duration that a text tells; negative if it tells none.
    public static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Duration.ofSeconds(-1);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2).charAt(0)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /// A duration as text, in the longest unit of which it is a whole number.
    public static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        if (seconds % 3_600 != 0) {
            return seconds / 60 + "m";
        }
        return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3_600 + "h";
    }

    /// A number as text, never with an exponent.
    static String text(double number) {
        BigDecimal exact = BigDecimal.valueOf(number);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
