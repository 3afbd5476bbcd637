// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.apian.server.Ingest;
import dev.apian.simulator.Attack;
import dev.apian.simulator.SimulatedCall;
import dev.apian.simulator.Simulation;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.Outcome.Rejected;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Feeds a simulated world into a server, as records that are read like any others: what the world did and how it
/// did it is not told.
public final class Demo {

    private static final String SOURCE = "simulated shop";
    private static final int BATCH_MAX = 4_000;
    private static final int NAMES_MAX = 3;
    private static final Duration PACE = Duration.ofMillis(200);

    /// An attack that was quiet for so long is told: until then its story is not whole.
    private static final Duration OVER_AFTER = Duration.ofSeconds(15);

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final DemoSettings settings;
    private final Ingest ingest;
    private final String url;
    private final PrintWriter out;
    private final boolean watched;
    private final Pause pause;
    private final Simulation world;
    private final Set<String> told = new HashSet<>();
    private final StringBuilder line = new StringBuilder(2_000);
    private List<Call> batch = new ArrayList<>(BATCH_MAX);
    private long fed;
    private boolean ended;

    /// Waits; true if the end was wished meanwhile.
    public interface Pause {
        boolean sleep(long millis) throws InterruptedException;
    }

    /// @param url where the console is
    /// @param watched whether somebody looks at `out` as it is written
    public Demo(DemoSettings settings, Ingest ingest, String url, PrintWriter out, boolean watched, Pause pause) {
        this.settings = settings;
        this.ingest = ingest;
        this.url = url;
        this.out = out;
        this.watched = watched;
        this.pause = pause;
        this.world = new Simulation(settings.world());
    }

    public void run() throws IOException, InterruptedException {
        SimulatedCall next = past();
        if (!ended) {
            tellPast();
            present(next);
        }
    }

    /// Feeds the past, as fast as it is judged, and gives the first call after it.
    private SimulatedCall past() throws IOException, InterruptedException {
        long began = System.nanoTime();
        Duration length = Duration.between(settings.world().start(), settings.now());
        say("Simulating %d days of traffic and reading it, see the console fill ...".formatted(length.toDays()));
        SimulatedCall call = world.next();
        long shown = began;
        while (!ended && call.at().isBefore(settings.now())) {
            if (settings.replay()) {
                add(call);
            }
            if (batch.size() == BATCH_MAX) {
                send();
                ended = pause.sleep(0);
                if (watched && System.nanoTime() - shown > 500_000_000) {
                    shown = System.nanoTime();
                    showProgress(call.at(), length);
                }
            }
            call = world.next();
        }
        send();
        while (!ended && ingest.engine().progress().waiting() > 0) {
            ended = pause.sleep(50);
        }
        ingest.engine().checkpointSoon();
        clearProgress();
        say("%,d calls of %d days in %.0f s.".formatted(fed, length.toDays(), (System.nanoTime() - began) / 1e9));
        return call;
    }

    /// Feeds what happens from now on when it happens.
    private void present(SimulatedCall first) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(settings.live());
        say("Live traffic goes on, with more attacks within two minutes; Ctrl-C ends it. " + url);
        SimulatedCall call = first;
        while (!ended && Instant.now().isBefore(end)) {
            Instant now = Instant.now();
            while (!call.at().isAfter(now) && batch.size() < BATCH_MAX) {
                add(call);
                call = world.next();
            }
            send();
            tellNew("live: ");
            ended = pause.sleep(PACE.toMillis());
        }
    }

    private void add(SimulatedCall call) {
        line.setLength(0);
        call.appendTo(line);
        byte[] record = line.toString().getBytes(ISO_8859_1); // all of it is ASCII
        switch (ingest.reader().read(record, 0, record.length - 1)) {
            case Accepted accepted -> batch.add(accepted.call());
            case Rejected rejected ->
                throw new IllegalStateException(
                        "the simulator wrote a record that cannot be read: %s".formatted(rejected.reason()));
        }
        fed++;
    }

    private void send() throws IOException, InterruptedException {
        if (!batch.isEmpty()) {
            ingest.engine().put(batch);
            ingest.engine().arrivals().took(SOURCE, batch.size());
            batch = new ArrayList<>(BATCH_MAX);
        }
    }

    private void tellPast() {
        if (settings.replay()) {
            say("What was really done, to compare with the alerts:");
        }
        tellNew("  ");
    }

    private void tellNew(String before) {
        Instant over = Instant.now().minus(OVER_AFTER);
        for (Attack attack : world.attacks()) {
            boolean shown = settings.replay() || attack.lastSeen().isAfter(settings.now());
            if (shown && attack.lastSeen().isBefore(over) && told.add(attack.id())) {
                String when = CLOCK.format(attack.firstSeen());
                say("%s%s, %s: %s%s".formatted(before, attack.kind().label(), when, attack.story(), alsoKnown(attack)));
            }
        }
    }

    /// By which other names the console may call the culprit.
    private static String alsoKnown(Attack attack) {
        List<String> others = attack.names().stream()
                .filter(name -> !attack.story().contains(name))
                .limit(NAMES_MAX)
                .toList();
        return others.isEmpty() ? "" : " (as " + String.join(" or ", others) + ")";
    }

    private void showProgress(Instant at, Duration length) {
        double share = (double) Duration.between(settings.world().start(), at).toMillis() / length.toMillis();
        out.printf(Locale.ROOT, "\r\u001B[K  %3.0f%%  %s UTC  %,d calls", share * 100, CLOCK.format(at), fed);
        out.flush();
    }

    private void clearProgress() {
        if (watched) {
            out.print("\r\u001B[K");
        }
    }

    private void say(String text) {
        out.println(text);
        out.flush();
    }
}
