// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.notify;

import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.Deliveries;
import dev.apian.catalogue.Delivery;
import dev.apian.catalogue.Told;
import dev.apian.catalogue.Webhook;
import dev.apian.stage.triage.Alert.Severity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the alerts that a webhook's receiver is to be told of, each once. One thread looks; any may pass over.
final class Teller {

    /// The words of [Webhook#which()].
    static final String TODAY = "today";

    static final String ALL = "all";

    /// Beyond it, one message tells how many more there are, and the rest waits for the next minute.
    static final int ALERTS_A_MINUTE_MAX = 20;

    /// As long as so many messages wait, nothing more is told.
    static final int WAITING_MAX = 500;

    /// An alert that is older than this, in event time, is not told any more.
    static final Duration RAISED_WITHIN = Duration.ofDays(7);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Deliveries deliveries;
    private final AlertQueue queue;
    private final Messages messages;
    private final InstantSource clock;

    /// Ids of what was told, by webhook: asked for anew after each claim.
    private final Map<String, Set<String>> told = new HashMap<>();

    Teller(Catalogue catalogue, AlertQueue queue, Messages messages, InstantSource clock) {
        this.deliveries = catalogue.deliveries();
        this.queue = queue;
        this.messages = messages;
        this.clock = clock;
    }

    /// @param on the webhooks that are on
    void tell(List<Webhook> on) throws IOException {
        told.keySet().retainAll(on.stream().map(Webhook::id).toList());
        Instant reached = queue.reached();
        if (on.isEmpty() || reached == null) {
            return;
        }
        List<Candidate> ripe = queue.raisedWithin(RAISED_WITHIN).stream()
                .filter(Candidate::ripe)
                .toList();
        for (Webhook webhook : on) {
            tell(webhook, ripe, reached);
        }
    }

    /// Has the alerts that there are by now not told.
    void passOver(String webhook) throws IOException {
        List<Told> there =
                queue.raisedWithin(RAISED_WITHIN).stream().map(Candidate::told).toList();
        deliveries.passOver(webhook, there);
    }

    private void tell(Webhook webhook, List<Candidate> ripe, Instant reached) throws IOException {
        Set<String> known = told.get(webhook.id());
        if (known == null) {
            known = deliveries.told(webhook.id());
            told.put(webhook.id(), known);
        }
        Map<String, Candidate> fresh = new LinkedHashMap<>();
        for (Candidate alert : ripe) {
            if (isWanted(webhook, alert) && !known.contains(alert.id())) {
                fresh.put(alert.id(), alert);
            }
        }
        if (fresh.isEmpty() || deliveries.waiting(webhook.id()) >= WAITING_MAX) {
            return;
        }
        Instant now = clock.instant();
        int room = ALERTS_A_MINUTE_MAX - deliveries.made(webhook.id(), Messages.ALERT, now.minus(MINUTE));
        boolean toldOfMore = deliveries.made(webhook.id(), Messages.MORE, now.minus(MINUTE)) > 0;
        List<Told> claimed = fresh.values().stream()
                .limit(toldOfMore ? Math.max(room, 0) : Integer.MAX_VALUE)
                .map(Candidate::told)
                .toList();
        if (!claimed.isEmpty()) {
            told.remove(webhook.id());
            deliveries.claim(
                    webhook.id(),
                    claimed,
                    reached.minus(RAISED_WITHIN.multipliedBy(2)),
                    ids -> messagesOf(webhook, ids, fresh, room, now));
        }
    }

    private List<Delivery> messagesOf(
            Webhook webhook, List<String> ids, Map<String, Candidate> alerts, int room, Instant now) {
        List<Delivery> made = new ArrayList<>();
        for (String id : ids) {
            Candidate alert = alerts.get(id);
            if (alert != null && made.size() < room) {
                made.add(messages.alert(webhook, alert, now));
            }
        }
        if (made.size() < ids.size()) {
            made.add(messages.more(webhook, ids.size() - made.size(), now));
        }
        return made;
    }

    private static boolean isWanted(Webhook webhook, Candidate alert) {
        return Severity.LABELS.indexOf(alert.severity()) >= Severity.LABELS.indexOf(webhook.least())
                && (alert.today() || webhook.which().equals(ALL));
    }
}
