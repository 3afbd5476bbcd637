// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import dev.apian.reportcard.score.Attacked;
import dev.apian.reportcard.score.EndpointScore;
import dev.apian.reportcard.score.Finding;
import dev.apian.reportcard.score.Hits;
import dev.apian.reportcard.score.IdentityScore;
import dev.apian.reportcard.score.Judged;
import dev.apian.reportcard.score.MethodScore;
import dev.apian.reportcard.score.Nominal;
import dev.apian.reportcard.score.Occasion;
import dev.apian.reportcard.score.ReportCard;
import dev.apian.reportcard.score.ReportCard.AdaptiveRow;
import dev.apian.reportcard.score.ReportCard.AuditRow;
import dev.apian.reportcard.score.ReportCard.BoringYear;
import dev.apian.reportcard.score.ReportCard.MonthLine;
import dev.apian.reportcard.score.ReportCard.Recognition;
import dev.apian.reportcard.score.ReportCard.WorldLine;
import dev.apian.reportcard.score.Scoring;
import dev.apian.reportcard.score.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A card about worlds and methods that do not exist, with every section filled.
final class SampleCard {

    private static final long HOUR = 3_600_000_000L;
    private static final int ACTORS = 400;
    private static final int DAYS = 30;
    private static final int WORLDS = 4;
    private static final List<String> KINDS =
            List.of("id-walk", "login-spray", "price-scrape", "token-theft", "coupon-guess");
    private static final List<String> TACTICS = List.of("loud", "stealthy", "stealthy vpn");

    private SampleCard() {}

    static ReportCard full() {
        return new ReportCard(
                "Apian report card",
                "0.1.0-SNAPSHOT",
                "85ca6a3",
                "26 November 2026",
                "8 cores, 32 GB",
                worlds(),
                List.of(
                        method("Apian", 0.85, 0.012),
                        method("rate limit, as published", 0.25, 0.20),
                        method("rate limit, tuned", 0.45, 0.06),
                        method("random cut forest, as published", 0.40, 0.15),
                        method("random cut forest, tuned", 0.62, 0.05),
                        method("Markov chain, tuned", 0.50, 0.08)),
                recognitions(),
                List.of(
                        new Nominal("1–10 a day", "person", 0.001, 120_000, 96),
                        new Nominal("10–100 a day", "person", 0.001, 88_000, 141),
                        new Nominal("over 1,000 a day", "machine <cron>", 0.0001, 410_000, 38)),
                List.of(
                        new AuditRow("id-walk", "loud", "calls an hour", 0.97, true, true),
                        new AuditRow("id-walk", "stealthy", "distinct ids a day", 0.31, false, true),
                        new AuditRow("token-theft", "stealthy vpn", "new network", 0.88, false, false)),
                year(),
                List.of(
                        new AdaptiveRow(
                                "id-walk", 41, "records a day", 5_200.0, "Walks 41 ids in the order of a report."),
                        new AdaptiveRow(
                                "coupon-guess", 6.5, "guesses an hour", null, "Waits for the sale & hides in it.")),
                List.of(
                        "Slow walks under 40 records a day through a residential VPN are not seen.",
                        "After a release, false alerts double for a day."));
    }

