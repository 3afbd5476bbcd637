// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.scenario;

import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Card.Family;
import dev.apian.stage.signal.Card.Severity;
import dev.apian.stage.signal.Setting;
import dev.apian.stage.signal.scenario.ScenarioFile.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The fields of a YAML mapping, read one by one. What is wrong is noted and replaced by something harmless,
/// so that one reading tells everything.
final class Fields {

    private final String file;
    private final String path;
    private final Map<String, Object> values;
    private final List<Problem> problems;
    private final Set<String> known = new TreeSet<>();
    private final List<Fields> inner = new ArrayList<>();

    private Fields(String file, String path, Map<String, Object> values, List<Problem> problems) {
        this.file = file;
        this.path = path;
        this.values = values;
        this.problems = problems;
    }

    static Fields of(String file, String text) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Object> values = Map.of();
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file)
                    .setAllowDuplicateKeys(false)
                    .build();
            values = mapping(new Load(settings).loadFromString(text));
        } catch (YamlEngineException e) {
            String why = String.valueOf(e.getMessage())
                    .lines()
                    .limit(6)
                    .collect(Collectors.joining(" "))
                    .strip();
            problems.add(new Problem(file, "text", why, "YAML", "mend the syntax"));
        }
        if (values.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(file, "text", "no mapping", "fields such as id and title", "see another file"));
        }
        return new Fields(file, "", values, problems);
    }

    private static Map<String, Object> mapping(@Nullable Object value) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> out.put(String.valueOf(key), inner == null ? "" : inner));
        }
        return out;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void problem(String name, Object found, String expected, String next) {
        problems.add(new Problem(file, path + name, String.valueOf(found), expected, next));
    }

    boolean has(String name) {
        known.add(name);
        return values.containsKey(name);
    }

    /// A field that somebody else reads.
    void skip(String name) {
        known.add(name);
    }

    /// A mapping that must be there.
    Fields inner(String name) {
        Object value = value(name);
        if (value != null && !(value instanceof Map)) {
            problem(name, value, "a mapping", "write its fields below it, indented");
        }
        Fields fields = new Fields(file, path + name + ".", mapping(value), problems);
        if (value instanceof Map || value == null) {
            inner.add(fields);
        }
        return fields;
    }

    String text(String name) {
        Object value = value(name);
        if (value == null) {
            return "";
        }
        String text = String.valueOf(value).strip();
        if (value instanceof Map || value instanceof List || text.isEmpty()) {
            problem(name, text.isEmpty() ? "nothing" : text, "a text", "write it");
        }
        return text;
    }

    /// Why a number is as it is.
    String reason() {
        return text("because");
    }

    List<String> texts(String name) {
        List<String> texts = list(name, value(name));
        if (values.containsKey(name) && texts.isEmpty()) {
            problem(name, "nothing", "at least one text", "write one, each on a line with a dash");
        }
        return texts;
    }

    Set<String> textSet(String name) {
        return has(name) ? new LinkedHashSet<>(list(name, values.get(name))) : Set.of();
    }

    Set<Integer> numberSet(String name, int least, int most) {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (String text : textSet(name)) {
            if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
                numbers.add(Integer.parseInt(text));
            } else {
                problem(name, text, "numbers from " + least + " to " + most, "write one of them");
            }
        }
        return numbers;
    }

    boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        Object value = values.get(name);
        if (!(value instanceof Boolean)) {
            problem(name, String.valueOf(value), "true or false", "write one of them");
        }
        return Boolean.TRUE.equals(value);
    }

    double number(String name, double least, double most) {
        Object value = value(name);
        if (value == null) {
            return least;
        }
        if (value instanceof Number number && number.doubleValue() >= least && number.doubleValue() <= most) {
            return number.doubleValue();
        }
        problem(name, value, "a number from " + least + " to " + most, "write one");
        return least;
    }

    int whole(String name, int least, int most) {
        Object value = value(name);
        if (value == null) {
            return least;
        }
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        problem(name, value, "a whole number from " + least + " to " + most, "write one");
        return least;
    }

    Duration duration(String name, Duration most) {
        String text = text(name);
        Duration duration = Setting.duration(text);
        if (duration.isNegative()) {
            if (values.containsKey(name)) {
                problem(name, values.get(name), "a number and s, m, h or d", "write it like 15m or 1h");
            }
            return Duration.ofSeconds(1);
        }
        if (duration.isZero() || duration.compareTo(most) > 0) {
            problem(name, text, "at least 1s and at most " + most.toDays() + "d", "choose one within");
        }
        return duration;
    }

    <E> E oneOf(String name, List<E> all, Function<E, String> word, E otherwise) {
        String text = text(name);
        E found = wordOf(text, all, word);
        if (found == null && !text.isEmpty()) {
            problem(name, text, "one of " + words(all, word), "write one of them");
        }
        return found == null ? otherwise : found;
    }

    <E> Set<E> someOf(String name, List<E> all, Function<E, String> word) {
        Set<E> some = new LinkedHashSet<>();
        for (String text : textSet(name)) {
            E found = wordOf(text, all, word);
            if (found == null) {
                problem(name, text, "some of " + words(all, word), "write some of them");
            } else {
                some.add(found);
            }
        }
        return some;
    }

    private static <E> @Nullable E wordOf(String text, List<E> all, Function<E, String> word) {
        for (E one : all) {
            if (word.apply(one).equals(text)) {
                return one;
            }
        }
        return null;
    }

    private static <E> List<String> words(List<E> all, Function<E, String> word) {
        return all.stream().map(word).toList();
    }

    /// `LOGIN` is written `login`.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// Complains of every field that nobody asked for, here and further in.
    void refuseOthers() {
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            if (!known.contains(entry.getKey())) {
                problem(entry.getKey(), entry.getValue(), "only the fields " + known, "remove it or mend its name");
            }
        }
        inner.forEach(Fields::refuseOthers);
    }

    /// A card, also of texts that were missing: their absence is noted already.
    static Card cardOf(
            String id,
            String title,
            String question,
            String matters,
            Family family,
            Severity severity,
            List<String> nextSteps,
            List<String> falsePositives,
            List<String> blindSpots) {
        return new Card(
                id,
                title,
                question,
                matters,
                family,
                severity,
                orSome(nextSteps),
                orSome(falsePositives),
                orSome(blindSpots));
    }

    private static List<String> orSome(List<String> texts) {
        return texts.isEmpty() ? List.of("") : texts;
    }

    private @Nullable Object value(String name) {
        known.add(name);
        Object value = values.get(name);
        if (value == null) {
            problem(name, "nothing", "the field " + name, "add it");
        }
        return value;
    }

    private List<String> list(String name, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items)) {
            problem(name, value, "a list", "write it as [a, b] or one a line with a dash");
            return List.of();
        }
        return items.stream().map(String::valueOf).map(String::strip).toList();
    }
}
