// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.engine.Corrections.Ruled;
import dev.apian.stage.call.Facet.Kind;
import dev.apian.stage.endpoint.Correction.Pin;
import dev.apian.stage.identity.Ruling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people say about who is who, kept beside what they say about paths.
class RulingsTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final String MARIA = "a-0000000000001";
    private static final String SCRIPT = "a-0000000000002";
    private static final String THIRD = "a-0000000000003";
    private static final Ruling LINK = new Ruling.Link(Kind.API_KEY, "key:1", MARIA);
    private static final Ruling UNLINK = new Ruling.Unlink(Kind.API_KEY, "key:1", MARIA);
    private static final Ruling JOIN = new Ruling.Join(SCRIPT, MARIA);
    private static final Ruling NAME = new Ruling.Name(MARIA, "Maria, the auditor");

    @TempDir
    Path data;

    private Corrections corrections = Corrections.open(Path.of("."));

    @BeforeEach
    void open() {
        corrections = Corrections.open(data);
    }

    @Test
    void whatWasSaidIsThereAfterwardsAndNumbersGoOn() throws IOException {
        corrections.add(new Pin("", "", "/v1/orders/{id}", ""), "cli", NOW);
        for (Ruling ruling : List.of(LINK, JOIN, NAME, UNLINK)) {
            corrections.rule(ruling, "ada", NOW);
        }

        Corrections again = Corrections.open(data);

        assertThat(again.rulings()).extracting(Ruled::id).containsExactly(2L, 3L, 4L, 5L);
        assertThat(again.rulings()).extracting(Ruled::ruling).containsExactly(LINK, JOIN, NAME, UNLINK);
        assertThat(again.rulingsInForce()).as("the later word on a facet holds").containsExactly(JOIN, NAME, UNLINK);
        assertThat(again.inForce()).hasSize(1);
    }

    @Test
    void whatHoldsAlreadyIsNotSaidTwiceAndWhatIsTakenBackIsGone() throws IOException {
        Ruled first = corrections.rule(JOIN, "ada", NOW);
        assertThat(corrections.rule(JOIN, "cli", NOW.plusSeconds(5))).isEqualTo(first);

        assertThat(corrections.remove(first.id())).as("it is none about a path").isFalse();
        assertThat(corrections.removeRuling(first.id())).isTrue();
        assertThat(corrections.removeRuling(first.id())).isFalse();
        assertThat(corrections.rulingsInForce()).isEmpty();
        assertThat(corrections.rule(JOIN, "ada", NOW).id())
                .as("never given twice")
                .isEqualTo(2);
    }

    @Test
    void aFileFromBeforeIsReadAndKept() throws IOException {
        Files.writeString(data.resolve("corrections.json"), """
                {"version": 3, "next": 8, "entries": [
                  {"id": 7, "who": "cli", "at": "2026-11-01T12:00:00Z", "kind": "reject", "template": "/a/{b}"}]}
                """);

        assertThat(corrections.rulings()).isEmpty();
        assertThat(corrections.rule(NAME, "cli", NOW).id()).isEqualTo(8);
        assertThat(Corrections.open(data).entries()).hasSize(1);
    }

    @Test
    void joinsInACircleAreRefused() throws IOException {
        corrections.rule(new Ruling.Join(MARIA, SCRIPT), "cli", NOW);
        corrections.rule(new Ruling.Join(SCRIPT, THIRD), "cli", NOW);

        assertThatThrownBy(() -> corrections.rule(new Ruling.Join(THIRD, MARIA), "cli", NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leads back")
                .hasMessageContaining(SCRIPT);
        assertThatThrownBy(() -> corrections.rule(new Ruling.Join(THIRD, THIRD), "cli", NOW))
                .hasMessageContaining("leads back");
        assertThat(corrections.rulings()).hasSize(2);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> parse("link", Map.of("type", "apikey", "value", " ", "actor", "maria")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("type is 'apikey', expected one of user_id, subject")
                .hasMessageContaining("value has 1 characters")
                .hasMessageContaining("actor is 'maria'");
        assertThatThrownBy(() -> parse("join", Map.of("from", "a-1")))
                .hasMessageContaining("from is 'a-1'")
                .hasMessageContaining("into is ''");
        assertThatThrownBy(() -> parse("name", Map.of("actor", "a-zzzzzzzzzzzzz", "name", "two\nlines")))
                .as("no id that was ever written")
                .hasMessageContaining("actor is 'a-zzzzzzzzzzzzz'")
                .hasMessageContaining("in one line");
        assertThatThrownBy(() -> parse("marry", Map.of())).hasMessageContaining("one of link, unlink, join, name");
    }

    @Test
    void whatIsProperIsUnderstood() {
        assertThat(parse("link", Map.of("type", "api_key", "value", "key:1", "actor", MARIA)))
                .isEqualTo(LINK);
        assertThat(parse("unlink", Map.of("type", "api_key", "value", "key:1", "actor", MARIA)))
                .isEqualTo(UNLINK);
        assertThat(parse("join", Map.of("from", SCRIPT, "into", MARIA))).isEqualTo(JOIN);
        assertThat(parse("name", Map.of("actor", MARIA, "name", " Maria, the auditor ")))
                .isEqualTo(NAME);
    }

    private static Ruling parse(String word, Map<String, String> members) {
        return RulingRules.parse(word, member -> members.getOrDefault(member, ""));
    }
}
