// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A result as aligned text.
///
/// Widths come from the first rows, so that a long result streams; later values that are wider are cut.
/// Characters of a terminal's control language are shown, not sent: what callers wrote into paths must not
/// move a cursor.
public final class TextTable {

    public static final int WIDTH_UNLIMITED = Integer.MAX_VALUE;

    private static final int ROWS_MEASURED = 1_000;
    private static final int CELL_COLUMNS_MIN = 4;
    private static final String GAP = "  ";
    private static final String CUT = "…";

    private final Appendable out;
    private final int[] widths;
    private final boolean[] numeric;

    private TextTable(Appendable out, int[] widths, boolean[] numeric) {
        this.out = out;
        this.widths = widths;
        this.numeric = numeric;
    }

    /// @param width of the terminal in columns, or [#WIDTH_UNLIMITED]; the widest columns give way first
    public static void write(QueryResult result, Appendable out, int width) throws QueryException, IOException {
        List<String> header =
                result.columns().stream().map(QueryResult.Column::name).toList();
        boolean[] numeric = new boolean[header.size()];
        List<List<String>> first = new ArrayList<>();
        while (first.size() < ROWS_MEASURED && result.next()) {
            List<@Nullable Object> row = result.row();
            IntStream.range(0, numeric.length).forEach(i -> numeric[i] |= row.get(i) instanceof Number);
            first.add(cells(row));
        }
        TextTable table = new TextTable(out, widths(header, first, width), numeric);
        table.line(header);
        table.line(Arrays.stream(table.widths).mapToObj("─"::repeat).toList());
        for (List<String> row : first) {
            table.line(row);
        }
        while (result.next()) {
            table.line(cells(result.row()));
        }
    }

    /// The same for rows that are no result of a query.
    public static void write(List<String> header, List<List<String>> rows, Appendable out) throws IOException {
        List<List<String>> visible = new ArrayList<>(rows.size());
        rows.forEach(row -> visible.add(row.stream().map(TextTable::visible).toList()));
        TextTable table = new TextTable(out, widths(header, visible, WIDTH_UNLIMITED), new boolean[header.size()]);
        table.line(header);
        table.line(Arrays.stream(table.widths).mapToObj("─"::repeat).toList());
        for (List<String> row : visible) {
            table.line(row);
        }
    }

    private static List<String> cells(List<@Nullable Object> row) {
        List<String> cells = new ArrayList<>(row.size());
        for (Object value : row) {
            cells.add(value == null ? "" : visible(ResultFormat.text(value)));
        }
        return cells;
    }

    private static int[] widths(List<String> header, List<List<String>> rows, int width) {
        int[] widths = header.stream().mapToInt(TextTable::columnsOf).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], columnsOf(row.get(i)));
            }
        }
        long excess = Arrays.stream(widths).asLongStream().sum() + GAP.length() * (widths.length - 1L) - width;
        for (; excess > 0; excess--) {
            int widest = widest(widths);
            if (widths[widest] <= CELL_COLUMNS_MIN) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int widest(int[] widths) {
        return IntStream.range(0, widths.length)
                .reduce((a, b) -> widths[b] > widths[a] ? b : a)
                .orElse(0);
    }

    private void line(List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cut(cells.get(i), widths[i]);
            String padding = " ".repeat(widths[i] - columnsOf(cell));
            line.append(i == 0 ? "" : GAP)
                    .append(numeric[i] ? padding : "")
                    .append(cell)
                    .append(numeric[i] ? "" : padding);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static String cut(String text, int width) {
        if (columnsOf(text) <= width) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int used = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            used += columnsOf(point);
            if (used > width - 1) {
                break;
            }
            cut.appendCodePoint(point);
            at += Character.charCount(point);
        }
        return cut.append(CUT).toString();
    }

    private static int columnsOf(String text) {
        return text.codePoints().map(TextTable::columnsOf).sum();
    }

    /// Columns of a terminal: none for marks that combine, two for East Asian and for pictures.
    private static int columnsOf(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0xA4CF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /// Control characters, and those that turn the direction of writing, as escapes.
    private static String visible(String text) {
        if (text.codePoints().noneMatch(TextTable::isHidden)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isHidden(point)) {
                visible.append("\\u%04x".formatted(point));
            } else {
                visible.appendCodePoint(point);
            }
        });
        return visible.toString();
    }

    private static boolean isHidden(int point) {
        return Character.isISOControl(point)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || (point >= 0xD800 && point <= 0xDFFF);
    }
}
