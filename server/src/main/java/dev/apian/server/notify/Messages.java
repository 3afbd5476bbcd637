// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.notify;

import dev.apian.catalogue.Delivery;
import dev.apian.catalogue.Webhook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is sent, in the format that a receiver takes.
final class Messages {

    /// The words of [Delivery#kind()], and of the member `event` of a message.
    static final String ALERT = "alert";

    static final String MORE = "more";
    static final String TEST = "test";

    static final String APIAN = "apian";
    static final String SLACK = "slack";
    static final List<String> FORMATS = List.of(APIAN, SLACK);

    private static final int TITLE_CHARS_MAX = 300;

    private final @Nullable String publicUrl;

    /// @param publicUrl of the console, with a slash at its end; null if nobody said
    Messages(@Nullable String publicUrl) {
        this.publicUrl = publicUrl;
    }

    Delivery alert(Webhook webhook, Candidate alert, Instant now) {
        String url = url("alerts/" + URLEncoder.encode(alert.id(), StandardCharsets.UTF_8));
        ObjectNode summary = alert.summary().get();
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.set("alert", summary);
        String body = body(webhook, ALERT, members, url, text(alert, summary), "Open the alert");
        return Delivery.due(webhook.id(), ALERT, alert.id(), cut(alert.title()), body, now);
    }

    /// @param count of alerts that are not told one by one
    Delivery more(Webhook webhook, int count, Instant now) {
        String title = count == 1 ? "1 more alert" : count + " more alerts";
        String text = "*%s* within a minute, which are not told one by one.".formatted(title);
        ObjectNode members = JsonNodeFactory.instance.objectNode().put("alerts", count);
        String body = body(webhook, MORE, members, url("alerts"), text, "Open the alerts");
        return Delivery.due(webhook.id(), MORE, null, title, body, now);
    }

    /// @param who asked for it
    Delivery test(Webhook webhook, String who, Instant now) {
        String title = "A test by " + who;
        String text = "*Test*: %s asked Apian to say something here. Nothing has happened.".formatted(who);
        ObjectNode members = JsonNodeFactory.instance.objectNode().put("message", text.replace("*", ""));
        String body = body(webhook, TEST, members, url(""), Wording.plain(text), "Open the console");
        return Delivery.due(webhook.id(), TEST, null, title, body, now);
    }

    private static String body(
            Webhook webhook, String event, ObjectNode members, @Nullable String url, String text, String link) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (webhook.format().equals(SLACK)) {
            return body.put("text", url == null ? text : "%s\n<%s|%s>".formatted(text, url, link))
                    .toString();
        }
        body.put("event", event).setAll(members);
        return body.put("url", url).toString();
    }

    private static String text(Candidate alert, ObjectNode summary) {
        JsonNode actor = summary.path("actor");
        List<String> scenarios = summary.path("scenarios").values().stream()
                .map(one -> one.asString(""))
                .toList();
        return String.format(
                Locale.ROOT,
                "*%s: %s*\n%s · risk %.2f · %s",
                capitalised(alert.severity()),
                Wording.plain(cut(alert.title())),
                Wording.plain(cut(actor.path("name").asString(actor.path("id").asString("")))),
                summary.path("risk").asDouble(),
                Wording.plain(String.join(", ", scenarios)));
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String cut(String text) {
        return text.length() > TITLE_CHARS_MAX ? text.substring(0, TITLE_CHARS_MAX) + "…" : text;
    }

    private @Nullable String url(String path) {
        return publicUrl == null ? null : publicUrl + path;
    }
}
