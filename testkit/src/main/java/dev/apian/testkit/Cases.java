// SPDX-License-Identifier: Apache-2.0
package dev.apian.testkit;

import dev.apian.stage.endpoint.Label;
import dev.apian.stage.identity.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The cases at the bottom of a file in `detections/`: stories that raise, and stories that stay quiet.
///
/// ```yaml
/// cases:
///   - raises: a list of forty names worked through within minutes
///     story:
///       - {who: anonymous, calls: POST /v1/login, labels: [login], usernames: 40, answered: 401, every: 5s}
/// ```
///
/// A story's words: `who`, `kind`, `calls`, `labels`, `usernames`, `paths`, `endpoints`, `reads`, `times`,
/// `answered`, `every`, `later`, `on`, `at`. `usernames: 40` are forty different ones; `[alice]` is this one.
public final class Cases {

    private static final Set<String> WORDS = Set.of(
            "who",
            "kind",
            "calls",
            "labels",
            "usernames",
            "paths",
            "endpoints",
            "reads",
            "times",
            "answered",
            "every",
            "later",
            "on",
            "at");

    private Cases() {}

    /// @param name   what happens, a sentence
    /// @param raises whether the detection should raise
    public record Case(String name, boolean raises, List<Story> stories) {

        @Override
        public String toString() {
            return (raises ? "raises: " : "quiet: ") + name;
        }
    }

    public static List<Case> in(String fileName, String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(fileName).build();
        Map<?, ?> file = map(fileName, new Load(settings).loadFromString(text));
        List<Case> cases = new ArrayList<>();
        for (Object item : list(fileName, file.get("cases"))) {
            cases.add(caseOf(fileName, map(fileName, item)));
        }
        return cases;
    }

    private static Case caseOf(String fileName, Map<?, ?> told) {
        Object raises = told.get("raises");
        Object quiet = told.get("quiet");
        if ((raises == null) == (quiet == null)) {
            throw new IllegalArgumentException(
                    fileName + ": case " + told + " should say either raises or quiet, and what happens");
        }
        List<Story> stories = list(fileName, told.get("story")).stream()
                .map(item -> story(fileName, map(fileName, item)))
                .toList();
        return new Case(String.valueOf(raises == null ? quiet : raises), raises != null, stories);
    }

    private static Story story(String fileName, Map<?, ?> told) {
        for (Object word : told.keySet()) {
            if (!WORDS.contains(String.valueOf(word))) {
                throw new IllegalArgumentException(fileName + ": " + word + " is no word of a story, expected some of "
                        + WORDS.stream().sorted().toList());
            }
        }
        String who = text(told, "who", "alice");
        Story story = who.equals("anonymous") ? Story.ofAnonymous() : Story.of(who);
        story = told.containsKey("kind") ? story.as(Actor.Kind.valueOf(upper(text(told, "kind", "")))) : story;
        story = told.containsKey("on") ? story.on(text(told, "on", "")) : story;
        story = told.containsKey("at") ? story.from(Place.BERLIN.at(text(told, "at", ""))) : story;
        story = deeds(fileName, told, story).times(number(told, "times", 1));
        return story.isAnswered(number(told, "answered", 200))
                .every(duration(fileName, text(told, "every", "1s")))
                .later(duration(fileName, text(told, "later", "0s")));
    }

    private static Story deeds(String fileName, Map<?, ?> told, Story story) {
        Label[] labels = list(fileName, told.containsKey("labels") ? told.get("labels") : List.of()).stream()
                .map(label -> Label.valueOf(upper(String.valueOf(label))))
                .toArray(Label[]::new);
        String endpoint = text(told, "calls", "GET /v1/orders/{orderId}");
        if (told.containsKey("endpoints")) {
            return story.visits(series(told.get("endpoints"), "GET /v1/things-"));
        }
        Story at = story.calls(endpoint, labels);
        if (told.containsKey("usernames")) {
            return at.triesUsernames(series(told.get("usernames"), "user-"));
        }
        if (told.containsKey("paths")) {
            return at.asksFor(series(told.get("paths"), "/probe-"));
        }
        if (told.containsKey("reads")) {
            Map<?, ?> reads = map(fileName, told.get("reads"));
            int from = number(reads, "from", 1);
            return at.reads(
                    text(reads, "type", "order"),
                    IntStream.rangeClosed(from, number(reads, "to", from))
                            .boxed()
                            .toList());
        }
        return at;
    }

    /// A number is so many different ones; a list is itself.
    private static List<String> series(@Nullable Object told, String prefix) {
        return told instanceof Integer many
                ? IntStream.rangeClosed(1, many).mapToObj(i -> prefix + i).toList()
                : told instanceof List<?> listed
                        ? listed.stream().map(String::valueOf).toList()
                        : Stream.of(String.valueOf(told)).toList();
    }

    private static Duration duration(String fileName, String text) {
        if (!text.matches("\\d+[smhd]")) {
            throw new IllegalArgumentException(fileName + ": duration=" + text + ", expected 15m or 1h");
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static String text(Map<?, ?> told, String word, String otherwise) {
        Object value = told.get(word);
        return value == null ? otherwise : String.valueOf(value);
    }

    private static int number(Map<?, ?> told, String word, int otherwise) {
        return Integer.parseInt(text(told, word, String.valueOf(otherwise)));
    }

    private static List<?> list(String fileName, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(fileName + ": " + value + " should be a list");
    }

    private static Map<?, ?> map(String fileName, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(fileName + ": " + value + " should be a mapping");
    }
}
