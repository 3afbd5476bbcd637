// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Problem;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a person sent: a JSON object of known members, which are texts.
record Said(ObjectNode members) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN_CHARS_MAX = 60;

    /// @param expected the object in words
    static Said of(byte[] body, Set<String> known, String expected) {
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
    String text(String member) {
        JsonNode value = members.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw wrong(member, value.toString(), "a text");
        }
        return value.asString();
    }

    static Problem wrong(String member, String found, String expected) {
        String shown = found.length() > SHOWN_CHARS_MAX ? found.substring(0, SHOWN_CHARS_MAX) + "…" : found;
        return Problem.badBody("%s is '%s', expected %s".formatted(member, shown, expected));
    }
}
