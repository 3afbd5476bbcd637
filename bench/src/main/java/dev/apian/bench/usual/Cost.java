// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.usual;

import dev.apian.bench.identity.Options;
import dev.apian.bench.identity.Table;
import dev.apian.reportcard.world.Records;
import dev.apian.reportcard.world.Showing;
import dev.apian.reportcard.world.Witness;
import dev.apian.simulator.SimulatedCall;
import dev.apian.simulator.WorldSettings;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.ActorProfile;
import dev.apian.stage.profile.Lesson;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.PopulationLearner;
import dev.apian.stage.profile.ProfileStep;
import dev.apian.stage.profile.Profiled;
import dev.apian.stream.Tick;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What it costs to know what is usual: time a call for the rates alone, for an actor's whole profile, and for what the
/// call teaches about all actors. One thread; all calls of one world, again and again.
///
/// Of the profile and the lessons only what runners use is known here, so the same class also measures older versions.
public final class Cost {

    private static final int ROUNDS = 9;

    /// Time of the processor, since other programs of the machine take their share of the clock on the wall.
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Cost() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Options options = Options.parse(args);
        System.out.println("bench/usual-cost " + options + "\n");
        Table table = new Table("what", "at best", "median", "target");
        if (RatesCost.isKnown()) {
            RatesCost.measure(table);
        }
        List<Identified> calls = calls(WorldSettings.of(
                        options.days(), options.actors(), options.seeds().getFirst())
                .withoutAttacks());
        Times takes = new Times();
        Times learns = new Times();
        Times publishes = new Times();
        long lessons = 0;
        for (int round = 0; round < ROUNDS; round++) {
            lessons = round(calls, takes, learns, publishes);
        }
        takes.row(table, "profile: a call, ns", calls.size(), "400");
        learns.row(table, "population: lessons of a call, ns", calls.size(), "");
        publishes.row(table, "population: publishing, ns a call", calls.size(), "");
        System.out.println(table);
        System.out.printf(
                Locale.ROOT, "%,d calls, %.2f lessons a call%n", calls.size(), (double) lessons / calls.size());
    }

    private static List<Identified> calls(WorldSettings world) {
        List<Identified> calls = new ArrayList<>();
        Showing.of(world, Records.FULL, new Witness() {
            @Override
            public void sent(SimulatedCall call) {
                // Who is who does not matter here.
            }

            @Override
            public void profiled(Profiled call, Population known) {
                calls.add(call.identified());
            }
        });
        return calls;
    }

    /// One pass, tick by tick. Lessons are taken to the learner in a list, as the engine does.
    private static long round(List<Identified> calls, Times takes, Times learns, Times publishes) {
        ProfileStep step = new ProfileStep();
        PopulationLearner learner = new PopulationLearner();
        Map<Long, ActorProfile> profiles = new HashMap<>();
        List<Lesson> lessons = new ArrayList<>();
        long told = 0;
        long take = 0;
        long learn = 0;
        long publish = 0;
        int next = 0;
        while (next < calls.size()) {
            long tick = Tick.of(calls.get(next).micros());
            int first = next;
            while (next < calls.size() && Tick.of(calls.get(next).micros()) == tick) {
                next++;
            }
            long start = THREADS.getCurrentThreadCpuTime();
            for (Identified call : calls.subList(first, next)) {
                step.process(
                        profiles.computeIfAbsent(step.keyOf(call), key -> step.freshState()),
                        call,
                        Templates.NONE,
                        given -> {
                            if (given instanceof Lesson lesson) {
                                lessons.add(lesson);
                            }
                        });
            }
            long taken = THREADS.getCurrentThreadCpuTime();
            lessons.forEach(learner::learn);
            long learned = THREADS.getCurrentThreadCpuTime();
            learner.publish(tick);
            publish += THREADS.getCurrentThreadCpuTime() - learned;
            take += taken - start;
            learn += learned - taken;
            told += lessons.size();
            lessons.clear();
        }
        takes.add(take);
        learns.add(learn);
        publishes.add(publish);
        return told;
    }

    /// Nanoseconds of each round.
    static final class Times {

        private final List<Long> nanos = new ArrayList<>();

        void add(long round) {
            nanos.add(round);
        }

        void row(Table table, String what, long calls, String target) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            table.row(what, each(sorted[0], calls), each(sorted[sorted.length / 2], calls), target);
        }

        private static String each(long nanos, long calls) {
            return String.format(Locale.ROOT, "%.1f", (double) nanos / calls);
        }
    }
}
