// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.engine.Corrections.Document;
import dev.apian.engine.Corrections.Entry;
import dev.apian.stage.endpoint.Correction;
import dev.apian.stage.endpoint.Correction.Pin;
import dev.apian.stage.endpoint.Correction.Reject;
import dev.apian.stage.endpoint.Correction.Rename;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Pin PIN = new Pin("", "", "/v1/orders/{id}", "");
    private static final Reject REJECT = new Reject("", "/v1/orders/{orderId}");
    private static final Rename RENAME = new Rename("", "/v1/orders/{id}", "orderId");

    @TempDir
    Path data;

    private Corrections corrections = Corrections.open(Path.of("."));

    @BeforeEach
    void open() {
        corrections = Corrections.open(data);
    }

    @Test
    void lookingMakesNothing() throws IOException {
        assertThat(corrections.entries()).isEmpty();
        assertThat(corrections.documents()).isEmpty();
        assertThat(corrections.inForce()).isEmpty();
        assertThat(corrections.remove(1)).isFalse();
        assertThat(data.resolve("corrections.json")).doesNotExist();
    }

    @Test
    void whatWasSaidIsThereAfterwards() throws IOException {
        Pin here = new Pin("GET", "api.example", "/a/{b}/c", "");
        corrections.add(here, "cli", NOW);
        corrections.add(REJECT, "ada", NOW);
        corrections.add(RENAME, "ada", NOW);

        List<Entry> again = Corrections.open(data).entries();

        assertThat(again).extracting(Entry::id).containsExactly(1L, 2L, 3L);
        assertThat(again).extracting(Entry::correction).containsExactly(here, REJECT, RENAME);
        assertThat(again.getFirst()).isEqualTo(new Entry(1, "cli", NOW, here));
    }

    @Test
    void aNumberIsNeverGivenTwice() throws IOException {
        corrections.add(PIN, "cli", NOW);
        assertThat(corrections.remove(1)).isTrue();

        assertThat(corrections.add(PIN, "cli", NOW).id()).isEqualTo(2);
    }

    @Test
    void whoSpokeLaterWinsAndUndoBringsTheOlderBack() throws IOException {
        corrections.add(PIN, "cli", NOW);
        corrections.add(RENAME, "cli", NOW);
        corrections.add(REJECT, "cli", NOW);
        assertThat(corrections.inForce()).containsExactly(RENAME, REJECT);

        corrections.remove(3);
        assertThat(corrections.inForce()).containsExactly(PIN, RENAME);
    }

    @Test
    void whatHoldsAlreadyIsNotSaidTwice() throws IOException {
        Entry first = corrections.add(PIN, "cli", NOW);
        corrections.add(RENAME, "cli", NOW);

        assertThat(corrections.add(PIN, "ada", NOW.plusSeconds(1))).isEqualTo(first);
        assertThat(corrections.entries()).hasSize(2);
    }

    @Test
    void whatWasOverriddenSinceCanBeSaidAgain() throws IOException {
        corrections.add(PIN, "cli", NOW);
        corrections.add(REJECT, "cli", NOW);

        assertThat(corrections.add(PIN, "cli", NOW).id()).isEqualTo(3);
        assertThat(corrections.inForce()).containsExactly(PIN);
    }

    @Test
    void whatIsSaidOfOneHostOrMethodLeavesTheOthersAlone() throws IOException {
        Pin get = new Pin("GET", "", PIN.template(), "");
        Reject there = new Reject("b.example", PIN.template());
        corrections.add(PIN, "cli", NOW);
        corrections.add(get, "cli", NOW);
        corrections.add(there, "cli", NOW);
        assertThat(corrections.inForce()).containsExactly(PIN, get, there);

        corrections.add(PIN, "cli", NOW.plusSeconds(1));
        assertThat(corrections.inForce()).containsExactly(PIN);
    }

    @Test
    void peopleWinOverDocumentsEvenOverLaterOnes() throws IOException {
        corrections.add(REJECT, "ada", NOW);
        Pin documented = new Pin("GET", "", PIN.template(), "shop");
        Pin other = new Pin("GET", "", "/v1/carts", "shop");
        corrections.put(new Document("shop", "ci", NOW.plusSeconds(9), List.of(documented, other), "text"));

        assertThat(corrections.inForce()).containsExactly(other, REJECT);
    }

    @Test
    void documentsAreReplacedListedAndRemoved() throws IOException {
        Document old = new Document("shop", "cli", NOW, List.of(), "one");
        Document fresh = new Document("shop", "cli", NOW, List.of(new Pin("GET", "h", "/x", "shop")), "two");
        corrections.put(old);
        corrections.put(fresh);
        corrections.put(new Document("a.b", "cli", NOW.minusSeconds(5), List.of(), ""));

        assertThat(corrections.documents()).extracting(Document::name).containsExactly("a.b", "shop");
        assertThat(Corrections.open(data).documents()).contains(fresh);
        assertThat(corrections.inForce()).hasSize(1);
        assertThat(corrections.removeDocument("shop")).isTrue();
        assertThat(corrections.removeDocument("shop")).isFalse();
        assertThat(corrections.inForce()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "orders/{id}; expected one that begins with /",
                "/orders/{id; braces that do not match",
                "/orders/{1d}; letters, digits",
                "/orders/{}; (empty)",
                "/orders; has no variable part",
                "/or ders/{id}; or blanks",
            })
    void whatCannotBeMeantIsRefused(String template, String why) throws IOException {
        assertThatThrownBy(() -> corrections.add(new Reject("", template), "cli", NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
        assertThat(corrections.entries()).isEmpty();
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThatThrownBy(() -> corrections.add(new Rename("A/b", "orders", "9 lives"), "cli", NOW))
                .hasMessageContaining("expected one that begins with /")
                .hasMessageContaining("host A/b")
                .hasMessageContaining("no variable part")
                .hasMessageContaining("name 9 lives");
    }

    @ParameterizedTest
    @CsvSource({"../evil", "a/b", ".hidden", "''"})
    void aDocumentCannotBeNamedOutOfItsFolder(String name) {
        assertThatThrownBy(() -> corrections.put(new Document(name, "cli", NOW, List.of(), "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> corrections.removeDocument(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndNotOverwritten() throws IOException {
        Path file = Files.writeString(data.resolve("corrections.json"), "{\"entries\": [{\"kind\": \"bend\"");

        assertThatThrownBy(() -> corrections.inForce())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> corrections.add(PIN, "cli", NOW)).isInstanceOf(IOException.class);
        assertThat(file).content().contains("bend");
    }

    @Test
    void whatAnotherProcessWroteIsSeen() throws IOException {
        assertThat(corrections.inForce()).isEmpty();
        Corrections.open(data).add(PIN, "cli", NOW);
        assertThat(corrections.inForce()).containsExactly(PIN);
        assertThat(corrections.inForce()).isSameAs(corrections.inForce());
    }

    @Test
    void manyWritersLoseNothing() throws Exception {
        List<Future<Correction>> said = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                Pin pin = new Pin("GET", "", "/p" + i, "");
                said.add(threads.submit(
                        () -> Corrections.open(data).add(pin, "cli", NOW).correction()));
            }
        }
        assertThat(corrections.entries()).hasSize(40).extracting(Entry::id).doesNotHaveDuplicates();
        assertThat(said).hasSize(40).allMatch(Future::isDone);
    }
}
