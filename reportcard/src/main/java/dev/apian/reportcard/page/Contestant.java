// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import dev.apian.reportcard.score.MethodScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One method with the looks it keeps in every picture. Settings of the same method share their colour.
///
/// @param style class of its colour
/// @param dashed as published, beside a tuned one that is drawn solid
record Contestant(MethodScore score, String style, boolean dashed) {

    private static final int COLOURS = 6;
    private static final String PUBLISHED = "as published";

    /// The first is ours.
    static List<Contestant> all(List<MethodScore> scores) {
        List<String> rivals = new ArrayList<>();
        List<Contestant> all = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            MethodScore score = scores.get(i);
            String family = score.method().split(",", 2)[0];
            if (i > 0 && !rivals.contains(family)) {
                rivals.add(family);
            }
            String style = i == 0 ? "ours" : "rival-" + rivals.indexOf(family) % COLOURS;
            all.add(new Contestant(score, style, i > 0 && score.method().endsWith(PUBLISHED)));
        }
        return all;
    }

    /// The rival that finds most attacks when it may be as loud as we are; among equals the one with the highest
    /// average
    /// precision.
    static Optional<Contestant> bestRival(List<Contestant> all) {
        return all.stream()
                .skip(1)
                .max(Comparator.comparingInt((Contestant rival) -> rival.dashed() ? 0 : 1)
                        .thenComparingInt(rival -> rival.score().overall().found())
                        .thenComparingDouble(Contestant::averagePrecision));
    }

    /// With the setting in brackets, so that it can stand in a sentence.
    String name() {
        String[] parts = score.method().split(", ", 2);
        return parts.length == 2 ? parts[0] + " (" + parts[1] + ")" : parts[0];
    }

    boolean isOurs() {
        return style.equals("ours");
    }

    String curveStyle() {
        return "curve " + style + (isOurs() ? " bold" : "") + (dashed ? " dashed" : "");
    }

    String nameStyle() {
        return "name " + style + (isOurs() ? " strong" : "");
    }

    private double averagePrecision() {
        Double precision = score.averagePrecision();
        return precision == null ? -1 : precision;
    }
}
