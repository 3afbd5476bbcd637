// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import java.util.ArrayList;
import java.util.List;

/// Rows of numbers. Columns of words stand left, columns of numbers right.
final class Table {

    /// @param markup safe to write as it is
    record Cell(String markup, String style) {

        static Cell words(String raw) {
            return new Cell(Html.text(raw), "words");
        }

        static Cell number(String raw) {
            return new Cell(Html.text(raw), "");
        }

        /// A number and its interval or another remark.
        static Cell number(String raw, String remark) {
            return remark.isEmpty()
                    ? number(raw)
                    : new Cell(Html.text(raw) + " <small>" + Html.text(remark) + "</small>", "");
        }

        static Cell verdict(boolean good, String raw) {
            return new Cell(Html.text(raw), good ? "words good" : "words bad");
        }

        String markup(String tag) {
            return style.isEmpty() ? Html.element(tag, markup) : Html.element(tag, style, markup);
        }
    }

    private final String head;
    private final List<String> rows = new ArrayList<>();

    Table(Cell... head) {
        this.head = row("th", head);
    }

    Table row(Cell... cells) {
        rows.add(Html.element("tr", row("td", cells)));
        return this;
    }

    Table strongRow(Cell... cells) {
        rows.add(Html.element("tr", "strong", row("td", cells)));
        return this;
    }

    String markup() {
        String table = Html.element(
                "table",
                Html.element("thead", Html.element("tr", head)) + Html.element("tbody", String.join("", rows)));
        return Html.element("div", "scroll", table);
    }

    private static String row(String tag, Cell... cells) {
        StringBuilder row = new StringBuilder();
        for (Cell cell : cells) {
            row.append(cell.markup(tag));
        }
        return row.toString();
    }
}
