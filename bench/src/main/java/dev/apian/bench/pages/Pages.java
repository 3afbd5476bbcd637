// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.pages;

import dev.apian.server.ApianServer;
import dev.apian.server.ServerSettings;
import dev.apian.stage.signal.BuiltIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/// Builds a large lake once, serves it, and asks what the console asks, warm.
public final class Pages {

    private static final int WARM_UP = 5;
    private static final int TIMES = 40;
    private static final long GOAL_NANOS = 500_000_000;

    /// A question over the goal is not asked so often that nobody waits for the end.
    private static final int TIMES_SLOW = 6;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final Random random = new Random(1);

    private Pages(String url) {
        this.url = url;
    }

    /// @param args data directory, which is filled if there is nothing; calls in all; actors; a page, for its questions
    ///             only
    public static void main(String[] args) throws IOException, InterruptedException {
        Platform platform = new Platform(Integer.parseInt(args[2]));
        PlatformLake lake = new PlatformLake(Path.of(args[0]), Long.parseLong(args[1]), platform);
        lake.fillIfAbsent();
        ServerSettings settings = ServerSettings.of(lake.directory()).withPort(0);
        try (ApianServer server =
                ApianServer.overLake(settings, lake.catalogue(), BuiltIn.detectors(), InstantSource.system())) {
            Pages pages = new Pages(server.url());
            pages.awaitReady();
            System.out.println("| page | question | times | p50 ms | p95 ms | most ms | bytes | goal |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            for (Visits.Question question : new Visits(platform).all()) {
                if (args.length < 4 || args[3].equals(question.page())) {
                    pages.measure(question);
                }
            }
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (get("healthz").statusCode() != 200) {
            Thread.sleep(100);
        }
        while (!get("api/v1/overview").body().contains("\"as_of\":\"")) {
            Thread.sleep(1_000); // a lake this large has summaries, once they are made
        }
        System.err.printf("ready after %d s%n", (System.nanoTime() - began) / 1_000_000_000);
    }

    private void measure(Visits.Question question) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP && time(question)[0] < GOAL_NANOS; i++) {
            // warm
        }
        long[] nanos = new long[TIMES];
        int asked = 0;
        long bytes = 0;
        while (asked < TIMES && (asked < TIMES_SLOW || nanos[asked - 1] < GOAL_NANOS)) {
            long[] one = time(question);
            nanos[asked++] = one[0];
            bytes += one[1];
        }
        long[] sorted = Arrays.copyOf(nanos, asked);
        Arrays.sort(sorted);
        long p95 = sorted[(asked - 1) * 95 / 100];
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %.1f | %.1f | %.1f | %d | %s |%n",
                question.page(),
                question.what(),
                asked,
                sorted[asked / 2] / 1e6,
                p95 / 1e6,
                sorted[asked - 1] / 1e6,
                bytes / asked,
                p95 <= GOAL_NANOS ? "holds" : "**missed**");
    }

    private long[] time(Visits.Question question) throws IOException, InterruptedException {
        String path = "api/v1/" + question.path().apply(random);
        long began = System.nanoTime();
        HttpResponse<String> answer = get(path);
        long nanos = System.nanoTime() - began;
        if (answer.statusCode() != 200) {
            System.err.printf("%s: %d %s%n", path, answer.statusCode(), answer.body());
        }
        return new long[] {nanos, answer.body().length()};
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
    }
}
