// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// What the order of the scores is worth, whatever the cut. Alerts of the same score enter together, so their order is
/// nobody's luck.
///
/// An attack counts once, at its best true alert; further true alerts are neither gain nor harm. Precision is therefore
/// attacks found to attacks found and false alerts.
///
/// @param averagePrecision null without attacks
/// @param curve the points at which recall grows, and the lowest cut; by falling cut; empty without attacks or actors
record Ranking(@Nullable Double averagePrecision, List<CurvePoint> curve) {

    private static final double ROUNDING = 1e-12;

    static Ranking of(Pool pool) {
        int attacks = pool.attacks().size();
        if (attacks == 0) {
            return new Ranking(null, List.of());
        }
        double actorDays = pool.actorDays();
        List<Ruling> ranked = pool.rulings().stream()
                .sorted(Comparator.comparingDouble(
                                (Ruling ruling) -> ruling.alert().score())
                        .reversed())
                .toList();
        List<CurvePoint> curve = new ArrayList<>();
        BitSet found = new BitSet();
        double averagePrecision = 0;
        long wrong = 0;
        int before = 0;
        for (int i = 0; i < ranked.size(); i++) {
            ranked.get(i).attacks().forEach(found::set);
            wrong += ranked.get(i).isTrue() ? 0 : 1;
            double cut = ranked.get(i).alert().score();
            boolean last = i + 1 == ranked.size();
            if (!last && ranked.get(i + 1).alert().score() == cut) {
                continue;
            }
            int now = found.cardinality();
            if (now > before) {
                averagePrecision += (double) (now - before) / attacks * now / (now + wrong);
            }
            if ((now > before || last) && actorDays > 0) {
                curve.add(new CurvePoint(cut, (double) now / attacks, FalseRates.ACTORS * wrong / actorDays));
            }
            before = now;
        }
        return new Ranking(averagePrecision, List.copyOf(curve));
    }

    List<AtRecall> at(double... recalls) {
        return DoubleStream.of(recalls).mapToObj(this::at).toList();
    }

    private AtRecall at(double recall) {
        return curve.stream()
                .filter(point -> point.recall() >= recall - ROUNDING)
                .findFirst()
                .map(point -> new AtRecall(recall, point.cut(), point.falsePerThousand()))
                .orElse(new AtRecall(recall, null, null));
    }
}
