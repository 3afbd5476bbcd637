// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A matrix of grants of which some are hidden, to be found again.
///
/// @param granted by user and permission
/// @param hidden  by user and permission; granted in truth
/// @param rows    of each user what is left to see
record Trial(boolean[][] granted, boolean[][] hidden, List<int[]> rows) {

    static Trial hide(boolean[][] granted, int oneIn, Random random) {
        boolean[][] hidden = new boolean[granted.length][granted[0].length];
        List<int[]> rows = new ArrayList<>();
        for (int i = 0; i < granted.length; i++) {
            for (int j = 0; j < granted[i].length; j++) {
                hidden[i][j] = granted[i][j] && random.nextInt(oneIn) == 0;
            }
            int user = i;
            rows.add(IntStream.range(0, granted[i].length)
                    .filter(j -> granted[user][j] && !hidden[user][j])
                    .toArray());
        }
        return new Trial(granted, hidden, rows);
    }

    /// The popularity of each permission.
    double[] popularity(int user) {
        double[] sums = new double[granted[0].length];
        for (int[] row : rows) {
            for (int j : row) {
                sums[j]++;
            }
        }
        return sums;
    }

    /// Of each permission how alike those are who have it, among so many who are most alike the user.
    double[] nearest(int user, int neighbours) {
        double[] alike = new double[rows.size()];
        int[] own = rows.get(user);
        for (int i = 0; i < rows.size(); i++) {
            int[] row = rows.get(i);
            long both = Arrays.stream(own)
                    .filter(j -> Arrays.binarySearch(row, j) >= 0)
                    .count();
            alike[i] = i == user || both == 0 ? 0 : both / Math.sqrt((double) own.length * row.length);
        }
        double[] sums = new double[granted[0].length];
        IntStream.range(0, alike.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -alike[i]))
                .limit(neighbours)
                .forEach(i -> Arrays.stream(rows.get(i)).forEach(j -> sums[j] += alike[i]));
        return sums;
    }

    /// @param scores of a user, by permission: the higher, the likelier a grant
    Ranked rank(IntFunction<double[]> scores) {
        double area = 0;
        double precision = 0;
        int users = 0;
        for (int i = 0; i < granted.length; i++) {
            int user = i;
            double[] score = scores.apply(i);
            int[] open = IntStream.range(0, score.length)
                    .filter(j -> !granted[user][j] || hidden[user][j])
                    .toArray();
            long found = Arrays.stream(open).filter(j -> hidden[user][j]).count();
            if (found > 0 && found < open.length) {
                users++;
                Ranked one = rank(score, open, hidden[i], found);
                area += one.areaUnderCurve();
                precision += one.averagePrecision();
            }
        }
        return new Ranked(area / users, precision / users);
    }

    /// Ties stand in the middle of their places: the mean over all orders for the area, nearly so for the precision.
    private static Ranked rank(double[] score, int[] open, boolean[] hidden, long found) {
        Integer[] order = Arrays.stream(open).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(j -> -score[j]));
        double below = 0;
        double precision = 0;
        double hits = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            int inTie = 0;
            while (to < order.length && score[order[to]] == score[order[from]]) {
                inTie += hidden[order[to]] ? 1 : 0;
                to++;
            }
            double others = to - from - inTie;
            double othersBefore = from - hits;
            below += inTie * (open.length - found - othersBefore - others / 2);
            for (int n = 1; n <= inTie; n++) {
                double place = from + n * (to - from + 1.0) / (inTie + 1);
                precision += (hits + n) / place;
            }
            hits += inTie;
            from = to;
        }
        return new Ranked(below / found / (open.length - found), precision / found);
    }
}
