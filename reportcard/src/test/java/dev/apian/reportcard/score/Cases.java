// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/// Short names for tiny worlds; time is in hours from the start of the world.
final class Cases {

    static final long HOUR = 3_600_000_000L;
    static final long START = 1_000 * 24 * HOUR;

    private Cases() {}

    static long at(double hour) {
        return START + (long) (hour * HOUR);
    }

    static Finding finding(String actor, double hour, double score) {
        return new Finding(actor, at(hour), score, "rule");
    }

    /// One call at each hour given.
    static Attacked attack(String kind, Set<String> actors, long... hours) {
        return new Attacked(
                kind + hours[0],
                kind,
                "plain",
                actors,
                LongStream.of(hours).mapToObj(Cases::at).toList());
    }

    static Occasion occasion(String kind, String actor, double from, double to) {
        return new Occasion(kind, actor, at(from), at(to));
    }

    static Truth truth(int days, List<String> actors, List<Attacked> attacks, Occasion... occasions) {
        return new Truth("tiny", actors, START, days, attacks, Arrays.asList(occasions));
    }

    static MethodScore score(Truth truth, double cut, Finding... findings) {
        return Scoring.of("Apian", List.of(new Judged(truth, List.of(findings))), cut, 7);
    }
}
