// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stage.call.Content.Choice;
import dev.apian.stage.call.Content.Echo;
import dev.apian.stage.call.Field.Place;
import java.util.ArrayList;
import java.util.List;

/// The [Content] of one call while its query and bodies are read. Used again for the next call, by one thread at a
/// time.
final class ContentSoFar {

    /// Longer words choose nothing.
    private static final int CHOICE_CHARS_MAX = 32;

    /// From its first letter past the quote behind it.
    private static final int HASH_KEY_CHARS = "sha256Hash\"".length();

    private final KeySet request = new KeySet();
    private final KeySet response = new KeySet();
    private final Found requestFound = new Found();
    private final Found responseFound = new Found();
    private final PathParts parts = new PathParts();
    private final Asked asked = new Asked();
    private List<String> parameters = List.of();
    private List<Choice> choices = List.of();
    private List<Echo> echoes = List.of();

    /// @param path as on the wire, without query; empty if there is no response that could repeat it
    void begin(Text path) {
        request.clear();
        response.clear();
        requestFound.clear();
        responseFound.clear();
        parts.read(path);
        asked.clear();
        parameters = List.of();
        choices = List.of();
        echoes = List.of();
    }

    KeySet keys(Place place) {
        return place == Place.REQUEST_BODY ? request : response;
    }

    Found found(Place place) {
        return place == Place.REQUEST_BODY ? requestFound : responseFound;
    }

    /// A name in the query. One that is a value itself is not kept.
    void parameter(Name name) {
        if (!name.isTelling() || parameters.contains(name.text())) {
            return;
        }
        parameters = parameters.isEmpty() ? new ArrayList<>(4) : parameters;
        if (parameters.size() < Content.PARAMETERS_MAX) {
            parameters.add(name.text());
        }
    }

    /// A value in query or form under a name that may choose an operation.
    void choice(Name name, Text value) {
        if (!isWord(value)) {
            return;
        }
        choices = choices.isEmpty() ? new ArrayList<>(1) : choices;
        Choice choice = new Choice(name.text(), value.string());
        if (choices.size() < Content.CHOICES_MAX && !choices.contains(choice)) {
            choices.add(choice);
        }
    }

    private static boolean isWord(Text value) {
        if (value.isEmpty() || value.length() > CHOICE_CHARS_MAX || !Text.isLetter(value.at(0))) {
            return false;
        }
        for (int i = 1; i < value.length(); i++) {
            if (!Secrets.isBase64Url(value.at(i)) && value.at(i) != '.') {
                return false;
            }
        }
        return !Opaque.is(value);
    }

    Asked asked() {
        return asked;
    }

    /// A value in query or form that may tell the operation, as GraphQL does it over GET. JSON-RPC is always JSON.
    void asked(AskedPart part, Text value) {
        switch (part) {
            case QUERY, OPERATION_NAME -> asked.take(part, value);
            case EXTENSIONS -> {
                int at = value.find("sha256hash", 0);
                int colon = at < 0 ? -1 : value.indexOf('"', at + HASH_KEY_CHARS);
                int end = colon < 0 ? -1 : value.indexOf('"', colon + 1);
                if (end > 0) {
                    asked.take(AskedPart.SHA256_HASH, value.sub(colon + 1, end));
                }
            }
            case NONE, TOP, PERSISTED_QUERY, SHA256_HASH, JSONRPC, METHOD -> {}
        }
    }

    boolean mayEcho(byte first, int length, boolean escaped) {
        return escaped ? parts.mayHoldEscaped(first, length) : parts.mayHold(first, length);
    }

    /// A value in the response that may be a part of the path.
    void echo(Name name, Text value) {
        for (int i = 0; i < parts.size() && echoes.size() < Content.ECHOES_MAX; i++) {
            if (parts.is(i, value)) {
                echo(parts.segment(i), name.text());
            }
        }
    }

    private void echo(int segment, String name) {
        for (Echo echo : echoes) {
            if (echo.segment() == segment && echo.name().equals(name)) {
                return;
            }
        }
        echoes = echoes.isEmpty() ? new ArrayList<>(2) : echoes;
        echoes.add(new Echo(segment, name));
    }

    Content content() {
        String operation = asked.text();
        if (request.isEmpty() && response.isEmpty() && parameters.isEmpty() && operation.isEmpty()) {
            return Content.NONE;
        }
        return new Content(
                SharedBodies.of(request, requestFound.classes()),
                SharedBodies.of(response, responseFound.classes()),
                operation,
                parameters,
                choices,
                echoes);
    }
}
