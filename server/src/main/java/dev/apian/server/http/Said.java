// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.http;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a person sent: a JSON object of known members, which are texts.
public record Said(ObjectNode members) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN_CHARS_MAX = 60;

    /// @param expected the object in words
    public static Said of(byte[] body, Set<String> known, String expected) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode members && known.containsAll(members.propertyNames())) {
                return new Said(members);
            }
        } catch (JacksonException e) {
            throw Problem.badBody("The body is no JSON; send " + expected + ".");
        }
        throw Problem.badBody("The body must be " + expected + ", and nothing else.");
    }

    /// Empty where nothing is said.
    public String text(String member) {
        JsonNode value = members.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw wrong(member, value.toString(), "a text");
        }
        return value.asString();
    }

    public static Problem wrong(String member, String found, String expected) {
        String shown = found.length() > SHOWN_CHARS_MAX ? found.substring(0, SHOWN_CHARS_MAX) + "…" : found;
        return Problem.badBody("%s is '%s', expected %s".formatted(member, shown, expected));
    }
}
