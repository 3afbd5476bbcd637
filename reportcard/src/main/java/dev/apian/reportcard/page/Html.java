// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import java.util.List;

/// Markup that is HTML and XML at once. Text is escaped on its way in; what is called markup was made here and is not.
final class Html {

    private Html() {}

    /// Safe in text and in attributes; characters that XML forbids become a question mark.
    static String text(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(point) ? point : '?');
            }
        });
        return out.toString();
    }

    static String element(String tag, String markup) {
        return "<" + tag + ">" + markup + "</" + tag + ">\n";
    }

    static String element(String tag, String style, String markup) {
        return "<" + tag + " class=\"" + style + "\">" + markup + "</" + tag + ">\n";
    }

    static String section(String heading, String explanation, String markup) {
        return element("section", element("h2", text(heading)) + element("p", text(explanation)) + markup);
    }

    /// A picture under the sentence that says what to read in it, with its numbers behind a fold.
    static String figure(String title, String explanation, Svg picture, String table) {
        String caption = element("h3", text(title)) + element("p", text(explanation));
        String numbers = table.isEmpty() ? "" : element("details", element("summary", "Numbers") + table);
        return element("figure", element("figcaption", caption) + picture.markup(title) + numbers);
    }

    static String list(List<String> sentences) {
        StringBuilder items = new StringBuilder();
        sentences.forEach(sentence -> items.append(element("li", text(sentence))));
        return element("ul", items.toString());
    }

    private static boolean isAllowed(int point) {
        return point == '\n'
                || point == '\t'
                || (point >= 0x20 && !(point >= 0xD800 && point <= 0xDFFF) && point != 0xFFFE && point != 0xFFFF);
    }
}
