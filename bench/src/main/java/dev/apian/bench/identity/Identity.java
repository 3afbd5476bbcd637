// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.identity;

import dev.apian.reportcard.score.ClassScore;
import dev.apian.reportcard.score.IdentityScore;
import dev.apian.reportcard.world.IdentityWatch;
import dev.apian.reportcard.world.Records;
import dev.apian.reportcard.world.Showing;
import dev.apian.simulator.Conditions;
import dev.apian.simulator.Trade;
import dev.apian.simulator.WorldSettings;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Whether Apian knows who calls, in peaceful worlds where that is hard: carrier NAT, shared devices, refreshes with
/// lost answers, gateways, team keys and services.
public final class Identity {

    private final Options options;

    private Identity(Options options) {
        this.options = options;
    }

    public static void main(String[] args) {
        Options options = Options.parse(args);
        System.out.println("bench/identity " + options + "\n");
        Identity identity = new Identity(options);
        identity.measure("hard conditions, with bodies", Conditions.HARD, Records.FULL);
        identity.measure("hard conditions, without bodies", Conditions.HARD, Records.WITHOUT_BODIES);
        identity.measure("usual conditions, with bodies", Conditions.USUAL, Records.FULL);
    }

    private void measure(String title, Conditions conditions, Records records) {
        Table scores = new Table(
                "world",
                "calls",
                "precision",
                "recall",
                "B-cubed F1",
                "people: precision",
                "recall",
                "B-cubed F1",
                "most in a named actor",
                "in an anonymous one",
                "same actor after a refresh",
                "most behind one address");
        Map<String, ClassScore.Row> classes = new TreeMap<>();
        boolean built = false;
        for (Trade trade : options.trades()) {
            for (long seed : options.seeds()) {
                WorldSettings world = WorldSettings.of(options.days(), options.actors(), seed)
                        .withoutAttacks()
                        .in(trade)
                        .under(conditions);
                IdentityWatch watch = new IdentityWatch();
                Showing.of(world, records, watch);
                row(scores, trade + ", seed " + seed, watch);
                built |= watch.classes().isBuilt();
                watch.classes()
                        .rows(micros(world.end()))
                        .forEach(row -> classes.merge(row.truly(), row, ClassScore.Row::plus));
            }
        }
        System.out.printf("## %s%n%n%s%n%s%n", title, scores, classes(classes, built));
    }

    private static void row(Table scores, String world, IdentityWatch watch) {
        IdentityScore all = watch.all();
        IdentityScore people = watch.people();
        IdentityWatch.Continuity continuity = watch.continuity();
        scores.row(
                world,
                "%,d".formatted(all.calls()),
                Table.share(all.pairPrecision()),
                Table.share(all.pairRecall()),
                Table.share(all.bCubedF1()),
                Table.share(people.pairPrecision()),
                Table.share(people.pairRecall()),
                Table.share(people.bCubedF1()),
                watch.mostInOneNamed(),
                all.mostActorsInOne(),
                "%s of %,d".formatted(Table.share(continuity.same() / (double) continuity.of()), continuity.of()),
                watch.mostBehindOneAddress());
    }

    private static String classes(Map<String, ClassScore.Row> classes, boolean built) {
        Table table = new Table("class", "credentials", "right within a day", "with 20 calls that day", "right");
        classes.forEach((name, row) -> table.row(
                name,
                row.all(),
                built ? Table.share(row.right() / (double) row.all()) : "not built",
                row.busy(),
                built ? Table.share(row.busyRight() / (double) row.busy()) : "not built"));
        return table.toString();
    }

    private static long micros(Instant time) {
        return time.toEpochMilli() * 1_000;
    }
}
