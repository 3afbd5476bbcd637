// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import dev.apian.server.http.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A JSON object that somebody sent, read member by member.
record Sent(ObjectNode members) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Sent of(byte[] body, String... known) {
        String expected = "a JSON object of " + String.join(", ", known);
        try {
            if (JSON.readTree(body) instanceof ObjectNode members
                    && List.of(known).containsAll(members.propertyNames())) {
                return new Sent(members);
            }
        } catch (JacksonException e) {
            throw Problem.badBody("The body is no JSON; send " + expected + ".");
        }
        throw Problem.badBody("The body must be " + expected + ", and nothing else.");
    }

    /// A text that must be there.
    String text(String member, int charactersMax) {
        String text = textOr(member, charactersMax, null);
        if (text == null || text.isBlank()) {
            throw Problem.badBody("%s is missing or empty; expected a text".formatted(member));
        }
        return text;
    }

    @Nullable
    String textOr(String member, int charactersMax, @Nullable String otherwise) {
        JsonNode value = members.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isString()) {
            throw Problem.badBody("%s is no text; expected one".formatted(member));
        }
        if (value.asString().length() > charactersMax) {
            throw Problem.badBody("%s has %d characters, at most %d are allowed"
                    .formatted(member, value.asString().length(), charactersMax));
        }
        return value.asString();
    }

    int integerOr(String member, int most, int otherwise) {
        JsonNode value = members.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || value.asLong(0) < 1 || value.asLong(0) > most) {
            throw Problem.badBody(
                    "%s is %s, expected a whole number from 1 to %d".formatted(member, value.toString(), most));
        }
        return value.asInt();
    }
}
