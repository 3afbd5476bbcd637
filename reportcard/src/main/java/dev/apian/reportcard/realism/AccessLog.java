// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a web server's log in the combined format. The actor is the address, the item is the path without its query.
public final class AccessLog {

    private static final Pattern LINE = Pattern.compile("(\\S+) \\S+ \\S+ \\[([^]]+)] \"[A-Z]+ ([^ ?\"]+)[^\"]*\" .*");
    private static final long SECOND_MICROS = 1_000_000;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("dd/MMM/yyyy:HH:mm:ss Z")
            .toFormatter(Locale.ENGLISH);

    private AccessLog() {}

    public static History read(String name, Path file) throws IOException {
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return read(name, lines);
        }
    }

    /// Lines that are no request are passed over.
    static History read(String name, Stream<String> lines) {
        var events = new UnsortedEvents();
        lines.map(LINE::matcher).filter(line -> line.matches()).forEach(line -> {
            var second = OffsetDateTime.parse(line.group(2), TIME).toEpochSecond();
            events.add(line.group(1), second * SECOND_MICROS, line.group(3));
        });
        return events.history(name);
    }
}
