// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes fields and ids of the schemas of an [OpenApi] document.
final class Schemas {

    private static final int FIELDS_MAX = 12;
    private static final int DEPTH_MAX = 2;
    private static final int CHOICES_MAX = 8;
    private static final int FIRST_NUMBER = 10_001;
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern NUMBERED = Pattern.compile("([A-Za-z][A-Za-z0-9]*[-_](?:\\d{4}-)?)\\d+");
    private static final Pattern PLAIN = Pattern.compile("[ -~&&[^\"\\\\]]{1,60}");

    private final OpenApi document;
    private final Set<String> types;

    /// @param types to which links may lead
    Schemas(OpenApi document, Set<String> types) {
        this.document = document;
        this.types = types;
    }

    /// The fields of an object, without those that are told elsewhere.
    List<Field> fields(Map<String, Object> schema, Set<String> without) {
        return fields(schema, without, 0);
    }

    Map<String, Object> resolved(@Nullable Object schema) {
        return document.schema(schema);
    }

    private List<Field> fields(Map<String, Object> schema, Set<String> without, int depth) {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, Object> property :
                OpenApi.map(schema.get("properties")).entrySet()) {
            String name = property.getKey();
            boolean usable = !without.contains(name) && PLAIN.matcher(name).matches();
            if (usable && fields.size() < FIELDS_MAX) {
                add(name, document.schema(property.getValue()), depth, fields);
            }
        }
        return fields;
    }

    private void add(String name, Map<String, Object> schema, int depth, List<Field> fields) {
        String type = type(schema);
        List<String> choices = choices(schema);
        if (!choices.isEmpty()) {
            fields.add(Field.choice(name, choices.toArray(String[]::new)));
        } else if (type.equals("array")) {
            Map<String, Object> items = document.schema(schema.get("items"));
            List<Field> parts = depth < DEPTH_MAX ? fields(items, Set.of(), depth + 1) : List.of();
            if (!parts.isEmpty()) {
                fields.add(Field.array(name, parts.toArray(Field[]::new)));
            }
        } else if (schema.containsKey("properties")) {
            List<Field> parts = depth < DEPTH_MAX ? fields(schema, Set.of(), depth + 1) : List.of();
            if (!parts.isEmpty()) {
                fields.add(Field.object(name, parts.toArray(Field[]::new)));
            }
        } else if (!type.equals("object")) {
            fields.add(scalar(name, type, OpenApi.text(schema.get("format"))));
        }
    }

    private Field scalar(String name, String type, String format) {
        String target = target(name);
        if (!target.isEmpty()) {
            return Field.link(name, target);
        }
        return switch (type) {
            case "integer", "number" -> Field.number(name, 10_000);
            case "boolean" -> Field.of(name, Field.Form.FLAG);
            default -> Field.of(name, form(name.toLowerCase(Locale.ROOT), format));
        };
    }

    private static Field.Form form(String name, String format) {
        return switch (format) {
            case "date" -> Field.Form.DATE;
            case "date-time" -> Field.Form.TIME;
            case "uuid" -> Field.Form.UUID;
            case "email" -> Field.Form.EMAIL;
            case "uri", "url" -> Field.Form.ADDRESS;
            default -> named(name);
        };
    }

    private static Field.Form named(String name) {
        if (name.contains("email")) {
            return Field.Form.EMAIL;
        }
        if (name.contains("phone") || name.contains("mobile")) {
            return Field.Form.PHONE;
        }
        if (name.contains("country")) {
            return Field.Form.COUNTRY;
        }
        if (name.contains("city")) {
            return Field.Form.CITY;
        }
        if (name.contains("company") || name.contains("organi")) {
            return Field.Form.FIRM;
        }
        if (name.contains("amount") || name.contains("price") || name.contains("total")) {
            return Field.Form.MONEY;
        }
        if (name.endsWith("name") || name.endsWith("by")) {
            return Field.Form.NAME;
        }
        if (name.endsWith("_at") || name.endsWith("date") || name.endsWith("time")) {
            return Field.Form.TIME;
        }
        return name.contains("code") || name.contains("id") || name.contains("key") ? Field.Form.CODE : Field.Form.TEXT;
    }

    /// The type of which a field holds an id, or nothing.
    private String target(String name) {
        String stem = PathNames.withoutId(name);
        return !stem.equals(name) && types.contains(stem) ? stem : "";
    }

    /// How ids look of which this is the schema.
    static Ids ids(String name, Map<String, Object> schema) {
        String example = OpenApi.text(schema.getOrDefault("example", schema.get("default")));
        String format = OpenApi.text(schema.get("format"));
        String lower = name.toLowerCase(Locale.ROOT);
        Matcher numbered = NUMBERED.matcher(example);
        if (type(schema).equals("integer") || type(schema).equals("number") || isNumber(example)) {
            return Ids.numbersFrom(FIRST_NUMBER);
        }
        if (format.equals("uuid")
                || lower.contains("uuid")
                || UUID.matcher(example).matches()) {
            return Ids.of(Ids.Form.UUID);
        }
        if (numbered.matches()) {
            return Ids.prefixed(numbered.group(1), FIRST_NUMBER);
        }
        if (example.length() == 24 && example.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return Ids.of(Ids.Form.HEX);
        }
        if (example.length() == 26) {
            return Ids.of(Ids.Form.ULID);
        }
        return Ids.of(lower.contains("slug") || lower.contains("name") ? Ids.Form.SLUG : Ids.Form.LETTERS);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// The values of an enumeration that can be written, some of them.
    static List<String> choices(Map<String, Object> schema) {
        return OpenApi.list(schema.get("enum")).stream()
                .filter(String.class::isInstance)
                .map(OpenApi::text)
                .filter(text -> PLAIN.matcher(text).matches())
                .limit(CHOICES_MAX)
                .toList();
    }

    static String type(Map<String, Object> schema) {
        for (Object type : OpenApi.list(schema.get("type"))) {
            if (!OpenApi.text(type).equals("null")) {
                return OpenApi.text(type);
            }
        }
        return OpenApi.text(schema.get("type"));
    }
}
