// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A JSON or YAML text as maps with text keys, lists and scalars. Where a value has another form than asked for, it
/// counts as absent: documents in the wild are never quite right.
final class Tree {

    private static final int NESTING_MAX = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final IdentityHashMap<Object, Object> done = new IdentityHashMap<>();

    private Tree() {}

    /// @throws IllegalArgumentException if the text is neither JSON nor YAML, or nested too deeply
    static Map<String, Object> read(String text) {
        try {
            boolean isJson = text.startsWith("{");
            Object read = isJson ? JSON.readValue(text, Object.class) : yaml(text);
            return map(new Tree().plain(read, 0));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("is no JSON: " + e.getOriginalMessage() + at(e), e);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("is neither JSON nor YAML: " + firstLine(e), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException(
                    "is nested too deeply, expected at most %d levels".formatted(NESTING_MAX), e);
        }
    }

    private static @Nullable Object yaml(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(ApiDocument.CHARACTERS_MAX)
                .build();
        return new Load(settings).loadFromString(text);
    }

    /// Keys become texts (YAML reads a status as a number). What an alias shares stays shared.
    private @Nullable Object plain(@Nullable Object value, int depth) {
        if (!(value instanceof Map<?, ?>) && !(value instanceof List<?>)) {
            return value;
        }
        if (depth > NESTING_MAX) {
            throw new IllegalArgumentException(
                    "is nested too deeply, expected at most %d levels".formatted(NESTING_MAX));
        }
        Object before = done.get(value);
        return before != null
                ? before
                : value instanceof Map<?, ?> map ? plainMap(map, depth) : plainList(value, depth);
    }

    private Map<String, Object> plainMap(Map<?, ?> map, int depth) {
        Map<String, Object> plain = new LinkedHashMap<>();
        done.put(map, plain);
        map.forEach((key, value) -> {
            Object converted = plain(value, depth + 1);
            if (converted != null) {
                plain.put(String.valueOf(key), converted);
            }
        });
        return plain;
    }

    private List<@Nullable Object> plainList(Object list, int depth) {
        List<@Nullable Object> plain = new ArrayList<>();
        done.put(list, plain);
        ((List<?>) list).forEach(value -> plain.add(plain(value, depth + 1)));
        return plain;
    }

    @SuppressWarnings("unchecked") // every map in the tree was made by plainMap
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
    }

    @SuppressWarnings("unchecked") // every list in the tree was made by plainList
    static List<@Nullable Object> list(@Nullable Object value) {
        return value instanceof List<?> ? (List<@Nullable Object>) value : List.of();
    }

    static String text(@Nullable Object value) {
        return value == null || value instanceof Map || value instanceof List
                ? ""
                : value.toString().strip();
    }

    static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }

    private static String at(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " at line %d".formatted(e.getLocation().getLineNr());
    }

    private static String firstLine(YamlEngineException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .map(String::strip)
                .limit(3)
                .reduce("", (a, b) -> (a + " " + b).strip());
    }
}
