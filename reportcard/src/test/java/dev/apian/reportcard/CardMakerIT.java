// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.reportcard.page.ReportPage;
import dev.apian.reportcard.rival.Rivals;
import dev.apian.reportcard.score.MethodScore;
import dev.apian.reportcard.score.ReportCard;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CardMakerIT {

    private static final CardSettings.Build BUILD = new CardSettings.Build("1.0", "abc1234", "today", "here");

    private static CardSettings settings(int threads) {
        return new CardSettings(List.of(5L), 100, 10, 10, 100, false, threads, BUILD);
    }

    @Test
    void theCardDoesNotDependOnTheNumberOfThreadsAndIsTheSameForPeopleAndPrograms() throws InterruptedException {
        AtomicLong calls = new AtomicLong();
        ReportCard card = new CardMaker(settings(2), counting(calls)).make();

        assertThat(new CardMaker(settings(1), counting(new AtomicLong())).make())
                .isEqualTo(card);
        assertThat(calls.get()).isGreaterThan(100_000);
        assertThat(card.methods()).hasSize(1 + 2 * Rivals.all().size());
        MethodScore apian = card.methods().getFirst();
        assertThat(apian.method()).isEqualTo("Apian");
        assertThat(apian.overall().attacks()).isGreaterThan(10);
        assertThat(card.worlds())
                .singleElement()
                .satisfies(world -> assertThat(world.seed()).isEqualTo(5));
        assertThat(card.boringYear()).isNotNull();
        assertThat(card.boringYear().alertsPerDay()).hasSize(10);
        assertThat(card.fallsShort()).anyMatch(text -> text.startsWith("recall of stealthy attacks"));

        JsonNode json = JsonMapper.shared().readTree(CardJson.of(card));
        assertThat(json.path("worlds").path(0).path("seed").asLong()).isEqualTo(5);
        assertThat(json.path("methods").path(0).path("overall").path("found").asInt())
                .isEqualTo(apian.overall().found());
        assertThat(ReportPage.html(card))
                .contains("abc1234", "ten times the mean", apian.overall().found() + " of ")
                .doesNotContain("NaN");
    }

    @Test
    void allThatIsWrongWithTheSettingsIsSaidAtOnce() {
        assertThatThrownBy(() -> new CardSettings(List.of(), 5, 3, 1, 1, true, 0, BUILD))
                .hasMessageContaining("worlds=0")
                .hasMessageContaining("days=3; give 10 or more")
                .hasMessageContaining("actors=5; give 100 to 10000")
                .hasMessageContaining("boringActors=1")
                .hasMessageContaining("threads=0");
    }

    private static Watcher counting(AtomicLong calls) {
        return new Watcher() {
            @Override
            public void begins(String what) {}

            @Override
            public void calls(long count) {
                calls.addAndGet(count);
            }
        };
    }
}
