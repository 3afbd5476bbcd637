// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.usual;

import dev.apian.Pipeline;
import dev.apian.PlainRunner;
import dev.apian.bench.identity.Options;
import dev.apian.bench.identity.Table;
import dev.apian.reportcard.rival.PoissonSurprise;
import dev.apian.reportcard.rival.Rival;
import dev.apian.reportcard.rival.TenTimesTheMean;
import dev.apian.reportcard.rival.ZScore;
import dev.apian.reportcard.score.Alerts;
import dev.apian.reportcard.score.Finding;
import dev.apian.simulator.Trade;
import dev.apian.simulator.WorldSettings;
import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.Fingerprints;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.Outcome;
import dev.apian.stage.call.ReaderSettings;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.Profile;
import dev.apian.stage.profile.Profiled;
import dev.apian.stage.signal.BuiltIn;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.triage.Alert;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What volume detection finds and costs: false alerts in peace, on calm days and on release days, and the share of
/// bursts of 50 and 200 calls found that are spliced into ordinary hours; beside the rivals, in one run.
public final class Volume {

    private static final int LEARNING_DAYS = 14;
    private static final String DETECTION = "volume-surge";
    private static final long DAY = 24 * Burst.HOUR;

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    private Volume() {}

    public static void main(String[] args) {
        Options options = Options.parse(args);
        System.out.println("bench/usual " + options + "\n");
        Volume all = new Volume();
        Promises promises = new Promises(0, micros -> false);
        for (Trade trade : options.trades()) {
            Volume own = new Volume();
            for (long seed : options.seeds()) {
                WorldSettings world = new WorldSettings(
                        trade,
                        options.days(),
                        options.actors(),
                        seed,
                        WorldSettings.DEFAULT_START,
                        List.of(),
                        Duration.ofDays(LEARNING_DAYS),
                        Optional.empty());
                promises.addAll(own.peace(world));
                own.bursts(world);
                System.err.printf("%s, seed %d: done%n", trade, seed);
            }
            own.tallies.forEach((name, tally) -> all.tally(name).addAll(tally));
            System.out.println("## " + trade + "\n\n" + own.table());
        }
        System.out.println("## All\n\n" + all.table());
        System.out.println("## Happened over promised\n\n" + promises.table());
    }

    private Tally tally(String name) {
        return tallies.computeIfAbsent(name, _ -> new Tally());
    }

    private static List<Rival> rivals() {
        return List.of(new TenTimesTheMean(), new ZScore(), new PoissonSurprise());
    }

    /// Everything that is said here is false.
    private Promises peace(WorldSettings world) {
        Splice splice = new Splice(world, world.days());
        long from = Splice.micros(world.start().plus(LEARNING_DAYS, ChronoUnit.DAYS));
        Promises promises = new Promises(from, splice::isRelease);
        Run run = new Run(splice, promises);
        double releases = 0;
        long end = Splice.micros(world.end());
        for (long hour = from; hour < end; hour += Burst.HOUR) {
            releases += splice.isRelease(hour) ? 1.0 / 24 : 0;
        }
        double days = world.days() - LEARNING_DAYS;
        double actors = run.firstCall.size();
        for (Map.Entry<String, List<Finding>> claims : run.claims.entrySet()) {
            Tally tally = tally(claims.getKey());
            tally.calmDays += actors * (days - releases);
            tally.releaseDays += actors * releases;
            Alerts.merged(claims.getValue()).forEach(alert -> {
                if (alert.micros() >= from) {
                    if (splice.isRelease(alert.micros())) {
                        tally.releaseAlerts++;
                    } else {
                        tally.calmAlerts++;
                    }
                }
            });
            newcomers(run, claims.getValue(), tally, from);
        }
        promises.end();
        return promises;
    }

    /// The first day of consumers that come when everybody else is known.
    private static void newcomers(Run run, List<Finding> claims, Tally tally, long from) {
        run.firstCall.forEach((consumer, first) -> {
            if (first >= from - DAY * LEARNING_DAYS / 2) {
                tally.newcomerDays++;
            }
        });
        Alerts.merged(claims).forEach(alert -> {
            Long first = run.firstCall.get(alert.actor());
            boolean fresh = first != null && first >= from - DAY * LEARNING_DAYS / 2 && alert.micros() < first + DAY;
            tally.newcomerAlerts += fresh ? 1 : 0;
        });
    }

