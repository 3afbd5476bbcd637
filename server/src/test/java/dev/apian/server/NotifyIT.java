// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static dev.apian.server.Running.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.server.Receiver.Sent;
import dev.apian.server.access.AccessSettings;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What receivers of webhooks are told of alerts, over HTTP as receivers get it. The clock is moved by hand.
class NotifyIT {

    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final String CONSOLE = "https://apian.example.com/";
    private static final int REFUSED = 100;

    @TempDir
    Path data;

    private volatile Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private Receiver receiver = unset();
    private Running running = unset();

    @BeforeEach
    void start() throws Exception {
        receiver = new Receiver();
        running = serve();
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
        receiver.close();
    }

    @Test
    void aNewAlertIsToldOnceInBothFormats() throws Exception {
        JsonNode made = webhook("/apian", "\"which\":\"all\"");
        webhook("/slack", "\"which\":\"all\",\"format\":\"slack\"");
        String id = raise("maria");
        Sent message = told("/apian", 1).getFirst();
        assertThat(message.json().path("event").asString()).isEqualTo("alert");
        assertThat(message.json().path("url").asString()).isEqualTo(CONSOLE + "alerts/" + id);
        assertThat(message.json().path("alert").path("preliminary").asBoolean()).isFalse();
        assertThat(message.json().path("alert"))
                .isEqualTo(running.json("/api/v1/alerts?q=maria").at("/items/0"));
        assertThat(ApiDocument.load().problems("WebhookMessage", message.body()))
                .isEmpty();
        assertThat(signature(made, message)).isEqualTo(message.signature());
        assertThat(Instant.ofEpochSecond(Long.parseLong(message.timestamp()))).isBetween(now.minusSeconds(1), now);

        JsonNode chat = told("/slack", 1).getFirst().json();
        assertThat(chat.path("text").asString())
                .contains("maria · risk", "many-refused", "<" + CONSOLE + "alerts/" + id + "|Open the alert>");
        JsonNode delivery = delivery(made, "delivered");
        assertThat(delivery.path("alert").asString()).isEqualTo(id);
        assertThat(delivery.path("tries").asInt()).isEqualTo(1);
        assertThat(delivery.path("answer_status").asInt()).isEqualTo(204);
        assertThat(receiver.at("/apian")).hasSize(1);
    }

    @Test
    void whatWasThereBeforeWhatIsSuppressedAndWhatMattersTooLittleIsNotTold() throws Exception {
        raise("ben");
        webhook("/all", "\"which\":\"all\"");
        webhook("/critical", "\"which\":\"all\",\"least_severity\":\"critical\"");
        String until = now.plus(Duration.ofDays(1)).toString();
        HttpResponse<String> suppressed = running.say(
                "POST",
                "/api/v1/suppressions",
                "{\"scope\":{\"networks\":[\"198.51.100.0/24\"]},\"reason\":\"our scanner\",\"until\":\"%s\"}"
                        .formatted(until));
        assertThat(suppressed.statusCode()).as(suppressed.body()).isEqualTo(200);
        refuse("carla", "198.51.100.4");
        raise("maria");
        assertThat(running.json("/api/v1/alerts?show=suppressed").path("total").asInt())
                .isEqualTo(1);
        assertThat(names(told("/all", 1))).containsExactly("maria");
        assertThat(receiver.at("/critical")).isEmpty();
    }

    @Test
    void onlyWhatIsWithinTheBudgetIsToldUnlessAllIsAskedFor() throws Exception {
        running.say("PUT", "/api/v1/budget", "{\"alerts_a_day\":1}");
        webhook("/today", "\"which\":\"today\"");
        webhook("/all", "\"which\":\"all\"");
        raise("maria");
        now = now.plus(Duration.ofHours(3));
        refuse("carla", "198.51.100.4");
        raise("dan");
        assertThat(names(told("/all", 3))).containsExactlyInAnyOrder("maria", "carla", "dan");
        List<String> today = running.json("/api/v1/alerts?place=today").path("items").values().stream()
                .map(alert -> alert.at("/actor/name").asString())
                .toList();
        assertThat(today).isNotEmpty().hasSizeLessThan(3);
        assertThat(names(told("/today", today.size()))).containsAll(today).hasSizeLessThan(3);
    }

    @Test
    void aRestartDoesNotTellTwice() throws Exception {
        webhook("/hook", "\"which\":\"all\"");
        raise("maria");
        told("/hook", 1);
        running.close();
        running = serve();
        raise("ben");
        assertThat(names(told("/hook", 2))).containsExactly("maria", "ben");
    }

