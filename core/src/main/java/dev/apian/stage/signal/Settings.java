// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What people may set of one detector, and how it is made anew with other values.
///
/// One list serves reading, checking and building, so that a limit cannot be shown and not be obeyed.
public final class Settings {

    /// There is nothing to set.
    public static final Settings NONE = new Settings(List.of(), values -> {
        throw new IllegalStateException("a detector without settings is not made anew");
    });

    private final List<Setting> list;
    private final Function<Map<String, String>, Detector<?>> making;

    private Settings(List<Setting> list, Function<Map<String, String>, Detector<?>> making) {
        this.list = List.copyOf(list);
        this.making = making;
    }

    /// A detector with other values, or everything that is wrong with them.
    public sealed interface Outcome {

        record Good(Detector<?> detector) implements Outcome {}

        record Bad(List<String> problems) implements Outcome {}
    }

    /// The components of a detector's limits that are [Tunable], those of records within among them.
    ///
    /// @param making a detector of limits; what the limits themselves refuse is a problem like any other
    public static <L extends Record> Settings of(L limits, Function<L, Detector<?>> making) {
        return new Settings(TunableRecord.list(limits), values -> making.apply(TunableRecord.with(limits, values)));
    }

    /// @param making a detector of a value for every name in the list
    public static Settings of(List<Setting> list, Function<Map<String, String>, Detector<?>> making) {
        return new Settings(list, making);
    }

    public List<Setting> list() {
        return list;
    }

    /// The values as they are, by name.
    public Map<String, String> values() {
        return list.stream()
                .collect(Collectors.toMap(Setting::name, Setting::value, (one, other) -> one, LinkedHashMap::new));
    }

    /// The detector with other values; those not named stay as they are.
    public Outcome with(Map<String, String> others) {
        List<String> problems = new ArrayList<>();
        Map<String, String> values = values();
        for (String name : new TreeSet<>(others.keySet())) {
            if (!values.containsKey(name)) {
                problems.add("%s is no setting, there are %s; correct its name"
                        .formatted(name, String.join(", ", values.keySet())));
            }
        }
        for (Setting setting : list) {
            String other = others.getOrDefault(setting.name(), setting.value());
            String problem = setting.problemWith(other);
            if (!problem.isEmpty()) {
                problems.add(problem);
            }
            values.put(setting.name(), other);
        }
        if (!problems.isEmpty()) {
            return new Outcome.Bad(problems);
        }
        try {
            return new Outcome.Good(making.apply(values));
        } catch (IllegalArgumentException e) {
            return new Outcome.Bad(List.of(String.valueOf(e.getMessage())));
        }
    }
}
