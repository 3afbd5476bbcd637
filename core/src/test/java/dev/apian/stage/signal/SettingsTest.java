// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.stage.signal.Setting.Kind;
import dev.apian.stage.signal.Settings.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What people may set of the detections that come with Apian.
class SettingsTest {

    @Test
    void everyDetectionHasSettingsAndEachSaysWhy() {
        for (Detector<?> detector : BuiltIn.detectors()) {
            List<Setting> settings = detector.settings().list();
            assertThat(settings).as(detector.card().id()).isNotEmpty();
            assertThat(settings)
                    .as(detector.card().id())
                    .allMatch(setting -> setting.because().length() > 5)
                    .allMatch(setting ->
                            setting.kind() != Kind.WHOLE || !setting.unit().isEmpty());
        }
    }

    @Test
    void aDetectorMadeAnewHasTheValuesGivenAndKeepsTheOthers() {
        Map<String, String> values =
                new HashMap<>(detector("id-walk").settings().values());
        Detector<?> other = made(detector("id-walk"), Map.of("steps", "40", "window", "90m"));
        values.put("steps", "40");
        values.put("window", "90m");
        assertThat(other.settings().values()).isEqualTo(values);
        assertThat(other.memory()).isEqualTo(Duration.ofMinutes(90));
        assertThat(other.card()).isEqualTo(detector("id-walk").card());
    }

    @Test
    void everySettingOfEveryDetectionReachesTheDetectorMadeOfIt() {
        for (Detector<?> detector : BuiltIn.detectors()) {
            for (Setting setting : detector.settings().list()) {
                for (String bound : List.of(setting.least(), setting.most())) {
                    switch (detector.settings().with(Map.of(setting.name(), bound))) {
                        case Outcome.Good good ->
                            assertThat(amount(
                                            setting,
                                            good.detector().settings().values().getOrDefault(setting.name(), "")))
                                    .as(
                                            "%s of %s",
                                            setting.name(), detector.card().id())
                                    .isEqualTo(amount(setting, bound));
                        case Outcome.Bad bad ->
                            assertThat(bad.problems())
                                    .as("only limits that contradict another one may be refused")
                                    .allMatch(problem -> problem.contains(">") || problem.contains("<="));
                    }
                }
            }
        }
    }

    private static double amount(Setting setting, String text) {
        return Setting.amount(setting.kind(), text).orElseThrow();
    }

    @Test
    void partsOfPartsAndLimitsOfFilesAreSettingsToo() {
        assertThat(detector("volume-surge").settings().values()).containsKeys("floor.high", "floor.low");
        assertThat(detector("permission-violation").settings().values()).containsKey("newcomer.membersMin");
        Map<String, String> guessing = detector("code-guessing").settings().values();
        assertThat(guessing)
                .containsEntry("window", "15m")
                .containsEntry("limit", "12")
                .containsEntry("limit.anonymous", "40");
        Detector<?> other = made(detector("code-guessing"), Map.of("limit.anonymous", "80"));
        assertThat(other.settings().values())
                .containsEntry("limit.anonymous", "80")
                .containsEntry("limit", "12");
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithWhatIsAllowed() {
        assertThat(problems("id-walk", Map.of("steps", "0", "window", "1 week", "step", "25", "blindShare", "2")))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("steps=0", "a whole number from 3 to 10000"),
                        problem -> assertThat(problem).contains("window=1 week", "from 1m to 1d"),
                        problem -> assertThat(problem).contains("step is no setting", "stepsWhenBlind"),
                        problem -> assertThat(problem).contains("blindShare=2", "from 0.01 to 1"));
    }

    @Test
    void limitsThatContradictEachOtherAreAProblemLikeAnyOther() {
        assertThat(problems("id-walk", Map.of("steps", "200")))
                .containsExactly("steps=200 > stepsWhenBlind=100, raise the latter");
        assertThat(problems("volume-surge", Map.of("floor.high", "50"))).hasSize(1);
    }

    @Test
    void whatWatchesNetworksIsRefusedAWindowLongerThanTheyAreRemembered() {
        assertThat(problems("credential-stuffing", Map.of("window", "3d"))).hasSize(1);
    }

    @Test
    void aSettingOutsideItsOwnRangeCannotBe() {
        assertThatThrownBy(() -> new Setting("steps", Kind.WHOLE, "steps", "1", "3", "9", "because"))
                .hasMessageContaining("steps=1");
    }

    @Test
    void numbersAndDurationsAreTextsThatPeopleWrite() {
        assertThat(Setting.text(1e-5)).isEqualTo("0.00001");
        assertThat(Setting.text(3.0)).isEqualTo("3");
        assertThat(Setting.text(Duration.ofHours(36))).isEqualTo("36h");
        assertThat(Setting.text(Duration.ofSeconds(90))).isEqualTo("90s");
        assertThat(Setting.duration("7 d")).isEqualTo(Duration.ofDays(7));
        assertThat(Setting.duration("PT1H")).isNegative();
    }

    @Test
    void aTuningWithAProblemIsLeftOutAsAWhole() {
        Map<String, Tuning> tunings = Map.of(
                "id-walk", new Tuning(false, Map.of("steps", "0")),
                "volume-surge", new Tuning(false, Map.of()),
                "gone-since", Tuning.NONE);
        Detections detections = Detections.tuned(BuiltIn.detectors(), tunings);
        assertThat(detections.problems()).containsOnlyKeys("id-walk", "gone-since");
        assertThat(detections.off()).containsExactly("volume-surge");
        assertThat(detections.all()).hasSameSizeAs(BuiltIn.detectors());
    }

    private static List<String> problems(String id, Map<String, String> values) {
        return switch (detector(id).settings().with(values)) {
            case Outcome.Good good -> List.of();
            case Outcome.Bad bad -> bad.problems();
        };
    }

    private static Detector<?> made(Detector<?> detector, Map<String, String> values) {
        return switch (detector.settings().with(values)) {
            case Outcome.Good good -> good.detector();
            case Outcome.Bad bad -> throw new AssertionError(bad.problems());
        };
    }

    private static Detector<?> detector(String id) {
        return BuiltIn.detectors().stream()
                .filter(detector -> detector.card().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
