// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.scenario;

import dev.apian.stage.identity.Actor;
import dev.apian.stage.signal.Detector.Scope;
import dev.apian.stage.signal.Setting;
import dev.apian.stage.signal.Setting.Kind;
import dev.apian.stage.signal.Settings;
import dev.apian.stage.signal.scenario.Scenario.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What people may set of a scenario: its window, its limit, and its limit for some kinds of actor, as far as the file
/// has one.
final class ScenarioSettings {

    private static final String WINDOW = "window";
    private static final String LIMIT = "limit";

    /// What watches a network is forgotten with it.
    private static final Duration NETWORK_WINDOW_MAX = Duration.ofDays(2);

    private static final Duration WINDOW_MIN = Duration.ofSeconds(10);

    private ScenarioSettings() {}

    static Settings of(Scenario scenario) {
        return Settings.of(list(scenario), values -> new ScenarioDetector(with(scenario, values)));
    }

    private static List<Setting> list(Scenario scenario) {
        Duration most = scenario.key().scope() == Scope.NETWORK ? NETWORK_WINDOW_MAX : ScenarioFile.WINDOW_MAX;
        List<Setting> list = new ArrayList<>();
        list.add(new Setting(
                WINDOW,
                Kind.DURATION,
                "",
                Setting.text(scenario.window()),
                Setting.text(WINDOW_MIN),
                Setting.text(most),
                because(scenario, WINDOW)));
        list.add(limit(scenario, LIMIT, scenario.limit().count()));
        for (Actor.Kind kind : Actor.Kind.values()) {
            Integer count = scenario.limit().ofKinds().get(kind);
            if (count != null) {
                list.add(limit(scenario, LIMIT + "." + kind.label(), count));
            }
        }
        return list;
    }

    private static Setting limit(Scenario scenario, String name, int count) {
        String most = Integer.toString(Limit.COUNT_MAX);
        String unit = scenario.measure().unit();
        return new Setting(name, Kind.WHOLE, unit, Integer.toString(count), "1", most, because(scenario, name));
    }

    private static String because(Scenario scenario, String name) {
        return scenario.reasons().getOrDefault(name, "");
    }

    private static Scenario with(Scenario scenario, Map<String, String> values) {
        Map<Actor.Kind, Integer> ofKinds = new EnumMap<>(Actor.Kind.class);
        scenario.limit()
                .ofKinds()
                .forEach((kind, count) -> ofKinds.put(kind, number(values, LIMIT + "." + kind.label(), count)));
        int count = number(values, LIMIT, scenario.limit().count());
        Duration window = Setting.duration(values.getOrDefault(WINDOW, Setting.text(scenario.window())));
        return scenario.with(window, new Limit(count, ofKinds));
    }

    private static int number(Map<String, String> values, String name, int otherwise) {
        return Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
    }
}
