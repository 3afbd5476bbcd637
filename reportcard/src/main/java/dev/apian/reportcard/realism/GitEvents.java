// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Reads the changes of a repository's history: lines of epoch second, UTC offset, actor, method, path and commit,
/// parted by tabs, compressed, with a heading.
public final class GitEvents {

    private static final int COLUMNS = 6;
    private static final int ACTOR = 2;
    private static final int PATH = 4;
    private static final long SECOND_MICROS = 1_000_000;

    private GitEvents() {}

    public static History read(String name, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return read(name, in);
        }
    }

    static History read(String name, InputStream compressed) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(compressed), StandardCharsets.UTF_8));
        var events = new UnsortedEvents();
        reader.lines().skip(1).forEach(line -> {
            var columns = line.split("\t", -1);
            if (columns.length != COLUMNS) {
                throw new IllegalArgumentException(
                        name + ": a line has " + columns.length + " columns, expected " + COLUMNS + ": " + line);
            }
            events.add(columns[ACTOR], Long.parseLong(columns[0]) * SECOND_MICROS, columns[PATH]);
        });
        return events.history(name);
    }
}
