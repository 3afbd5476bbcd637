// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.notify;

import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.Deliveries;
import dev.apian.catalogue.Delivery;
import dev.apian.catalogue.Reply;
import dev.apian.catalogue.Webhook;
import dev.apian.catalogue.Webhooks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is due. Each receiver has a thread while there is something for it, so that one that does not
/// answer keeps no other waiting; its messages go out in their order.
final class Courier implements AutoCloseable {

    /// What comes after a try that failed; after the last, the message is given up.
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2));

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int GONE = 410;

    /// After so many messages of one receiver it is asked anew what is due.
    private static final int AT_ONCE_MAX = 20;

    /// Longer than an answer may take: a try of a server that ended meanwhile is made again.
    private static final Duration TRY_MAX = Duration.ofMinutes(1);

    private static final Duration END_MAX = Duration.ofSeconds(5);

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Sender sender;
    private final InstantSource clock;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("apian-notify-send-", 0).factory());

    Courier(Catalogue catalogue, Sender sender, InstantSource clock) {
        this.webhooks = catalogue.webhooks();
        this.deliveries = catalogue.deliveries();
        this.sender = sender;
        this.clock = clock;
    }

    /// Begins to send what is due to those that are on.
    void send(List<Webhook> on) throws IOException {
        for (Webhook webhook : on) {
            if (busy.contains(webhook.id())) {
                continue;
            }
            List<Delivery> due = deliveries.due(webhook.id(), clock.instant(), AT_ONCE_MAX);
            if (!due.isEmpty()) {
                busy.add(webhook.id());
                threads.execute(() -> send(webhook, due));
            }
        }
    }

    /// Sends one now, once.
    Delivery sendOnce(Webhook webhook, Delivery message) throws IOException, InterruptedException {
        Reply reply = sender.send(webhook, message.body());
        Delivery tried = message.answered(reply, clock.instant(), null);
        return tried.withNumber(deliveries.add(tried));
    }

    /// Ends what is under way; what was not answered is tried again by whoever comes next.
    @Override
    public void close() {
        threads.shutdownNow();
        sender.close();
        try {
            if (!threads.awaitTermination(END_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a message to a webhook was still under way after {} s", END_MAX.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Webhook webhook, List<Delivery> due) {
        try {
            for (Delivery message : due) {
                if (deliveries.take(message, clock.instant().plus(TRY_MAX)) && !deliver(webhook, message)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.warn("messages to the webhook {} were not sent: {}", webhook.name(), e.toString());
        } finally {
            busy.remove(webhook.id());
        }
    }

    /// @return whether the receiver took it
    private boolean deliver(Webhook webhook, Delivery message) throws IOException, InterruptedException {
        Reply reply = sender.send(webhook, message.body());
        Instant now = clock.instant();
        boolean gone = Integer.valueOf(GONE).equals(reply.status());
        Instant again = reply.isTaken() || gone ? null : again(message.tries(), now);
        deliveries.put(message.answered(reply, now, again));
        if (gone) {
            webhooks.turnOff(webhook.id(), "the receiver answered 410 Gone");
            deliveries.giveUp(webhook.id(), "the webhook was turned off");
        }
        return reply.isTaken();
    }

    private static @Nullable Instant again(int triesBefore, Instant now) {
        return triesBefore < WAITS.size() ? now.plus(WAITS.get(triesBefore)) : null;
    }
}
