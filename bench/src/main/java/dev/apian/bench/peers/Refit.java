// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.peers;

import dev.apian.stage.profile.peers.Likeness;
import dev.apian.stage.profile.peers.Uses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// How long a refit takes, and what it needs: 200,000 actors of forty overlapping roles, 2,000 endpoints, six million
/// uses.
final class Refit {

    private static final int ACTORS = 200_000;
    private static final int ENDPOINTS = 2_000;
    private static final int USES_EACH = 30;
    private static final int ROLES = 40;
    private static final int ROLE_ENDPOINTS = 120;
    private static final long SEED = 7;

    private Refit() {}

    static String text() {
        Uses uses = uses(new Random(SEED));
        int[] groupOf = IntStream.range(0, ACTORS).map(i -> i % ROLES).toArray();
        Table table = new Table("refit", "actors", "endpoints", "uses", "seconds", "MB of the model");
        long begin = System.nanoTime();
        Likeness first = Likeness.of(uses, groupOf);
        row(table, "from nothing", uses, begin, first);
        begin = System.nanoTime();
        Likeness second =
                first.refit(uses, groupOf, IntStream.range(0, ENDPOINTS).toArray());
        row(table, "from yesterday's roles", uses, begin, second);
        begin = System.nanoTime();
        int judged = 2_000;
        double sum = 0;
        for (int i = 0; i < judged; i++) {
            sum += second.of(uses.row(i), groupOf[i]).score(i % ENDPOINTS);
        }
        return "%s%nOne first use: %.0f microseconds (mean score %.2f)%n"
                .formatted(table, (System.nanoTime() - begin) / 1e3 / judged, sum / judged);
    }

    private static void row(Table table, String name, Uses uses, long begin, Likeness model) {
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3;
        table.row(
                name,
                uses.actors(),
                uses.endpoints(),
                uses.size(),
                "%.1f".formatted(seconds),
                "%.1f".formatted(Written.bytes(model::save) / 1e6));
    }

    /// Everybody has two roles, and one use in twenty is of anything.
    private static Uses uses(Random random) {
        int[][] roles = new int[ROLES][];
        for (int k = 0; k < ROLES; k++) {
            roles[k] = random.ints(ROLE_ENDPOINTS, 0, ENDPOINTS).toArray();
        }
        List<int[]> rows = new ArrayList<>(ACTORS);
        for (int i = 0; i < ACTORS; i++) {
            int[] own = roles[i % ROLES];
            int[] other = roles[random.nextInt(ROLES)];
            boolean[] row = new boolean[ENDPOINTS];
            int[] used = new int[USES_EACH];
            for (int count = 0; count < USES_EACH; ) {
                int drawn = random.nextInt(20);
                int[] from = drawn < 14 ? own : other;
                double skew = random.nextDouble();
                int j = drawn == 19 ? random.nextInt(ENDPOINTS) : from[(int) (skew * skew * ROLE_ENDPOINTS)];
                if (!row[j]) {
                    row[j] = true;
                    used[count++] = j;
                }
            }
            Arrays.sort(used);
            rows.add(used);
        }
        return Uses.of(rows, ENDPOINTS);
    }
}