    static ReportCard empty() {
        return new ReportCard(
                "Nothing yet",
                "0",
                "none",
                "never",
                "nowhere",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    /// @param skill chance to find a loud attack; stealth makes it harder
    /// @param noise false findings per actor and day
    private static MethodScore method(String name, double skill, double noise) {
        List<Judged> judged = IntStream.range(0, WORLDS)
                .mapToObj(world -> judged(world, skill, noise, name.hashCode()))
                .toList();
        return Scoring.of(name, judged, 0.5, 1);
    }

    private static Judged judged(int world, double skill, double noise, int seed) {
        Truth truth = truth(world);
        SplittableRandom random = new SplittableRandom(seed * 31L + world);
        List<Finding> findings = new ArrayList<>();
        for (Attacked attack : truth.attacks()) {
            double chance = attack.tactics().equals("loud") ? skill : skill * skill * 0.9;
            if (random.nextDouble() < chance) {
                double delay = StrictMath.exp(random.nextGaussian() * 1.6 + 0.3 - skill) * HOUR;
                String actor = attack.actors().iterator().next();
                findings.add(new Finding(
                        actor, attack.first() + (long) delay, 0.4 + 0.6 * Math.sqrt(random.nextDouble()), "rule"));
            }
        }
        for (int i = 0; i < noise * ACTORS * DAYS; i++) {
            double risk = 0.3 + 0.65 * random.nextDouble() * random.nextDouble();
            long time = (long) (random.nextDouble() * DAYS * 24 * HOUR);
            findings.add(new Finding("actor " + random.nextInt(ACTORS), time, risk, "rule"));
        }
        return new Judged(truth, findings);
    }

    private static Truth truth(int world) {
        SplittableRandom random = new SplittableRandom(world);
        List<Attacked> attacks = new ArrayList<>();
        for (String kind : KINDS) {
            for (String tactics : TACTICS) {
                for (int i = 0; i < 3; i++) {
                    long first = (5 + random.nextInt(20)) * 24L * HOUR;
                    List<Long> strikes = LongStream.range(0, 60)
                            .mapToObj(n -> first + n * HOUR / 3)
                            .toList();
                    String id = world + kind + tactics + i;
                    attacks.add(new Attacked(id, kind, tactics, Set.of("actor " + random.nextInt(ACTORS)), strikes));
                }
            }
        }
        List<Occasion> occasions = new ArrayList<>(List.of(
                new Occasion("release", "", 10 * 24 * HOUR, 11 * 24 * HOUR),
                new Occasion("sale", "", 20 * 24 * HOUR, 22 * 24 * HOUR)));
        for (int i = 0; i < 120; i++) {
            long from = random.nextInt(28) * 24L * HOUR;
            String kind = List.of("journey", "new job", "new device").get(i % 3);
            occasions.add(new Occasion(kind, "actor " + random.nextInt(ACTORS), from, from + 72 * HOUR));
        }
        List<String> actors = names(ACTORS, i -> "actor " + i);
        return new Truth("shop, seed " + world, actors, 0, DAYS, attacks, occasions);
    }

    private static List<WorldLine> worlds() {
        return List.of(
                new WorldLine("shop", 7, 400, 30, 1_834_201, 45),
                new WorldLine("shop", 8, 400, 30, 1_790_002, 45),
                new WorldLine("bank <small>", 7, 400, 30, 903_417, 45),
                new WorldLine("clinic", 7, 400, 30, 411_350, 45));
    }

    private static List<Recognition> recognitions() {
        IdentityScore identity = new IdentityScore(1_834_201, 220, 400, 412, 0.998, 0.963, 0.996, 0.941, 0.968, 3);
        EndpointScore endpoints = new EndpointScore(1_834_201, 64, 66, 61, 0.924, 0.953, 0.938, 0.991);
        return List.of(
                new Recognition("shop, seed 7", identity, endpoints, Hits.of(9_120, 240, 611), 0.93),
                new Recognition("clinic, seed 7", null, endpoints, null, null));
    }

    private static BoringYear year() {
        SplittableRandom random = new SplittableRandom(3);
        List<Integer> days = IntStream.range(0, 365)
                .mapToObj(_ -> random.nextInt(100) < 22 ? 1 + random.nextInt(2) : 0)
                .toList();
        List<MonthLine> months = new ArrayList<>();
        int day = 0;
        List<Integer> lengths = List.of(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
        for (int month = 0; month < lengths.size(); month++) {
            int end = day + lengths.get(month);
            int sum =
                    days.subList(day, end).stream().mapToInt(Integer::intValue).sum();
            months.add(new MonthLine(String.format(java.util.Locale.ROOT, "2026-%02d", month + 1), sum));
            day = end;
        }
        return new BoringYear("shop, seed 7", days, 0.5, months);
    }

    private static List<String> names(int count, IntFunction<String> name) {
        return IntStream.range(0, count).mapToObj(name).toList();
    }
}
