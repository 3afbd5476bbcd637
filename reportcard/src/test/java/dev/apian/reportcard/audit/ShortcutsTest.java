// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.apian.reportcard.rival.Calls;
import dev.apian.reportcard.rival.TrueCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ShortcutsTest {

    /// Ten people make one call more each day than the day before; only the thief reads a second kind of thing.
    @Test
    void aNumberThatSeparatesPerfectlyIsNamed() {
        var stories = people(10, 3);
        stories.add(Calls.of("person 3").attack("a1").status(404).at(Calls.DAY + 10 * Calls.HOUR));
        assertThat(audit(stories, id -> "id-walk loud")).singleElement().satisfies(shortcut -> {
            assertThat(shortcut.label()).isEqualTo("id-walk loud");
            assertThat(shortcut.feature()).isEqualTo("number of 4xx (high)");
            assertThat(shortcut.averagePrecision()).isEqualTo(1);
            assertThat(shortcut.positives()).isEqualTo(1);
            assertThat(shortcut.negatives()).isEqualTo(29);
            assertThat(shortcut.byChance()).isCloseTo(1 / 30.0, within(1e-12));
        });
    }

    /// The attack is one of eleven harmless calls like all others, so that every number is a tie.
    @Test
    void anAttackLikeEveryOtherCallHasNoShortcut() {
        var stories = new ArrayList<Calls>();
        for (var person = 0; person < 20; person++) {
            stories.add(Calls.of("person " + person)
                    .attack(person == 7 ? "a1" : "")
                    .times(11, 9 * Calls.HOUR, Calls.MINUTE));
        }
        assertThat(audit(stories, id -> "id-walk stealthy"))
                .singleElement()
                .satisfies(shortcut -> assertThat(shortcut.averagePrecision()).isCloseTo(0.05, within(1e-12)));
    }

    @Test
    void eachLabelIsAskedForItselfAndDaysOfOtherAttacksAreLeftOut() {
        var stories = people(10, 1);
        stories.add(Calls.of("person 3").attack("a1").status(404).at(10 * Calls.HOUR));
        stories.add(Calls.of("person 4").attack("b1").status(404).at(10 * Calls.HOUR));
        assertThat(audit(stories, id -> id.substring(0, 1))).extracting("label").containsExactly("a", "b");
        assertThat(audit(stories, id -> id.substring(0, 1)))
                .allSatisfy(shortcut -> assertThat(shortcut.averagePrecision()).isEqualTo(1))
                .allSatisfy(shortcut -> assertThat(shortcut.negatives()).isEqualTo(8));
    }

    @Test
    void withoutAttacksThereIsNothingToSay() {
        assertThat(audit(people(3, 2), UnaryOperator.identity())).isEmpty();
        assertThat(new Shortcuts().end(UnaryOperator.identity())).isEmpty();
    }

    private static List<Calls> people(int people, int days) {
        var stories = new ArrayList<Calls>();
        for (var person = 0; person < people; person++) {
            var story = Calls.of("person " + person);
            for (var day = 0; day < days; day++) {
                story.times(3 + day, day * Calls.DAY + 9 * Calls.HOUR, Calls.MINUTE);
            }
            stories.add(story);
        }
        return stories;
    }

    private static List<Shortcut> audit(List<Calls> stories, UnaryOperator<String> labelOf) {
        var shortcuts = new Shortcuts();
        stories.stream()
                .flatMap(story -> story.list().stream())
                .sorted(Comparator.comparingLong(TrueCall::micros))
                .forEach(shortcuts::see);
        return shortcuts.end(labelOf);
    }
}