    private void bursts(WorldSettings world) {
        Splice splice = new Splice(world, LEARNING_DAYS);
        Run run = new Run(splice, null);
        run.claims.forEach((name, claims) -> {
            Tally tally = tally(name);
            for (Burst burst : splice.bursts()) {
                boolean found = claims.stream().anyMatch(claim -> burst.isToldBy(claim.actor(), claim.micros()));
                tally.bursts.merge(burst.calls(), 1, Integer::sum);
                tally.found.merge(burst.calls(), found ? 1 : 0, Integer::sum);
            }
        });
    }

    private String table() {
        Table table = new Table(
                "rule",
                "false alerts per 1,000 actors and day, calm",
                "release and sale days",
                "first day of newcomers",
                "+50 calls found",
                "+200 calls found");
        tallies.forEach((name, tally) -> table.row(
                name,
                rate(tally.calmAlerts, tally.calmDays),
                rate(tally.releaseAlerts, tally.releaseDays),
                rate(tally.newcomerAlerts, tally.newcomerDays),
                share(tally, 50),
                share(tally, 200)));
        return table.toString();
    }

    private static String rate(long alerts, double actorDays) {
        return String.format(Locale.ROOT, "%.2f (%d)", 1_000 * alerts / Math.max(1, actorDays), alerts);
    }

    private static String share(Tally tally, int calls) {
        int of = tally.bursts.getOrDefault(calls, 0);
        int found = tally.found.getOrDefault(calls, 0);
        return String.format(Locale.ROOT, "%.3f (%d of %d)", (double) found / Math.max(1, of), found, of);
    }

    private static final class Tally {
        private double calmDays;
        private double releaseDays;
        private double newcomerDays;
        private long calmAlerts;
        private long releaseAlerts;
        private long newcomerAlerts;
        private final Map<Integer, Integer> bursts = new HashMap<>();
        private final Map<Integer, Integer> found = new HashMap<>();

        private void addAll(Tally other) {
            calmDays += other.calmDays;
            releaseDays += other.releaseDays;
            newcomerDays += other.newcomerDays;
            calmAlerts += other.calmAlerts;
            releaseAlerts += other.releaseAlerts;
            newcomerAlerts += other.newcomerAlerts;
            other.bursts.forEach((calls, count) -> bursts.merge(calls, count, Integer::sum));
            other.found.forEach((calls, count) -> found.merge(calls, count, Integer::sum));
        }
    }

    /// Apian and its rivals see the same calls.
    private static final class Run implements PlainRunner.Observer {

        private final Map<String, List<Finding>> claims = new LinkedHashMap<>();
        private final Map<String, Long> firstCall = new HashMap<>();
        private final Map<String, String> consumers = new HashMap<>();
        private final @Nullable Promises promises;

        private Run(Splice splice, @Nullable Promises promises) {
            this.promises = promises;
            PlainRunner runner = new PlainRunner(new Pipeline(BuiltIn.detectors()), Duration.ofSeconds(60), this);
            CallReader reader =
                    Format.NATIVE.reader(ReaderSettings.of(new byte[Fingerprints.KEY_BYTES], Long.MAX_VALUE));
            claims.put("Apian", new ArrayList<>());
            List<Rival> rivals = rivals();
            splice.forEach((sent, spliced) -> {
                byte[] bytes = sent.line().getBytes(StandardCharsets.ISO_8859_1);
                switch (reader.read(bytes, 0, bytes.length - 1)) {
                    case Outcome.Accepted accepted -> runner.offer(accepted.call());
                    case Outcome.Rejected rejected ->
                        throw new IllegalStateException("the reader refused a simulated call: " + rejected);
                }
                if (!sent.truth().kind().equals("anonymous")) {
                    firstCall.putIfAbsent(sent.truth().actor(), sent.micros());
                    consumers.put(sent.id(), sent.truth().actor());
                }
                rivals.forEach(rival -> rival.see(sent.truth(), finding -> claim(rival, finding)));
            });
            runner.finish();
            rivals.forEach(rival -> rival.end(finding -> claim(rival, finding)));
        }

        private void claim(Rival rival, Finding finding) {
            if (finding.score() >= rival.published()) {
                claims.computeIfAbsent(rival.name(), _ -> new ArrayList<>()).add(finding);
            }
        }

        @Override
        public void profiled(Profiled call, Population known) {
            if (promises != null && consumers.containsKey(call.id())) {
                Profile profile = call.against(known);
                promises.see(call.identified(), profile);
            }
        }

        @Override
        public void raised(Alert version) {
            for (Signal signal : version.signals()) {
                if (signal.card().id().equals(DETECTION)) {
                    String consumer = consumers.get(signal.calls().getFirst());
                    if (consumer != null) {
                        claims.computeIfAbsent("Apian", _ -> new ArrayList<>())
                                .add(new Finding(consumer, signal.micros(), version.risk(), DETECTION));
                    }
                }
            }
        }
    }
}
