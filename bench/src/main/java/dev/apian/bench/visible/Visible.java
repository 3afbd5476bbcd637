// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.visible;

import dev.apian.bench.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sends steady traffic to a server of its own in which again and again somebody is refused a hundred times, and
/// measures how long it takes from the acknowledgement of those calls to the alert about them in the list of alerts.
public final class Visible {

    private static final int USERS = 300;
    private static final int REFUSED = 100;
    private static final long BEAT_MILLIS = 100;
    private static final long LOOK_MILLIS = 20;
    private static final int WARM_UP_SECONDS = 20;

    /// Longer than a tick and the usual lateness.
    private static final int PATIENCE_SECONDS = 100;

    private static final Pattern OFFENDER = Pattern.compile("\"name\":\"(offender-\\d+)");
    private static final String NEWEST = "/api/v1/alerts?sort=newest&limit=200";

    private final Served server;
    private final Sightings sightings = new Sightings();
    private final Random random = new Random(1);
    private final int callsPerBeat;
    private int offenders;
    private long calls;

    private Visible(Served server, int callsPerSecond) {
        this.server = server;
        this.callsPerBeat = Math.toIntExact(callsPerSecond * BEAT_MILLIS / 1_000);
    }

    /// @param args `--lateness SECONDS`, `--alerts N`, `--rate N` ordinary calls a second, `--dir DIR`
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = new Options(args);
        String lateness = options.text("--lateness", "1");
        int alerts = options.whole("--alerts", 150);
        int rate = options.whole("--rate", 300);
        Path data = options.folder("apian-visible");
        try (Served server = Served.start(data, lateness)) {
            server.awaitOpened();
            double[] seconds = new Visible(server, rate).measure(alerts);
            System.out.println(
                    "| lateness s | ordinary calls/s | alerts | not seen | p50 s | p90 s | p99 s | longest s |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %.2f | %.2f | %.2f | %.2f |%n",
                    lateness,
                    rate,
                    seconds.length,
                    alerts - seconds.length,
                    Sightings.quantile(seconds, 0.5),
                    Sightings.quantile(seconds, 0.9),
                    Sightings.quantile(seconds, 0.99),
                    Sightings.quantile(seconds, 1));
        }
    }

    private double[] measure(int alerts) throws InterruptedException {
        Thread watcher = Thread.ofPlatform().daemon().start(this::watch);
        long end = Long.MAX_VALUE;
        long began = System.nanoTime();
        for (long beat = 1; System.nanoTime() < end && sightings.seen() < alerts; beat++) {
            long due = began + beat * BEAT_MILLIS * 1_000_000;
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            boolean warm = beat * BEAT_MILLIS > WARM_UP_SECONDS * 1_000L;
            boolean offends = warm && offenders < alerts && random.nextInt((int) (1_000 / BEAT_MILLIS)) == 0;
            send(offends);
            if (offenders == alerts && end == Long.MAX_VALUE) {
                end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
            }
        }
        watcher.interrupt();
        watcher.join();
        return sightings.seconds();
    }

    /// The ordinary calls of a beat, and, if so, all refused ones of somebody new.
    private void send(boolean offends) {
        StringBuilder lines = new StringBuilder();
        Instant now = Instant.now();
        for (int i = 0; i < callsPerBeat; i++) {
            int user = random.nextInt(USERS);
            Instant at = now.minusMillis(BEAT_MILLIS * (callsPerBeat - i) / callsPerBeat);
            lines.append(record(at, "user-" + user, "/v1/orders/" + (1_000 + user), 200));
        }
        String offender = "offender-" + offenders;
        if (offends) {
            for (int i = 0; i < REFUSED; i++) {
                lines.append(record(now.minusNanos((REFUSED - i) * 1_000L), offender, "/v1/orders/" + i, 403));
            }
            offenders++;
        }
        try {
            server.push(lines.toString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (offends) {
            sightings.acknowledged(offender);
        }
    }

    private void watch() {
        try {
            while (!Thread.interrupted()) {
                Matcher named = OFFENDER.matcher(server.get(NEWEST));
                while (named.find()) {
                    sightings.seen(named.group(1));
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String record(Instant at, String user, String path, int status) {
        return """
                {"timestamp":"%s","event.id":"c-%d","http.request.method":"GET","url.path":"%s",\
                "http.response.status_code":%d,"server.address":"api.shop.example","client.address":"203.0.113.7",\
                "user_agent.original":"curl/8.9.1","user.id":"%s"}
                """.formatted(at, calls++, path, status, user);
    }
}
