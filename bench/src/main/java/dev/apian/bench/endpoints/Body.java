// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.bench.endpoints.Blueprint.Property;
import dev.apian.bench.endpoints.Blueprint.Scalar;
import dev.apian.bench.endpoints.Vocabulary.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/// Writes JSON bodies: from a blueprint, or of one of the shapes that tell nothing.
final class Body {

    /// How many shapes there are that any operation may have.
    static final int GENERIC = 6;

    private static final int ITEMS_MAX = 3;
    private static final double LACKING_SHARE = 0.08;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 500;

    private final List<String> values;
    private final RandomGenerator chance;
    private final StringBuilder out = new StringBuilder(512);

    private Body(List<String> values, RandomGenerator chance) {
        this.values = values;
        this.chance = chance;
    }

    /// @param values of the path's parameters
    static String of(Blueprint blueprint, List<String> values, RandomGenerator chance) {
        Body body = new Body(values, chance);
        if (blueprint instanceof Blueprint.Thing thing) {
            body.thing(thing, chance.nextDouble() < LACKING_SHARE ? lacking(thing, chance) : -1);
        } else {
            body.value(blueprint);
        }
        return body.out.toString();
    }

    /// @param shape from 0 to [#GENERIC]
    static String generic(int shape, RandomGenerator chance) {
        int number = chance.nextInt(1_000_000);
        String name = Vocabulary.WORDS.draw(Kind.NOUN, chance);
        return switch (shape) {
            case 0 -> "{\"status\":\"ok\",\"data\":{\"id\":" + number + ",\"name\":\"" + name + "\"}}";
            case 1 ->
                "{\"items\":[{\"id\":" + number + ",\"name\":\"" + name + "\"},{\"id\":" + (number + 7)
                        + ",\"name\":\"new " + name + "\"}],\"total\":" + chance.nextInt(500) + "}";
            case 2 -> "{\"result\":true}";
            case 3 -> "{\"success\":true,\"message\":\"" + name + " is fine\"}";
            case 4 -> "{\"id\":" + number + ",\"created_at\":\"2024-05-06T07:08:09Z\",\"updated_at\":null}";
            default -> "";
        };
    }

    /// The index of an optional property that this answer does without, -1 if there is none.
    private static int lacking(Blueprint.Thing thing, RandomGenerator chance) {
        List<Property> properties = thing.properties();
        if (properties.isEmpty()) {
            return -1;
        }
        int at = chance.nextInt(properties.size());
        return properties.get(at).required() ? -1 : at;
    }

    private void value(Blueprint blueprint) {
        switch (blueprint) {
            case Blueprint.Thing thing -> thing(thing, -1);
            case Blueprint.Many many -> items(many);
            case Blueprint.Choice choice ->
                quote(out, choice.values().get(chance.nextInt(choice.values().size())));
            case Blueprint.Echo echo -> echo(echo);
            case Scalar scalar -> scalar(scalar);
        }
    }

    private void thing(Blueprint.Thing thing, int without) {
        out.append('{');
        boolean first = true;
        for (int i = 0; i < thing.properties().size(); i++) {
            if (i == without) {
                continue;
            }
            Property property = thing.properties().get(i);
            quote(first ? out : out.append(','), property.name());
            first = false;
            out.append(':');
            value(property.value());
        }
        out.append('}');
    }

    private void items(Blueprint.Many many) {
        out.append('[');
        for (int left = 1 + chance.nextInt(ITEMS_MAX); left > 0; left--) {
            value(many.item());
            out.append(left > 1 ? "," : "");
        }
        out.append(']');
    }

    private void echo(Blueprint.Echo echo) {
        String value = values.get(echo.parameter());
        boolean number = echo.number() && value.length() < 19 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        if (number) {
            out.append(value);
        } else {
            quote(out, value);
        }
    }

    private void scalar(Scalar scalar) {
        switch (scalar) {
            case TEXT -> quote(out, text());
            case INTEGER -> out.append(chance.nextInt(chance.nextBoolean() ? 100 : 1_000_000));
            case DECIMAL -> out.append(chance.nextInt(100_000)).append('.').append(chance.nextInt(100));
            case FLAG -> out.append(chance.nextBoolean());
            case DATE -> quote(out, day());
            case TIME -> quote(out, day() + "T12:" + (10 + chance.nextInt(50)) + ":00Z");
            case UUID -> quote(out, Mint.uuid(chance));
            case EMAIL -> quote(out, Vocabulary.WORDS.draw(Kind.FIRST, chance) + "@example.com");
            case ADDRESS -> quote(out, "https://example.com/" + Vocabulary.WORDS.draw(Kind.NOUN, chance));
        }
    }

    private String text() {
        return Vocabulary.WORDS.draw(Kind.ADJECTIVE, chance) + " " + Vocabulary.WORDS.draw(Kind.NOUN, chance);
    }

    private String day() {
        return FIRST_DAY.plusDays(chance.nextInt(DAYS)).toString();
    }

    /// Appends a text as JSON writes it.
    static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
