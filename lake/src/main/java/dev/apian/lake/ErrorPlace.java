// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where in a statement something is wrong, so that an editor can mark it.
///
/// @param from   the first character, counted from 0
/// @param length in characters
public record ErrorPlace(int from, int length) {

    /// DuckDB quotes the line, or the middle of a long one, and underlines the place below it.
    private static final Pattern PICTURE =
            Pattern.compile("\\n\\n?(?<head>LINE (?<line>\\d+): )(?<text>[^\\n]*)\\n(?<gap> *)(?<mark>\\^+)");

    private static final String CUT = "...";

    /// @param message of DuckDB
    static @Nullable ErrorPlace in(String sql, String message) {
        Matcher picture = PICTURE.matcher(message);
        if (!picture.find()) {
            return null;
        }
        String shown = picture.group("text");
        int before = picture.group("gap").length() - picture.group("head").length();
        if (shown.startsWith(CUT)) {
            shown = shown.substring(CUT.length());
            before -= CUT.length();
        }
        if (shown.endsWith(CUT)) {
            shown = shown.substring(0, shown.length() - CUT.length());
        }
        int line = startOf(sql, Integer.parseInt(picture.group("line")));
        int from = line < 0 ? -1 : sql.indexOf(shown, line) + before;
        int length = picture.group("mark").length();
        return from < line || line < 0 || from + length > sql.length() ? null : new ErrorPlace(from, length);
    }

    /// Where the parser stopped: a word or a sign there.
    ///
    /// @param skipped characters that the parser has not seen
    /// @param bytes   how many bytes into the rest, as a text
    static @Nullable ErrorPlace at(String sql, int skipped, String bytes) {
        if (bytes.isEmpty() || !bytes.chars().allMatch(Character::isDigit)) {
            return null;
        }
        byte[] read = sql.substring(skipped).getBytes(UTF_8);
        int offset = Math.min(Integer.parseInt(bytes), read.length);
        int from = Math.min(skipped + new String(read, 0, offset, UTF_8).length(), Math.max(0, sql.length() - 1));
        int end = from;
        while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
            end++;
        }
        return new ErrorPlace(from, Math.max(1, end - from));
    }

    /// Where a line begins, lines counted from 1; -1 if there is none.
    private static int startOf(String sql, int line) {
        int start = 0;
        for (int n = 1; n < line; n++) {
            start = sql.indexOf('\n', start) + 1;
            if (start == 0) {
                return -1;
            }
        }
        return start;
    }
}
