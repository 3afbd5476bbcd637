// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.signal.BuiltIn;
import dev.apian.stage.signal.scenario.ScenarioFile.Outcome;
import dev.apian.testkit.Cases;
import dev.apian.testkit.Cases.Case;
import dev.apian.testkit.DetectorTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Checks of all files in `detections/`.
class DetectionFilesTest {

    private static final Path FOLDER = Path.of("../detections");

    @Test
    void theListOfFilesIsTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> ids = files.map(file -> file.getFileName().toString())
                    .map(name -> name.replaceFirst("\\.yaml$", ""))
                    .sorted()
                    .toList();
            assertThat(BuiltIn.FILES).isEqualTo(ids);
        }
    }

    @Test
    void everyDetectionHasItsOwnId() {
        assertThat(BuiltIn.detectors())
                .extracting(detector -> detector.card().id())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    }

    @TestFactory
    Stream<DynamicTest> everyCaseOfEveryFileHolds() {
        return BuiltIn.FILES.stream().flatMap(id -> {
            String name = id + ".yaml";
            String text = BuiltIn.textOf(name);
            List<Case> cases = Cases.in(name, text);
            DynamicTest both = DynamicTest.dynamicTest(name + " has cases of both sorts", () -> {
                assertThat(cases).anyMatch(Case::raises).anyMatch(one -> !one.raises());
            });
            return Stream.concat(
                    Stream.of(both),
                    cases.stream().map(one -> DynamicTest.dynamicTest(name + " " + one, () -> holds(name, text, one))));
        });
    }

    private static void holds(String name, String text, Case one) {
        switch (ScenarioFile.read(name, text)) {
            case Outcome.Good good -> {
                var signals = new DetectorTester<>(new ScenarioDetector(good.scenario())).watch(one.stories());
                assertThat(!signals.isEmpty()).as("%s: %s", name, one).isEqualTo(one.raises());
            }
            case Outcome.Bad bad -> assertThat(bad.problems()).isEmpty();
        }
    }
}
