// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a catalogue promises, whatever database it is in.
abstract class CatalogueContract {

    /// The address of the same, at first empty database, as often as it is asked.
    abstract String url() throws IOException;

    @Test
    void aVerdictOutlivesTheProcess() throws Exception {
        try (Catalogue catalogue = Catalogue.open(url())) {
            assertThat(catalogue.verdicts().on("a1")).isEqualTo(Verdict.NONE);
            catalogue.verdicts().decide("a1", new Verdict("dismissed", "a test of ours"));
            catalogue.verdicts().decide("a1", new Verdict("confirmed", null));
        }
        try (Catalogue again = Catalogue.open(url())) {
            assertThat(again.verdicts().on("a1")).isEqualTo(new Verdict("confirmed", null));
        }
    }

    @Test
    void aVerdictOfAnotherServerIsSeen() throws Exception {
        try (Catalogue one = Catalogue.open(url());
                Catalogue other = Catalogue.open(url())) {
            one.verdicts().decide("a1", new Verdict("investigating", null));
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