    @Test
    void aFailureIsTriedAgainAndGivenUpInTheEnd() throws Exception {
        JsonNode made = webhook("/hook", "\"which\":\"all\"");
        receiver.status = 500;
        receiver.answer = "no\nroom";
        raise("maria");
        int tries = 0;
        for (Duration wait : List.of(
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2))) {
            tries++;
            JsonNode failed = delivery(made, "waiting", tries);
            assertThat(failed.path("answer_status").asInt()).isEqualTo(500);
            assertThat(failed.path("answer").asString()).isEqualTo("no room");
            assertThat(Instant.parse(failed.path("next_try").asString()))
                    .isEqualTo(Instant.parse(failed.path("tried").asString()).plus(wait));
            now = now.plus(wait);
        }
        JsonNode over = delivery(made, "given_up", tries + 1);
        assertThat(over.path("next_try").isNull()).isTrue();
        assertThat(receiver.at("/hook")).hasSize(tries + 1);
        assertThat(receiver.at("/hook").stream().map(Sent::body).distinct()).hasSize(1);
        assertThat(running.json(WEBHOOKS).at("/items/0/on").asBoolean()).isTrue();
    }

    @Test
    void whatFailedAtFirstArrivesOnceTheReceiverIsWell() throws Exception {
        JsonNode made = webhook("/hook", "\"which\":\"all\"");
        receiver.status = 503;
        raise("maria");
        delivery(made, "waiting", 1);
        receiver.status = 200;
        now = now.plusSeconds(10);
        assertThat(delivery(made, "delivered", 2).path("alert").isNull()).isFalse();
    }

    @Test
    void aReceiverThatIsGoneTurnsItsWebhookOff() throws Exception {
        JsonNode made = webhook("/hook", "\"which\":\"all\"");
        receiver.status = 410;
        raise("maria");
        JsonNode off = running.eventually(
                        WEBHOOKS, all -> !all.at("/items/0/on").asBoolean())
                .at("/items/0");
        assertThat(off.path("off_because").asString()).contains("410");
        assertThat(off.path("waiting").asInt()).isZero();
        receiver.status = 200;
        raise("ben");
        HttpResponse<String> on = running.patch(path(made), "{\"on\":true}");
        assertThat(Running.JSON.readTree(on.body()).path("off_because").isNull())
                .as(on.body())
                .isTrue();
        raise("carla");
        assertThat(names(told("/hook", 2)))
                .as("what was raised while it was off is not told later")
                .containsExactly("maria", "carla");
    }

    @Test
    void ofAFloodTheFirstAreToldAndOneMessageSaysHowManyMore() throws Exception {
        JsonNode made = webhook("/hook", "\"which\":\"all\"");
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < REFUSED; number++) {
            for (int user = 0; user < 24; user++) {
                lines.append(refusal(number, "user" + user, "203.0.113." + user));
            }
        }
        running.push(lines.toString());
        now = now.plusSeconds(70);
        running.eventually("/api/v1/alerts", NotifyIT::areFirm);
        running.eventually(path(made) + "/deliveries", all -> countOf(all, "more") == 1);
        JsonNode minute = running.json(path(made) + "/deliveries");
        assertThat(countOf(minute, "alert")).isEqualTo(20);
        now = now.plusSeconds(61);
        running.eventually(path(made) + "/deliveries", all -> sumOf(receiver.at("/hook")) == 24);
    }

    private Running serve() throws Exception {
        AccessSettings access = new AccessSettings(CONSOLE, null);
        return Running.on(data, () -> now, settings -> settings.withAccess(access));
    }

    private JsonNode webhook(String path, String more) throws Exception {
        String least = more.contains("least_severity") ? "" : ",\"least_severity\":\"low\"";
        return ok(add("{\"name\":\"%s\",\"url\":\"%s\",%s%s}".formatted(path, receiver.url(path), more, least)));
    }

    private HttpResponse<String> add(String body) throws Exception {
        return running.say("POST", WEBHOOKS, body);
    }

    private static String path(JsonNode webhook) {
        return WEBHOOKS + "/" + webhook.path("id").asString();
    }

    /// Has somebody refused so often that it is an alert, and lets the minute pass.
    ///
    /// @return the alert's id
    private String raise(String user) throws Exception {
        refuse(user, "203.0.113.7");
        now = now.plusSeconds(70);
        return running.eventually("/api/v1/alerts?q=" + user, NotifyIT::areFirm)
                .at("/items/0/id")
                .asString();
    }

    private void refuse(String user, String address) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < REFUSED; i++) {
            lines.append(refusal(i, user, address));
        }
        assertThat(running.push(lines.toString()).statusCode()).isEqualTo(200);
        now = now.plusSeconds(2);
    }

    /// Records must come in the order of their times, or they are late.
    private String refusal(int number, String user, String address) {
        return Running.record(
                        now.plusMillis(10L * number), user + now.toEpochMilli() + number, "/v1/orders/" + number, 403)
                .replace("\"maria\"", "\"" + user + "\"")
                .replace("203.0.113.7", address);
    }

    private static boolean areFirm(JsonNode alerts) {
        return !alerts.path("items").isEmpty()
                && alerts.path("items").values().stream()
                        .noneMatch(one -> one.path("preliminary").asBoolean());
    }

    /// Waits until so many messages came.
    private List<Sent> told(String path, int count) throws Exception {
        running.eventually(WEBHOOKS, _ -> receiver.at(path).size() >= count);
        return receiver.at(path);
    }

    private JsonNode delivery(JsonNode webhook, String status) throws Exception {
        return delivery(webhook, status, 1);
    }

    /// Waits until the latest message has got so far.
    private JsonNode delivery(JsonNode webhook, String status, int tries) throws Exception {
        return running.eventually(path(webhook) + "/deliveries", all -> {
                    JsonNode latest = all.at("/items/0");
                    return latest.path("status").asString("").equals(status)
                            && latest.path("tries").asInt() == tries;
                })
                .at("/items/0");
    }

    private static List<String> names(List<Sent> messages) {
        return messages.stream()
                .map(one -> one.json().at("/alert/actor/name").asString())
                .toList();
    }

    private static long countOf(JsonNode deliveries, String kind) {
        return deliveries.path("items").values().stream()
                .filter(one -> one.path("kind").asString().equals(kind))
                .count();
    }

    /// How many alerts messages tell of.
    private static int sumOf(List<Sent> messages) {
        return messages.stream()
                .mapToInt(one -> one.json().path("alerts").asInt(1))
                .sum();
    }

    private static String signature(JsonNode webhook, Sent message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] secret = webhook.path("secret").asString().getBytes(StandardCharsets.UTF_8);
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        byte[] signed = mac.doFinal((message.timestamp() + "." + message.body()).getBytes(StandardCharsets.UTF_8));
        return "sha256=" + HexFormat.of().formatHex(signed);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // set before every test
    private static <T> T unset() {
        return null;
    }
}
