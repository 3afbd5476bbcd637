// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a catalogue promises, whatever database it is in.
abstract class CatalogueContract {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);

    /// The address of the same, at first empty database, as often as it is asked.
    abstract String url() throws IOException;

    @Test
    void aVerdictOutlivesTheProcess() throws Exception {
        try (Catalogue catalogue = Catalogue.open(url())) {
            assertThat(catalogue.verdicts().on("a1")).isEqualTo(Verdict.NONE);
            decide(
                    catalogue,
                    "maria",
                    NOON,
                    before -> before.withStatus("dismissed").withNote("a test of ours"));
            decide(
                    catalogue,
                    "ben",
                    LATER,
                    before -> before.withStatus("confirmed").withSnoozedUntil(LATER));
        }
        try (Catalogue again = Catalogue.open(url())) {
            assertThat(again.verdicts().on("a1"))
                    .isEqualTo(new Verdict("confirmed", "a test of ours", null, LATER, "ben", LATER));
        }
    }

    @Test
    void whatWasSaidIsHistoryTheLatestFirst() throws Exception {
        try (Catalogue catalogue = Catalogue.open(url())) {
            decide(
                    catalogue,
                    "maria",
                    NOON,
                    before -> before.withStatus("investigating").withAssignee("ben"));
            decide(catalogue, "ben", LATER, before -> before.withNote("a test of ours"));
            decide(catalogue, "ben", LATER, before -> before.withStatus("investigating"));
            assertThat(catalogue.verdicts().history("a1"))
                    .containsExactly(
                            new AlertEvent(LATER, "ben", "note", "a test of ours"),
                            new AlertEvent(NOON, "maria", "assignee", "ben"),
                            new AlertEvent(NOON, "maria", "status", "investigating"));
            assertThat(catalogue.verdicts().history("a2")).isEmpty();
            assertThat(catalogue.verdicts().people()).containsExactly("ben", "maria");
        }
    }

    @Test
    void ofTwoServersThatDecideAboutOneAlertNeitherUndoesTheOther() throws Exception {
        try (Catalogue one = Catalogue.open(url());
                Catalogue other = Catalogue.open(url())) {
            decide(one, "maria", NOON, before -> before.withAssignee("ben"));
            decide(other, "ben", LATER, before -> before.withStatus("confirmed"));
            assertThat(other.verdicts().on("a1").assignee()).isEqualTo("ben");
        }
    }

    @Test
    void aSuppressionAndItsEndOutliveTheProcess() throws Exception {
        Scope scope = new Scope(List.of("id-walk"), List.of(), List.of("GET /a", "GET /b"), List.of(), List.of());
        Suppression made = new Suppression("s1", scope, "a scanner", "maria", NOON, LATER, null, null, false);
        Suppression ended = new Suppression("s1", scope, "a scanner", "maria", NOON, LATER, NOON, "ben", true);
        try (Catalogue catalogue = Catalogue.open(url());
                Catalogue other = Catalogue.open(url())) {
            catalogue.suppressions().put(made);
            other.refresh();
            assertThat(other.suppressions().all()).containsExactly(made);
            catalogue.suppressions().put(ended);
        }
        try (Catalogue again = Catalogue.open(url())) {
            assertThat(again.suppressions().byId("s1")).contains(ended);
        }
    }

    @Test
    void aPreferenceIsReplaced() throws Exception {
        try (Catalogue catalogue = Catalogue.open(url())) {
            assertThat(catalogue.preferences().get("alerts-a-day")).isEmpty();
            catalogue.preferences().put("alerts-a-day", "5");
            catalogue.preferences().put("alerts-a-day", "7");
        }
        try (Catalogue again = Catalogue.open(url())) {
            assertThat(again.preferences().get("alerts-a-day")).contains("7");
        }
    }

    private static void decide(Catalogue catalogue, String who, Instant at, UnaryOperator<Verdict> decision)
            throws IOException {
        catalogue.verdicts().decide(List.of("a1"), decision, who, at);
    }

    @Test
    void aVerdictOfAnotherServerIsSeen() throws Exception {
        try (Catalogue one = Catalogue.open(url());
                Catalogue other = Catalogue.open(url())) {
            decide(one, "maria", NOON, before -> before.withStatus("investigating"));
            other.refresh();
            assertThat(other.verdicts().on("a1").status()).isEqualTo("investigating");
        }
    }

    @Test
    void everySettingOfADetectionIsKeptWithWhoWhenAndWhy() throws Exception {
        TuningChange first = tuning("id-walk", true, Map.of("steps", "40", "window", "2h"), Long.MIN_VALUE);
        TuningChange second = tuning("id-walk", false, Map.of(), 1_764_000_000_000_000L);
        try (Catalogue catalogue = Catalogue.open(url())) {
            assertThat(catalogue.tunings().all()).isEmpty();
            catalogue.tunings().add(first);
            catalogue.tunings().add(second);
        }
        try (Catalogue again = Catalogue.open(url())) {
            assertThat(again.tunings().all()).containsExactly(first, second);
        }
    }

    private static TuningChange tuning(String id, boolean on, Map<String, String> limits, long from) {
        return new TuningChange(id, on, limits, from, Instant.parse("2026-11-28T07:00:00Z"), "maria", "too loud", "");
    }

    @Test
    void alertsThatChangedAreTold() throws Exception {
        try (Catalogue catalogue = Catalogue.open(url())) {
            catalogue.alerts().put(List.of(alert("late", 2, 1), alert("early", 1, 1)));
            Changes first = catalogue.alerts().since(0);
            assertThat(first.alerts()).containsExactly(alert("early", 1, 1), alert("late", 2, 1));
            assertThat(catalogue.alerts().since(first.sequence())).isEqualTo(new Changes(first.sequence(), List.of()));
            catalogue.alerts().put(List.of(alert("late", 2, 2)));
            assertThat(catalogue.alerts().since(first.sequence()).alerts()).containsExactly(alert("late", 2, 2));
        }
    }

    @Test
    void repeatingAlertsChangesNothingAndAnOlderVersionDoesNotReturn() throws Exception {
        try (Catalogue catalogue = Catalogue.open(url())) {
            catalogue.alerts().put(List.of(alert("a", 1, 5)));
            long sequence = catalogue.alerts().since(0).sequence();
            catalogue.alerts().put(List.of(alert("a", 1, 5)));
            catalogue.alerts().put(List.of(alert("a", 1, 4)));
            assertThat(catalogue.alerts().since(sequence).alerts()).isEmpty();
            assertThat(catalogue.alerts().since(0).alerts()).containsExactly(alert("a", 1, 5));
        }
    }

    @Test
    void nothingIsMissedWhileSeveralWrite() throws Exception {
        Map<String, StoredAlert> seen = new HashMap<>();
        int each = 40;
        try (Catalogue reader = Catalogue.open(url())) {
            List<Thread> writers = List.of(writer("x", each), writer("y", each), writer("z", each));
            long sequence = 0;
            boolean over = false;
            while (!over) {
                over = writers.stream().noneMatch(Thread::isAlive);
                Changes changes = reader.alerts().since(sequence);
                changes.alerts().forEach(alert -> seen.put(alert.id(), alert));
                sequence = changes.sequence();
            }
        }
        assertThat(seen).hasSize(3 * each);
    }

    @Test
    void aQueryIsKeptChangedAndRemoved() throws Exception {
        Instant then = Instant.parse("2026-11-22T14:00:00Z");
        SavedQuery first = new SavedQuery("q1", "Refunds", "SELECT 'it''s'", "Who pays back", "ann", then);
        SavedQuery second = new SavedQuery("q2", "alerts", "FROM alerts", "", "bob", then);
        try (Catalogue catalogue = Catalogue.open(url())) {
            catalogue.savedQueries().put(first);
            catalogue.savedQueries().put(second);
        }
        try (Catalogue again = Catalogue.open(url())) {
            assertThat(again.savedQueries().all()).containsExactly(second, first);
            SavedQuery changed = new SavedQuery("q1", "A refund", "SELECT 2", "", "bob", then.plusSeconds(1));
            again.savedQueries().put(changed);
            assertThat(again.savedQueries().all()).containsExactly(changed, second);
            assertThat(again.savedQueries().remove("q1")).isTrue();
            assertThat(again.savedQueries().remove("q1")).isFalse();
            assertThat(again.savedQueries().all()).containsExactly(second);
        }
    }

    @Test
    void aWebhookIsKeptChangedAndRemovedWithAllThatIsAboutIt() throws Exception {
        Webhook chat = webhook("w1", "chat", true, null);
        try (Catalogue catalogue = Catalogue.open(url())) {
            catalogue.webhooks().put(chat);
            catalogue.webhooks().put(webhook("w2", "Pager", true, null));
            catalogue.deliveries().passOver("w1", List.of(new Told("a1", NOON)));
            catalogue.deliveries().add(Delivery.due("w1", "test", null, "A test", "{}", NOON));
            catalogue.webhooks().turnOff("w2", "it is gone");
            catalogue.webhooks().turnOff("w2", "it is still gone");
        }
        try (Catalogue again = Catalogue.open(url())) {
            assertThat(again.webhooks().all()).containsExactly(chat, webhook("w2", "Pager", false, "it is gone"));
            assertThat(again.deliveries().told("w1")).containsExactly("a1");
            assertThat(again.webhooks().remove("w1")).isTrue();
            assertThat(again.webhooks().remove("w1")).isFalse();
            assertThat(again.webhooks().byId("w1")).isEmpty();
            assertThat(again.deliveries().told("w1")).isEmpty();
            assertThat(again.deliveries().of("w1", 10)).isEmpty();
        }
    }

    @Test
    void ofTwoServersOneTellsAnAlert() throws Exception {
        try (Catalogue one = Catalogue.open(url());
                Catalogue other = Catalogue.open(url())) {
            one.webhooks().put(webhook("w1", "chat", true, null));
            List<Told> both = List.of(new Told("a1", NOON), new Told("a2", LATER));
            one.deliveries().passOver("w1", List.of(new Told("a0", NOON)));
            for (Catalogue catalogue : List.of(one, other)) {
                catalogue.deliveries().claim("w1", both, Instant.EPOCH, CatalogueContract::telling);
            }
            assertThat(other.deliveries().told("w1")).containsExactlyInAnyOrder("a0", "a1", "a2");
            List<Delivery> due = other.deliveries().due("w1", NOON, 10);
            assertThat(due).extracting(Delivery::alert).containsExactly("a1", "a2");
            assertThat(one.deliveries().take(due.getFirst(), LATER)).isTrue();
            assertThat(other.deliveries().take(due.getFirst(), LATER)).isFalse();
            assertThat(other.deliveries().due("w1", NOON, 10)).hasSize(1);
            assertThat(other.deliveries().due("w1", LATER, 10))
                    .as("the try of a server that ended is made again")
                    .hasSize(2);
        }
    }

    @Test
    void aWebhookThatIsOffClaimsNothingAndWhatIsOldIsForgotten() throws Exception {
        try (Catalogue catalogue = Catalogue.open(url())) {
            catalogue.webhooks().put(webhook("w1", "chat", false, null));
            Deliveries deliveries = catalogue.deliveries();
            deliveries.claim("w1", List.of(new Told("a1", NOON)), Instant.EPOCH, CatalogueContract::telling);
            assertThat(deliveries.told("w1")).isEmpty();
            catalogue.webhooks().put(webhook("w1", "chat", true, null));
            deliveries.claim("w1", List.of(new Told("a1", NOON)), Instant.EPOCH, CatalogueContract::telling);
            deliveries.claim("w1", List.of(new Told("a2", LATER)), LATER, CatalogueContract::telling);
            assertThat(deliveries.told("w1")).containsExactly("a2");
        }
    }

    @Test
    void aDeliveryIsFollowedToItsEndAndOnlyTheLatestAreKept() throws Exception {
        try (Catalogue catalogue = Catalogue.open(url())) {
            Deliveries deliveries = catalogue.deliveries();
            deliveries.add(Delivery.due("w1", "alert", "a1", "One", "{}", NOON));
            Delivery failed = deliveries.due("w1", NOON, 1).getFirst().answered(new Reply(500, "no"), NOON, LATER);
            deliveries.put(failed);
            assertThat(deliveries.of("w1", 1)).containsExactly(failed);
            assertThat(failed.status()).isEqualTo(Delivery.WAITING);
            assertThat(deliveries.waiting("w1")).isEqualTo(1);
            deliveries.giveUp("w1", "turned off");
            Delivery over = deliveries.of("w1", 1).getFirst();
            assertThat(over.status()).isEqualTo(Delivery.GIVEN_UP);
            assertThat(over.reply()).isEqualTo(new Reply(null, "turned off"));
            deliveries.put(failed);
            assertThat(deliveries.of("w1", 1)).as("what is over stays so").containsExactly(over);
            deliveries.add(Delivery.due("w1", "alert", "a2", "Waits", "{}", NOON));
            Delivery done =
                    Delivery.due("w1", "more", null, "Many", "{}", NOON).answered(new Reply(200, ""), LATER, null);
            for (int i = 0; i < Deliveries.DELIVERIES_KEPT_MAX; i++) {
                deliveries.add(done);
            }
            List<Delivery> kept = deliveries.of("w1", 1_000);
            assertThat(kept).hasSize(Deliveries.DELIVERIES_KEPT_MAX + 1);
            assertThat(kept.getLast().title()).as("what waits is kept").isEqualTo("Waits");
            assertThat(deliveries.made("w1", "more", NOON.minusSeconds(1))).isEqualTo(Deliveries.DELIVERIES_KEPT_MAX);
            assertThat(deliveries.made("w1", "more", NOON)).isZero();
        }
    }

    private static Webhook webhook(String id, String name, boolean on, @Nullable String because) {
        String url = "https://chat.example.com/" + id;
        return new Webhook(id, name, url, "slack", "high", "today", on, because, "hush", "maria", NOON);
    }

    private static List<Delivery> telling(List<String> alerts) {
        return alerts.stream()
                .map(id -> Delivery.due("w1", "alert", id, "Alert " + id, "{}", NOON))
                .toList();
    }

    static StoredAlert alert(String id, long raised, long version) {
        return new StoredAlert(id, raised, version, "{\"id\":\"%s\",\"v\":%d}".formatted(id, version));
    }

    private Thread writer(String name, int number) {
        return Thread.ofPlatform().start(() -> {
            try (Catalogue catalogue = Catalogue.open(url())) {
                for (int i = 0; i < number; i++) {
                    catalogue.alerts().put(List.of(alert(name + i, i, 1)));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
