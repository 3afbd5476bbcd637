// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.api.EndpointCorrections.Entry;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.stage.endpoint.Correction;
import dev.apian.stage.endpoint.Correction.Pin;
import dev.apian.stage.endpoint.Correction.Reject;
import dev.apian.stage.endpoint.Correction.Rename;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What people say about paths: pin, reject, rename, and take back.
final class Corrections {

    static final int TEMPLATE_CHARS_MAX = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> MEMBERS = Set.of("kind", "host", "method", "template", "name");
    private static final Pattern HOST = Pattern.compile("[^\\s/]{0,253}");
    private static final Pattern METHOD = Pattern.compile("[A-Z]{0,20}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");

    /// Parts are names, or one variable with what may follow it: `{id}`, `{id}.json`.
    private static final Pattern TEMPLATE = Pattern.compile("/|(/([^/{}\\s]+|\\{" + NAME + "\\}[^/{}\\s]*))+");

    /// Who says what comes in here, as long as nobody signs in.
    private static final String BY = "api";

    private final EndpointCorrections kept;
    private final InstantSource clock;

    Corrections(EndpointCorrections kept, InstantSource clock) {
        this.kept = kept;
        this.clock = clock;
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        kept.list().forEach(entry -> items.add(CorrectionJson.of(entry)));
        return answer;
    }

    ObjectNode add(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        Correction correction = correction(members(body));
        int found = kept.list().size();
        if (found >= EndpointCorrections.CORRECTIONS_MAX) {
            throw Problem.limit(
                    "There are too many corrections",
                    "corrections_max",
                    found + 1L,
                    EndpointCorrections.CORRECTIONS_MAX,
                    "There are %d corrections, corrections_max allows no more; remove one first.".formatted(found));
        }
        return CorrectionJson.of(kept.add(correction, BY, clock.instant()));
    }

    ObjectNode remove(Parameters asked) throws IOException {
        asked.allowOnly();
        String id = asked.path("id");
        Entry gone = kept.remove(id)
                .orElseThrow(() -> Problem.notFound(
                        "No such correction",
                        "There is no correction with the id %s; GET /api/v1/corrections lists those there are."
                                .formatted(id)));
        return CorrectionJson.of(gone);
    }

    private static Correction correction(ObjectNode in) {
        String kind = text(in, "kind");
        String host = text(in, "host").toLowerCase(Locale.ROOT);
        String method = text(in, "method").toUpperCase(Locale.ROOT);
        String template = text(in, "template");
        String name = text(in, "name");
        check(HOST.matcher(host).matches(), "host", host, "a host name without port, of at most 253 characters");
        check(METHOD.matcher(method).matches(), "method", method, "a method such as GET, or none for all");
        check(
                template.length() <= TEMPLATE_CHARS_MAX
                        && TEMPLATE.matcher(template).matches(),
                "template",
                template,
                "a path such as /orders/{orderId}");
        if (!kind.equals("pin")) {
            check(template.contains("{"), "template", template, "a path with a variable part such as {orderId}");
            check(method.isEmpty(), "method", method, "none: only a pin has one");
        }
        check(kind.equals("rename") || name.isEmpty(), "name", name, "none: only a rename has one");
        return switch (kind) {
            case "pin" -> new Pin(method, host, template, "");
            case "reject" -> new Reject(host, template);
            case "rename" -> {
                check(
                        NAME.matcher(name).matches(),
                        "name",
                        name,
                        "letters, digits, _ and -, at most 64, a letter or _ first");
                yield new Rename(host, template, name);
            }
            default -> throw wrong("kind", kind, "one of " + String.join(", ", List.of("pin", "reject", "rename")));
        };
    }

    private static ObjectNode members(byte[] body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode members && MEMBERS.containsAll(members.propertyNames())) {
                return members;
            }
        } catch (JacksonException e) {
            throw Problem.badBody("The body is no JSON; send an object with kind and template.");
        }
        throw Problem.badBody(
                "The body must be a JSON object with kind and template, and at most host, method and name besides.");
    }

    /// Empty where nothing is said.
    private static String text(ObjectNode in, String member) {
        JsonNode value = in.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw wrong(member, value.toString(), "a text");
        }
        return value.asString();
    }

    private static void check(boolean right, String member, String found, String expected) {
        if (!right) {
            throw wrong(member, found, expected);
        }
    }

    private static Problem wrong(String member, String found, String expected) {
        String shown = found.length() > 60 ? found.substring(0, 60) + "…" : found;
        return Problem.badBody("%s is '%s', expected %s".formatted(member, shown, expected));
    }
}
