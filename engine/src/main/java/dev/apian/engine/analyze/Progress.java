// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.analyze;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// What a person at a terminal sees meanwhile: one line, rewritten in place.
public final class Progress {

    private static final int LINE_CHARS_MAX = 110;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintWriter out;
    private final boolean terminal;
    private int shown;

    /// @param terminal whether somebody sees it; otherwise nothing is written
    public Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(Status status) {
        if (terminal) {
            String line = line(status);
            line = line.substring(0, Math.min(LINE_CHARS_MAX, line.length()));
            out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
            out.flush();
            shown = line.length();
        }
    }

    /// Wipes the line, so that what follows begins at the left.
    void clear() {
        if (terminal && shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            out.flush();
            shown = 0;
        }
    }

    static String line(Status status) {
        StringBuilder line = new StringBuilder();
        if (!Double.isNaN(status.share())) {
            line.append(String.format(Locale.ROOT, "%3.0f%%  ", Math.floor(100 * status.share())));
        }
        line.append(String.format(Locale.ROOT, "%,d calls  %,.0f/s", status.calls(), status.callsPerSecond()));
        if (status.eventMicros() != Long.MIN_VALUE) {
            line.append("  at ").append(MINUTE.format(Instant.EPOCH.plus(status.eventMicros(), ChronoUnit.MICROS)));
        }
        line.append(String.format(Locale.ROOT, "  %,d rejected", status.rejected()));
        double left = status.secondsLeft();
        if (!Double.isNaN(left)) {
            long seconds = Math.round(left);
            line.append(
                    seconds >= 3_600
                            ? String.format(Locale.ROOT, "  %d:%02d h left", seconds / 3_600, seconds / 60 % 60)
                            : String.format(Locale.ROOT, "  %d:%02d left", seconds / 60, seconds % 60));
        }
        return line.toString();
    }
}
