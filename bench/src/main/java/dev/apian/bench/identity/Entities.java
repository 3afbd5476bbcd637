// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.identity;

import dev.apian.reportcard.score.Explanations;
import dev.apian.reportcard.score.Hits;
import dev.apian.reportcard.score.ReportCard;
import dev.apian.reportcard.world.EntityWatch;
import dev.apian.reportcard.world.Records;
import dev.apian.reportcard.world.Showing;
import dev.apian.simulator.Trade;
import dev.apian.simulator.WorldSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/// Whether entities are recognised and accesses to them explained, in peaceful worlds from the second week on.
public final class Entities {

    private static final int WORST_SHOWN = 10;

    private final Options options;

    private Entities(Options options) {
        this.options = options;
    }

    public static void main(String[] args) {
        Options options = Options.parse(args);
        System.out.println("bench/entities " + options + "\n");
        Entities entities = new Entities(options);
        entities.measure(Records.FULL);
        entities.measure(Records.WITHOUT_BODIES);
    }

    private void measure(Records records) {
        Table scores = new Table(
                "world",
                "ids F1",
                "with query or body: precision at least",
                "recall",
                "types ARI",
                "accesses",
                "explained",
                "first accesses",
                "explained");
        Map<String, Explanations> byTrade = new LinkedHashMap<>();
        for (Trade trade : options.trades()) {
            for (long seed : options.seeds()) {
                WorldSettings world = WorldSettings.of(options.days(), options.actors(), seed)
                        .withoutAttacks()
                        .in(trade);
                EntityWatch watch = new EntityWatch(world);
                Showing.of(world, records, watch);
                row(scores, trade + ", seed " + seed, watch);
                byTrade.computeIfAbsent(trade.label(), _ -> new Explanations()).addAll(watch.explanations());
            }
        }
        System.out.printf("## %s%n%n%s%n%s%n", records.label(), scores, reasons(byTrade));
        byTrade.forEach((trade, all) -> System.out.printf("%s, most unexplained:%n%n%s%n", trade, worst(all)));
    }

    private static void row(Table scores, String name, EntityWatch watch) {
        ReportCard.Recognition recognition = watch.recognition(name);
        Hits plain = recognition.ids();
        Double types = recognition.typesAgree();
        Hits others = watch.withQueryOrBody();
        Explanations.Tally tally = watch.explanations().all();
        scores.row(
                name,
                plain == null ? "–" : Table.share(plain.f1()),
                Table.share(others.precision()),
                Table.share(others.recall()),
                types == null ? "–" : Table.share(types),
                "%,d".formatted(tally.accesses()),
                Table.share(tally.share()),
                "%,d".formatted(tally.first()),
                Table.share(tally.firstShare()));
    }

    private static String reasons(Map<String, Explanations> byTrade) {
        TreeSet<String> reasons = new TreeSet<>();
        byTrade.values().forEach(all -> reasons.addAll(all.byReason().keySet()));
        Table table = new Table("explanation", "business", "accesses", "share");
        for (String reason : reasons) {
            byTrade.forEach((trade, all) -> {
                long count = all.byReason().getOrDefault(reason, 0L);
                table.row(
                        reason,
                        trade,
                        "%,d".formatted(count),
                        Table.share(count / (double) all.all().accesses()));
            });
        }
        return table.toString();
    }

    private static String worst(Explanations all) {
        Table table = new Table("endpoint", "accesses", "explained", "first accesses", "explained");
        for (Explanations.Row row : all.worst(WORST_SHOWN)) {
            Explanations.Tally tally = row.tally();
            table.row(
                    "`" + row.endpoint() + "`",
                    "%,d".formatted(tally.accesses()),
                    Table.share(tally.share()),
                    "%,d".formatted(tally.first()),
                    Table.share(tally.firstShare()));
        }
        return table.toString();
    }
}
