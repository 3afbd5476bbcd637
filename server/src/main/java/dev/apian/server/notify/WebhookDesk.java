// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.notify;

import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.Deliveries;
import dev.apian.catalogue.Delivery;
import dev.apian.catalogue.Reply;
import dev.apian.catalogue.Webhook;
import dev.apian.catalogue.Webhooks;
import dev.apian.server.access.Secrets;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.server.http.Said;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What administrators say about webhooks, and what they are shown of them.
final class WebhookDesk {

    static final int WEBHOOKS_MAX = 20;

    private final Webhooks kept;
    private final Deliveries deliveries;
    private final Teller teller;
    private final Courier courier;
    private final Messages messages;
    private final InstantSource clock;

    WebhookDesk(Catalogue catalogue, Teller teller, Courier courier, Messages messages, InstantSource clock) {
        this.kept = catalogue.webhooks();
        this.deliveries = catalogue.deliveries();
        this.teller = teller;
        this.courier = courier;
        this.messages = messages;
        this.clock = clock;
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        for (Webhook one : kept.all()) {
            items.add(json(one));
        }
        return answer;
    }

    /// The answer is the only place where the secret is ever seen.
    ObjectNode add(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        Webhook made = WebhookForm.of(body)
                .on(new Webhook(
                        Secrets.freshId(),
                        "",
                        "",
                        Messages.APIAN,
                        "high",
                        Teller.TODAY,
                        true,
                        null,
                        Signature.freshSecret(),
                        asked.caller().name(),
                        clock.instant()));
        int found = kept.all().size();
        if (found >= WEBHOOKS_MAX) {
            throw Problem.limit(
                    "Too many webhooks",
                    "webhooks_max",
                    found + 1L,
                    WEBHOOKS_MAX,
                    "There are %d webhooks, webhooks_max allows no more; remove one that is not needed any more."
                            .formatted(found));
        }
        teller.passOver(made.id());
        kept.put(made);
        return json(made).put("secret", made.secret());
    }

    /// Where more than before would be told, it is told from now on.
    ObjectNode change(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        Webhook before = known(asked);
        Webhook after = WebhookForm.of(body).on(before);
        boolean turned = before.on() != after.on();
        if (turned) {
            deliveries.giveUp(after.id(), "the webhook was turned off");
        }
        if (turned || !before.least().equals(after.least()) || !before.which().equals(after.which())) {
            teller.passOver(after.id());
        }
        kept.put(after);
        return json(after);
    }

    ObjectNode remove(Parameters asked) throws IOException {
        asked.allowOnly();
        Webhook gone = known(asked);
        kept.remove(gone.id());
        return JsonNodeFactory.instance.objectNode().put("id", gone.id());
    }

    ObjectNode deliveries(Parameters asked) throws IOException {
        asked.allowOnly();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        for (Delivery one : deliveries.of(known(asked).id(), Deliveries.DELIVERIES_KEPT_MAX)) {
            items.add(json(one));
        }
        return answer;
    }

    ObjectNode test(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        if (body.length > 0) {
            Said.of(body, Set.of(), "empty or an empty JSON object");
        }
        Webhook webhook = known(asked);
        String who = asked.caller().name();
        try {
            return json(courier.sendOnce(webhook, messages.test(webhook, who, clock.instant())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a receiver's answer", e);
        }
    }

    private Webhook known(Parameters asked) throws IOException {
        String id = asked.path("id");
        return kept.byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "No such webhook",
                        "There is no webhook with the id %s; GET /api/v1/webhooks lists those there are."
                                .formatted(id)));
    }

    private ObjectNode json(Webhook one) throws IOException {
        List<Delivery> latest = deliveries.of(one.id(), 1);
        ObjectNode out = JsonNodeFactory.instance
                .objectNode()
                .put("id", one.id())
                .put("name", one.name())
                .put("url", one.url())
                .put("format", one.format())
                .put("least_severity", one.least())
                .put("which", one.which())
                .put("on", one.on())
                .put("off_because", one.offBecause())
                .put("author", one.author())
                .put("created", one.created().toString())
                .put("waiting", deliveries.waiting(one.id()));
        out.set("last", latest.isEmpty() ? null : json(latest.getFirst()));
        return out;
    }

    private static ObjectNode json(Delivery one) {
        Reply reply = one.reply();
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", one.number())
                .put("kind", one.kind())
                .put("alert", one.alert())
                .put("title", one.title())
                .put("made", one.made().toString())
                .put("status", one.status())
                .put("tries", one.tries())
                .put("tried", text(one.tried()))
                .put("answer_status", reply == null ? null : reply.status())
                .put("answer", reply == null ? null : reply.said())
                .put("next_try", text(one.next()));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
