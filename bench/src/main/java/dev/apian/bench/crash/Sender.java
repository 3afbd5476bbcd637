// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Sends batches until each has an answer, or may not be sent again. One thread.
final class Sender implements Runnable {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 50;

    private final Course course;
    private final AtomicInteger port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile @Nullable Throwable failure;

    /// @param port of the server, 0 while there is none
    Sender(Course course, AtomicInteger port) {
        this.course = course;
        this.port = port;
    }

    /// Why it stopped early, if it did.
    @Nullable
    Throwable failure() {
        return failure;
    }

    @Override
    public void run() {
        try (client) {
            for (Batch batch = course.take(); batch != null; batch = course.take()) {
                send(batch);
            }
        } catch (InterruptedException | RuntimeException e) {
            failure = e;
        }
    }

    private void send(Batch batch) throws InterruptedException {
        boolean first = true;
        while (true) {
            int to = awaitPort();
            if (!first && batch.keyed()) {
                course.sentAgain();
            }
            first = false;
            try {
                HttpResponse<String> answer = client.send(request(batch, to), BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    check(batch, answer.body());
                    boolean before =
                            answer.headers().firstValue("idempotency-replayed").isPresent();
                    course.acknowledged(batch.number(), before);
                    return;
                }
                boolean told = answer.statusCode() == 429 || answer.body().contains("\"disk_reserve_bytes\"");
                if (!told && answer.statusCode() != 503) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
                course.turnedAway();
                if (!told && !batch.keyed()) {
                    course.unknown(batch.number());
                    return;
                }
            } catch (IOException e) {
                if (!batch.keyed()) {
                    course.unknown(batch.number());
                    return;
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private int awaitPort() throws InterruptedException {
        while (port.get() == 0) {
            Thread.sleep(PAUSE_MILLIS);
        }
        return port.get();
    }

    private static HttpRequest request(Batch batch, int port) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/calls"))
                .timeout(ANSWER_MAX)
                .POST(BodyPublishers.ofByteArray(batch.bytes()));
        return (batch.keyed() ? request.header("Idempotency-Key", batch.key()) : request).build();
    }

    private static void check(Batch batch, String receipt) {
        if (!receipt.contains(
                "\"accepted\":%d,\"rejected\":0".formatted(batch.ids().size()))) {
            throw new IllegalStateException("batch %d: %s".formatted(batch.number(), receipt));
        }
    }
}
