// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.peers;

import dev.apian.stage.profile.peers.Likeness;
import dev.apian.stage.profile.peers.Uses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whether permissions that were hidden are found again, in real matrices of users and permissions: a tenth of the
/// grants is hidden, then each user's hidden grants are ranked among what the user was not granted.
///
/// Rivals in the same run: the popularity of a permission, and the nearest neighbours of a user by the cosine, which is
/// told the best of several numbers of neighbours afterwards.
final class Roles {

    private static final int[] NEIGHBOURS = {5, 20, 50};
    private static final int HIDDEN_ONE_IN = 10;

    private Roles() {}

    /// @param folder with files of lines of a user and a permission
    /// @param seeds  what is hidden; drawn now if none is given
    static String text(Path folder, List<Long> given, int draws) throws IOException {
        List<Long> seeds = given.isEmpty() ? drawn(draws) : given;
        Table table = new Table(
                "matrix", "users", "permissions", "grants", "", "popularity", "nearest neighbours", "Apian", "better");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                rows(table, file, seeds);
            }
        }
        return "seeds %s\n\n%s".formatted(seeds, table);
    }

    private static List<Long> drawn(int count) {
        SecureRandom random = new SecureRandom();
        return IntStream.range(0, count)
                .mapToObj(_ -> (long) random.nextInt(1_000_000_000))
                .toList();
    }

    private static void rows(Table table, Path file, List<Long> seeds) throws IOException {
        boolean[][] granted = read(file);
        List<Ranked> popular = new ArrayList<>();
        List<List<Ranked>> near = new ArrayList<>();
        List<Ranked> own = new ArrayList<>();
        for (int n = 0; n < NEIGHBOURS.length; n++) {
            near.add(new ArrayList<>());
        }
        for (long seed : seeds) {
            Trial trial = Trial.hide(granted, HIDDEN_ONE_IN, new Random(seed));
            popular.add(trial.rank(trial::popularity));
            for (int n = 0; n < NEIGHBOURS.length; n++) {
                int neighbours = NEIGHBOURS[n];
                near.get(n).add(trial.rank(user -> trial.nearest(user, neighbours)));
            }
            Likeness likeness = Likeness.of(Uses.of(trial.rows(), granted[0].length));
            own.add(trial.rank(user -> {
                Likeness.Of one = likeness.of(trial.rows().get(user), Likeness.NO_GROUP);
                return IntStream.range(0, granted[0].length)
                        .mapToDouble(one::score)
                        .toArray();
            }));
        }
        int grants = Arrays.stream(granted)
                .mapToInt(row -> (int) IntStream.range(0, row.length)
                        .filter(j -> row[j])
                        .count())
                .sum();
        for (boolean curve : new boolean[] {true, false}) {
            double best = near.stream().mapToDouble(ranked -> mean(ranked, curve)).max().orElseThrow();
            double apian = mean(own, curve);
            double popularity = mean(popular, curve);
            table.row(
                    file.getFileName(),
                    granted.length,
                    granted[0].length,
                    grants,
                    curve ? "area under ROC" : "average precision",
                    Table.share(popularity),
                    Table.share(best),
                    Table.share(apian),
                    apian > best && apian > popularity ? "yes" : "no");
        }
    }

    private static double mean(List<Ranked> ranked, boolean curve) {
        return ranked.stream()
                .mapToDouble(one -> curve ? one.areaUnderCurve() : one.averagePrecision())
                .average()
                .orElseThrow();
    }

    private static boolean[][] read(Path file) throws IOException {
        List<int[]> grants = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.strip().split("\\s+", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toList();
        int[] users = grants.stream().mapToInt(grant -> grant[0]).distinct().sorted().toArray();
        int[] permissions = grants.stream().mapToInt(grant -> grant[1]).distinct().sorted().toArray();
        boolean[][] granted = new boolean[users.length][permissions.length];
        for (int[] grant : grants) {
            granted[Arrays.binarySearch(users, grant[0])][Arrays.binarySearch(permissions, grant[1])] = true;
        }
        return granted;
    }
}
