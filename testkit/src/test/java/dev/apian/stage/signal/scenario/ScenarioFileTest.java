// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.signal.BuiltIn;
import dev.apian.stage.signal.scenario.ScenarioFile.Outcome;
import dev.apian.stage.signal.scenario.ScenarioFile.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioFileTest {

    private static final String GOOD = BuiltIn.textOf("many-refused.yaml");

    private static List<String> problems(String fileName, String text) {
        return switch (ScenarioFile.read(fileName, text)) {
            case Outcome.Good good -> List.of();
            case Outcome.Bad bad ->
                bad.problems().stream().map(Problem::toString).toList();
        };
    }

    private static List<String> problemsWith(String found, String replacement, String... more) {
        assertThat(GOOD).contains(found);
        String text = GOOD.replace(found, replacement);
        for (int i = 0; i < more.length; i += 2) {
            assertThat(text).contains(more[i]);
            text = text.replace(more[i], more[i + 1]);
        }
        return problems("many-refused.yaml", text);
    }

    @Test
    void readsAGoodFile() {
        assertThat(problems("many-refused.yaml", GOOD)).isEmpty();
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThat(problemsWith(
                        "window:\n  value: 1h",
                        "window:\n  value: 90d",
                        "severity: medium",
                        "severity: huge",
                        "key: actor",
                        "kee: actor"))
                .containsExactlyInAnyOrder(
                        "many-refused.yaml: severity=huge, expected one of [low, medium, high]; write one of them",
                        "many-refused.yaml: window.value=90d, expected at least 1s and at most 28d; choose one within",
                        "many-refused.yaml: key=nothing, expected the field key; add it",
                        "many-refused.yaml: kee=actor, expected only the fields [blind-spots, cases, "
                                + "false-positives, family, filter, forgiven-when-answered, happened, id, key, limit, "
                                + "matters, measure, next-steps, question, severity, strength, title, usual, window]; "
                                + "remove it or mend its name");
    }

    @Test
    void refusesANumberWithoutAReason() {
        assertThat(problemsWith("    because: several people may look like one, each with an expired session\n", ""))
                .containsExactly(
                        "many-refused.yaml: limit.anonymous.because=nothing, expected the field because; add it");
    }

    @Test
    void refusesUnknownFieldsFurtherIn() {
        assertThat(problemsWith("  statuses: [401, 403]", "  statuses: [401, 403, 999]\n  path: /x"))
                .containsExactly(
                        "many-refused.yaml: filter.statuses=999, expected numbers from 100 to 599; write one of them",
                        "many-refused.yaml: filter.path=/x, expected only the fields [endpoints, has-username, kinds, "
                                + "labels, methods, statuses]; remove it or mend its name");
    }

    @Test
    void refusesAGapThatNothingFills() {
        assertThat(problemsWith("{actor} was refused", "{who} was refused"))
                .singleElement()
                .asString()
                .startsWith("many-refused.yaml: happened={who}, expected a gap among [actor, count");
    }

    @Test
    void refusesAnIdThatIsNotTheFilesName() {
        assertThat(problems("other.yaml", GOOD))
                .containsExactly(
                        "other.yaml: id=many-refused, expected the name of the file without .yaml; rename one of them");
    }

    @Test
    void refusesAMeasureItDoesNotKnow() {
        assertThat(problemsWith("measure: calls", "measure: bytes"))
                .singleElement()
                .asString()
                .contains("measure=bytes, expected one of [calls, distinct endpoints, distinct paths");
    }

    @Test
    void saysWhereTheSyntaxIsWrong() {
        assertThat(problems("x.yaml", "id: [x"))
                .singleElement()
                .asString()
                .startsWith("x.yaml: text=")
                .contains("line 1")
                .endsWith("mend the syntax");
        assertThat(problems("x.yaml", "")).singleElement().asString().contains("no mapping");
        assertThat(problems("x.yaml", "- a\n- b")).singleElement().asString().contains("no mapping");
    }
}
