// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the reference says about tables and columns: below each heading with a table's name a sentence, then a table
/// whose first column names one or several columns.
record TableWords(Map<String, String> byTable, Map<String, String> byColumn) {

    private static final Pattern ROW = Pattern.compile("^\\| (?<names>`.*?`(?:, `.*?`)*) \\| (?<means>.*) \\|$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    static TableWords of(String markdown) {
        TableWords words = new TableWords(new HashMap<>(), new HashMap<>());
        String table = "";
        StringBuilder paragraph = new StringBuilder();
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("## ")) {
                table = line.substring(3).strip();
            } else if (line.startsWith("|")) {
                words.addRow(table, line);
            } else if (!line.isBlank()) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
                continue;
            }
            if (!paragraph.isEmpty()) {
                words.byTable().putIfAbsent(table, plain(paragraph.toString()));
                paragraph.setLength(0);
            }
        }
        return words;
    }

    /// Empty if nothing is said.
    String ofTable(String table) {
        return byTable.getOrDefault(table, "");
    }

    /// Empty if nothing is said.
    String ofColumn(String table, String column) {
        return byColumn.getOrDefault(table + "." + column, "");
    }

    private void addRow(String table, String line) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            return;
        }
        Matcher name = NAME.matcher(row.group("names"));
        while (name.find()) {
            byColumn.putIfAbsent(table + "." + name.group(1), plain(row.group("means")));
        }
    }

    private static String plain(String markdown) {
        return markdown.replace("`", "").replace("**", "");
    }
}
