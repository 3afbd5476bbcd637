// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import java.util.List;
import java.util.function.DoubleFunction;

/// A picture with two axes: x to the right, y upwards.
///
/// @param x scale of the horizontal axis
/// @param y scale of the vertical axis
record Plot(Svg svg, Scale x, Scale y) {

    private static final double TICK_GAP = 18;
    private static final double NAME_GAP = 40;

    Plot xTicks(List<Double> ticks, DoubleFunction<String> label, String name) {
        for (double tick : ticks) {
            svg.line("grid", x.place(tick), y.start(), x.place(tick), y.end());
            svg.text("tick", "middle", x.place(tick), y.start() + TICK_GAP, label.apply(tick));
        }
        svg.line("axis", x.start(), y.start(), x.end(), y.start());
        svg.text("axis-name", "middle", (x.start() + x.end()) / 2, y.start() + NAME_GAP, name);
        return this;
    }

    /// The name stands above the axis, where it can be read without turning the head.
    Plot yTicks(List<Double> ticks, DoubleFunction<String> label, String name) {
        for (double tick : ticks) {
            svg.line("grid", x.start(), y.place(tick), x.end(), y.place(tick));
            svg.text("tick", "end", x.start() - 8, y.place(tick) + 4, label.apply(tick));
        }
        svg.text("axis-name", "start", 0, y.end() - 14, name);
        return this;
    }
}
