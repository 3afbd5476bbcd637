// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import dev.apian.Pipeline;
import dev.apian.PlainRunner;
import dev.apian.reportcard.rival.Rival;
import dev.apian.reportcard.rival.TrueCall;
import dev.apian.reportcard.score.Attacked;
import dev.apian.reportcard.score.Finding;
import dev.apian.reportcard.score.Occasion;
import dev.apian.reportcard.score.ReportCard;
import dev.apian.reportcard.score.Truth;
import dev.apian.simulator.Attack;
import dev.apian.simulator.Consumer;
import dev.apian.simulator.SimulatedCall;
import dev.apian.simulator.Simulation;
import dev.apian.simulator.WorldSettings;
import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.Fingerprints;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.Outcome;
import dev.apian.stage.call.ReaderSettings;
import dev.apian.stage.signal.BuiltIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/// One world that Apian and its rivals see at the same time, call by call.
///
/// Apian gets what it would get in production: the bytes of a record. Rivals get the truth about who calls which
/// endpoint, as a gift. Apian runs as the plain loop to which every runner is held, with all built-in detections.
public final class Examination {

    private static final Duration LATENESS = Duration.ofSeconds(60);
    private static final int CALLS_BETWEEN_LINES = 10_000;

    private final WorldSettings settings;
    private final List<Rival> rivals;
    private final LongConsumer progress;
    private final Simulation simulation;
    private final Ledger ledger = new Ledger();
    private final ApianWatch watch = new ApianWatch(ledger);
    private final PlainRunner runner = new PlainRunner(new Pipeline(BuiltIn.detectors()), LATENESS, watch);
    private final CallReader reader =
            Format.NATIVE.reader(ReaderSettings.of(new byte[Fingerprints.KEY_BYTES], Long.MAX_VALUE));
    private final Map<String, List<Finding>> claims = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private Examination(WorldSettings settings, List<Rival> rivals, LongConsumer progress) {
        this.settings = settings;
        this.rivals = rivals;
        this.progress = progress;
        simulation = new Simulation(settings);
        rivals.forEach(rival -> claims.put(rival.name(), new ArrayList<>()));
    }

    /// @param rivals new ones, for this world alone; may be empty
    /// @param progress hears of the calls since it heard last
    public static Examined of(WorldSettings settings, List<Rival> rivals, LongConsumer progress) {
        return new Examination(settings, rivals, progress).run();
    }

    private Examined run() {
        StringBuilder line = new StringBuilder();
        long judgedFrom = micros(settings.start().plus(Duration.ofDays(Understanding.DAYS_TO_LEARN)));
        boolean judged = false;
        long calls = 0;
        while (simulation.hasNext()) {
            SimulatedCall call = simulation.next();
            if (!judged && call.micros() >= judgedFrom) {
                judged = true;
                watch.understanding().nowItCounts();
            }
            take(call, line);
            if (++calls % CALLS_BETWEEN_LINES == 0) {
                progress.accept(CALLS_BETWEEN_LINES);
            }
        }
        runner.finish();
        rivals.forEach(rival -> rival.end(finding -> claim(rival, finding)));
        return result(calls);
    }

    private void take(SimulatedCall call, StringBuilder line) {
        ledger.enter(call);
        if (call.isPlain()) {
            ledger.expect(call);
        }
        if (call.consumer().kind() != Consumer.Kind.ANONYMOUS) {
            known.add(call.consumer().id());
        }
        line.setLength(0);
        call.appendTo(line);
        byte[] bytes = line.toString().getBytes(StandardCharsets.ISO_8859_1);
        switch (reader.read(bytes, 0, bytes.length - 1)) {
            case Outcome.Accepted accepted -> runner.offer(accepted.call());
            case Outcome.Rejected rejected ->
                throw new IllegalStateException("the reader refused a simulated call: " + rejected);
        }
        if (!rivals.isEmpty()) {
            TrueCall seen = Seen.of(call, "", 0);
            rivals.forEach(rival -> rival.see(seen, finding -> claim(rival, finding)));
        }
    }

    private void claim(Rival rival, Finding finding) {
        claims.computeIfAbsent(rival.name(), _ -> new ArrayList<>()).add(finding);
    }

    private Examined result(long calls) {
        List<Attacked> attacks =
                simulation.attacks().stream().map(Examination::attacked).toList();
        List<Occasion> occasions =
                simulation.occasions().stream().map(Examination::occasion).toList();
        String name = settings.trade().label() + ", seed " + settings.seed();
        ReportCard.WorldLine line = new ReportCard.WorldLine(
                settings.trade().label(), settings.seed(), settings.actors(), settings.days(), calls, attacks.size());
        Truth truth = new Truth(name, actors(attacks), micros(settings.start()), settings.days(), attacks, occasions);
        return new Examined(
                line, truth, watch.findings(), claims, watch.understanding().score(name), watch.nominals());
    }

    /// Everybody with a credential, crawlers and monitors; of strangers only those about whom anything is claimed or
    /// true, so that the many addresses of scanners do not water rates down.
    private List<String> actors(List<Attacked> attacks) {
        Set<String> actors = new LinkedHashSet<>(known);
        attacks.forEach(attack -> actors.addAll(attack.actors()));
        watch.findings().forEach(finding -> actors.add(finding.actor()));
        claims.values().forEach(findings -> findings.forEach(finding -> actors.add(finding.actor())));
        return List.copyOf(actors);
    }

    private static Attacked attacked(Attack attack) {
        return new Attacked(
                attack.id(),
                attack.kind().label(),
                attack.tactics().label(),
                Set.copyOf(attack.consumers()),
                attack.times());
    }

    private static Occasion occasion(dev.apian.simulator.Occasion one) {
        return new Occasion(one.kind().label(), one.consumer(), micros(one.from()), micros(one.to()));
    }

    private static long micros(Instant time) {
        return TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + time.getNano() / 1_000;
    }
}
