// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.notify;

import dev.apian.catalogue.Reply;
import dev.apian.catalogue.Webhook;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Sends a message and reads the beginning of the answer. Follows no redirects, so that messages go where an
/// administrator said.
final class Sender implements AutoCloseable {

    static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    static final int ANSWER_BYTES_MAX = 500;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(ANSWER_MAX)
            .build();
    private final InstantSource clock;

    Sender(InstantSource clock) {
        this.clock = clock;
    }

    Reply send(Webhook webhook, String body) throws InterruptedException {
        long now = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(URI.create(webhook.url()))
                .header("content-type", "application/json; charset=utf-8")
                .header("user-agent", "apian")
                .header("apian-timestamp", String.valueOf(now))
                .header("apian-signature", Signature.of(webhook.secret(), now, body))
                .POST(BodyPublishers.ofString(body))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, _ -> new FirstBytes(ANSWER_BYTES_MAX));
        try {
            return reply(answer.get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Reply(null, "no answer within %d s".formatted(ANSWER_MAX.toSeconds()));
        } catch (ExecutionException e) {
            return new Reply(null, reason(e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    /// Ends what is under way.
    @Override
    public void close() {
        client.shutdownNow();
    }

    private static Reply reply(HttpResponse<byte[]> answer) {
        String to = answer.headers().firstValue("location").orElse("");
        boolean elsewhere = answer.statusCode() / 100 == 3 && !to.isEmpty();
        return new Reply(
                answer.statusCode(),
                elsewhere
                        ? "it is elsewhere, and redirects are not followed; give this address instead: " + line(to)
                        : line(new String(answer.body(), StandardCharsets.UTF_8)));
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause instanceof ConnectException && cause.getCause() instanceof UnresolvedAddressException) {
            return "there is no such host";
        }
        if (cause instanceof ConnectException) {
            return "nobody listens there";
        }
        return line(String.valueOf(cause == null ? "unknown" : cause.getMessage()));
    }

    private static String line(String text) {
        String line = Wording.oneLine(text);
        return line.length() > ANSWER_BYTES_MAX ? line.substring(0, ANSWER_BYTES_MAX) : line;
    }
}
