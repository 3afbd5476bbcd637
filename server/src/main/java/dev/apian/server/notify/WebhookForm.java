// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.notify;

import dev.apian.catalogue.Webhook;
import dev.apian.server.http.Said;
import dev.apian.stage.triage.Alert.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What an administrator says of a webhook, checked. What is not said stays as it was.
record WebhookForm(Said said) {

    static final int NAME_CHARS_MAX = 100;
    static final int URL_CHARS_MAX = 2_000;

    private static final Set<String> MEMBERS = Set.of("name", "url", "format", "least_severity", "which", "on");
    private static final List<String> WHICH = List.of(Teller.TODAY, Teller.ALL);
    private static final int PORT_MAX = 65_535;

    static WebhookForm of(byte[] body) {
        return new WebhookForm(Said.of(
                body, MEMBERS, "a JSON object with name, url, format, least_severity, which and on, or some of them"));
    }

    /// @param before with an empty name and address if both must be said
    Webhook on(Webhook before) {
        return new Webhook(
                before.id(),
                isSaid("name") || before.name().isEmpty() ? name() : before.name(),
                isSaid("url") || before.url().isEmpty() ? url() : before.url(),
                oneOf("format", Messages.FORMATS, before.format()),
                oneOf("least_severity", Severity.LABELS, before.least()),
                oneOf("which", WHICH, before.which()),
                isOn(before.on()),
                isSaid("on") ? null : before.offBecause(),
                before.secret(),
                before.author(),
                before.created());
    }

    private boolean isSaid(String member) {
        return said.members().has(member);
    }

    private String name() {
        String name = said.text("name").strip();
        if (name.isEmpty() || name.length() > NAME_CHARS_MAX) {
            throw Said.wrong("name", name, "what the webhook is for, in 1 to %d characters".formatted(NAME_CHARS_MAX));
        }
        return name;
    }

    private String url() {
        String text = said.text("url").strip();
        URI uri = parsed(text);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getRawUserInfo() != null) {
            throw Said.wrong(
                    "url",
                    scheme + "://***@" + uri.getHost(),
                    "an address without a user and a password: receivers know Apian by the signature");
        }
        boolean complete = uri.getHost() != null && uri.getPort() <= PORT_MAX && uri.getRawFragment() == null;
        if (!complete || !List.of("http", "https").contains(scheme) || text.length() > URL_CHARS_MAX) {
            throw wrongUrl(text);
        }
        return uri.toASCIIString();
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw wrongUrl(text);
        }
    }

    private static RuntimeException wrongUrl(String text) {
        return Said.wrong(
                "url",
                text,
                "an http or https address of at most %d characters, such as https://chat.example.com/hooks/1"
                        .formatted(URL_CHARS_MAX));
    }

    private String oneOf(String member, List<String> words, String otherwise) {
        String word = isSaid(member) ? said.text(member) : otherwise;
        if (!words.contains(word)) {
            throw Said.wrong(member, word, "one of " + String.join(", ", words));
        }
        return word;
    }

    private boolean isOn(boolean otherwise) {
        JsonNode on = said.members().get("on");
        if (on == null) {
            return otherwise;
        }
        if (!on.isBoolean()) {
            throw Said.wrong("on", on.toString(), "true or false");
        }
        return on.asBoolean();
    }
}
