// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

/// A picture while it is drawn. Units are CSS pixels at full width; colours come from the style sheet by class.
final class Svg {

    private final double width;
    private final double height;
    private final StringBuilder out = new StringBuilder();

    Svg(double width, double height) {
        this.width = width;
        this.height = height;
    }

    Svg line(String style, double x1, double y1, double x2, double y2) {
        out.append("<line class=\"").append(style).append('"');
        attribute("x1", x1).attribute("y1", y1).attribute("x2", x2).attribute("y2", y2);
        out.append("/>\n");
        return this;
    }

    /// @param hint shown when the pointer rests on it
    Svg bar(String style, double x, double y, double width, double height, String hint) {
        out.append("<rect class=\"").append(style).append('"');
        attribute("x", x)
                .attribute("y", y)
                .attribute("width", Math.max(0, width))
                .attribute("height", Math.max(0, height));
        return hinted("rect", hint);
    }

    Svg dot(String style, double x, double y, double radius, String hint) {
        out.append("<circle class=\"").append(style).append('"');
        attribute("cx", x).attribute("cy", y).attribute("r", radius);
        return hinted("circle", hint);
    }

    /// @param anchor `start`, `middle` or `end`
    Svg text(String style, String anchor, double x, double y, String raw) {
        out.append("<text class=\"")
                .append(style)
                .append("\" text-anchor=\"")
                .append(anchor)
                .append('"');
        attribute("x", x).attribute("y", y);
        out.append('>').append(Html.text(raw)).append("</text>\n");
        return this;
    }

    Svg path(String style, Path path) {
        out.append("<path class=\"")
                .append(style)
                .append("\" d=\"")
                .append(path.steps)
                .append("\"/>\n");
        return this;
    }

    String markup(String title) {
        return "<svg role=\"img\" viewBox=\"0 0 " + Numbers.place(width) + " " + Numbers.place(height)
                + "\" aria-label=\"" + Html.text(title) + "\">\n" + out + "</svg>\n";
    }

    private Svg attribute(String name, double value) {
        out.append(' ').append(name).append("=\"").append(Numbers.place(value)).append('"');
        return this;
    }

    private Svg hinted(String tag, String hint) {
        out.append("><title>")
                .append(Html.text(hint))
                .append("</title></")
                .append(tag)
                .append(">\n");
        return this;
    }

    /// A line of many pieces.
    static final class Path {

        private final StringBuilder steps = new StringBuilder();

        Path to(double x, double y) {
            steps.append(steps.isEmpty() ? 'M' : 'L')
                    .append(Numbers.place(x))
                    .append(' ')
                    .append(Numbers.place(y));
            return this;
        }
    }
}
