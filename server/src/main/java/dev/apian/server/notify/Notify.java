// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.notify;

import com.linecorp.armeria.common.HttpMethod;
import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.Webhook;
import dev.apian.catalogue.Webhooks;
import dev.apian.server.http.Operations;
import dev.apian.server.http.Role;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// New alerts told by webhook: a [Teller] finds them, a [Courier] brings them, and administrators say where to.
public final class Notify implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Notify.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Webhooks webhooks;
    private final Teller teller;
    private final Courier courier;
    private final WebhookDesk desk;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("apian-notify").factory());
    private String lastFailure = "";

    /// @param publicUrl of the console, with a slash at its end; null if nobody said
    public Notify(Catalogue catalogue, AlertQueue queue, @Nullable String publicUrl, InstantSource clock) {
        Messages messages = new Messages(publicUrl);
        webhooks = catalogue.webhooks();
        teller = new Teller(catalogue, queue, messages, clock);
        courier = new Courier(catalogue, new Sender(clock), clock);
        desk = new WebhookDesk(catalogue, teller, courier, messages, clock);
        var _ = looking.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void serveOn(Operations operations) {
        operations.get(Role.ADMIN, "/api/v1/webhooks", desk::list);
        operations.hear(HttpMethod.POST, Role.ADMIN, "/api/v1/webhooks", desk::add);
        operations.get(Role.ADMIN, "/api/v1/webhooks/{id}/deliveries", desk::deliveries);
        operations.hear(HttpMethod.POST, Role.ADMIN, "/api/v1/webhooks/{id}/test", desk::test);
        operations.hear(HttpMethod.PATCH, Role.ADMIN, "/api/v1/webhooks/{id}", desk::change);
        operations.delete(Role.ADMIN, "/api/v1/webhooks/{id}", desk::remove);
    }

    /// Comes before the catalogue is closed.
    @Override
    public void close() {
        looking.close();
        courier.close();
    }

    /// A failure is told when it begins.
    private void look() {
        try {
            List<Webhook> on = webhooks.all().stream().filter(Webhook::on).toList();
            teller.tell(on);
            courier.send(on);
            lastFailure = "";
        } catch (IOException | RuntimeException e) {
            if (!lastFailure.equals(e.toString())) {
                LOG.warn("new alerts are not told to webhooks: {}", e.toString());
            }
            lastFailure = e.toString();
        }
    }
}
