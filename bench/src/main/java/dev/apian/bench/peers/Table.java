// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.peers;

import java.util.Collections;
import java.util.Locale;

/// A table in Markdown that grows row by row.
final class Table {

    private final StringBuilder text = new StringBuilder();

    Table(String... columns) {
        row((Object[]) columns);
        row(Collections.nCopies(columns.length, "---").toArray());
    }

    void row(Object... cells) {
        for (Object cell : cells) {
            text.append("| ").append(cell).append(' ');
        }
        text.append("|\n");
    }

    /// A share in 0..1, `–` where there was nothing to count.
    static String share(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.4f", share);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
