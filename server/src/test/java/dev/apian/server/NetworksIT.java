// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What people say of networks, and what detections make of it.
class NetworksIT {

    private static final String NETWORKS = "/api/v1/networks";
    private static final String TRAVEL = "/api/v1/alerts?scenario=impossible-travel&show=all&status=";
    private static final String OFFICE = "198.51.100.7";
    private static final String HOME = "192.0.2.7";
    private static final String LIST = """
            {"items":[{"network":"198.51.100.0/24","name":"Office Berlin","kind":"egress"},
                      {"network":"2001:DB8::/32","name":"Partner","kind":"corporate"}]}""";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    private final StringBuilder lines = new StringBuilder();
    private int calls;

    @TempDir
    private Path data;

    @Test
    void whatIsSaidHoldsForCallsFromThenOnAndAfterARestart() throws Exception {
        try (Running running = Running.on(data)) {
            for (Instant at = now.minus(Duration.ofDays(12)); at.isBefore(day(3)); at = at.plus(Duration.ofHours(2))) {
                for (String user : new String[] {"before", "listed", "again"}) {
                    call(at, user, OFFICE, Town.BERLIN);
                }
                call(at, "unlisted", HOME, Town.BERLIN);
                call(at, "other", HOME, Town.BERLIN);
            }
            sydney(day(3), "before");
            send(running, day(2).minusSeconds(7_200));
            raised(running, "before");

            HttpResponse<String> said = running.say("PUT", NETWORKS, LIST);
            assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
            assertThat(running.json(NETWORKS)).isEqualTo(Running.JSON.readTree(said.body()));

            work(day(2), "listed", OFFICE);
            work(day(2), "unlisted", HOME);
            sydney(day(2), "listed");
            sydney(day(2), "unlisted");
            send(running, day(1).minusSeconds(7_200));
            assertThat(raised(running, "unlisted").toString()).doesNotContain("\"listed\"");
        }
        try (Running running = Running.on(data)) {
            JsonNode kept = running.json(NETWORKS);
            assertThat(kept.path("applied").asBoolean()).isTrue();
            assertThat(kept.at("/items/0/name").asString()).isEqualTo("Office Berlin");
            assertThat(kept.at("/items/1/network").asString()).isEqualTo("2001:db8::/32");
            work(day(1), "again", OFFICE);
            work(day(1), "other", HOME);
            sydney(day(1), "again");
            sydney(day(1), "other");
            send(running, now.minusSeconds(7_200));
            assertThat(raised(running, "other").toString()).doesNotContain("\"again\"");
        }
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingIsKept() throws Exception {
        try (Running running = Running.on(data)) {
            assertThat(running.say("PUT", NETWORKS, LIST).statusCode()).isEqualTo(200);
            HttpResponse<String> refused = running.say("PUT", NETWORKS, """
                    {"items":[{"network":"198.51.100.7/24","name":"Office","kind":"egress"},
                              {"network":"198.51.100.0/24","name":"One","kind":"vpn"},
                              {"network":"198.51.100.0/24","name":"Two","kind":"vpn"},
                              {"network":"192.0.2.0/24","name":"Shop","kind":"shop"},
                              {"network":"192.0.2.0/24","kind":"vpn"},
                              "192.0.2.0/24"]}""");
            assertThat(refused.statusCode()).isEqualTo(400);
            JsonNode problems = Running.JSON.readTree(refused.body()).path("problems");
            assertThat(problems.size()).isEqualTo(5);
            assertThat(problems.get(0).asString()).startsWith("items[0]: 198.51.100.7/24 has bits behind its prefix");
            assertThat(problems.get(1).asString()).startsWith("items[3]: the kind is 'shop', expected one of");
            assertThat(problems.get(2).asString()).isEqualTo("items[4]: name is missing, expected a text");
            assertThat(problems.get(3).asString()).startsWith("items[5]: expected an object");
            assertThat(problems.get(4).asString()).contains("198.51.100.0/24 is listed twice, as 'One' and as 'Two'");
            assertThat(running.json(NETWORKS).path("items").size()).isEqualTo(2);
            assertThat(running.say("PUT", NETWORKS, "{\"networks\":[]}").statusCode())
                    .isEqualTo(400);
            assertThat(running.say("PUT", NETWORKS, "{\"items\":{}}").body()).contains("expected an array");
            String many = "{\"network\":\"192.0.2.0/24\",\"name\":\"x\",\"kind\":\"vpn\"},".repeat(1_000);
            assertThat(running.say("PUT", NETWORKS, "{\"items\":[%s{}]}".formatted(many))
                            .body())
                    .contains("networks_max", "1001");
        }
    }

    @Test
    void aFullListOfLongNamesIsTakenAndAnEmptyOneEndsIt() throws Exception {
        try (Running running = Running.on(data)) {
            StringBuilder items = new StringBuilder();
            for (int i = 0; i < 1_000; i++) {
                items.append("{\"network\":\"2001:db8:0:0:0:%x::/96\",\"name\":\"%s\",\"kind\":\"residential\"},"
                        .formatted(i + 1, "ö".repeat(80)));
            }
            String full = "{\"items\":[%s]}".formatted(items.substring(0, items.length() - 1));
            HttpResponse<String> said = running.say("PUT", NETWORKS, full);
            assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
            assertThat(running.json(NETWORKS).path("items").size()).isEqualTo(1_000);
            assertThat(running.say("PUT", NETWORKS, "{\"items\":[]}").statusCode())
                    .isEqualTo(200);
            assertThat(running.json(NETWORKS).path("items").size()).isZero();
        }
    }

    private Instant day(int ago) {
        return now.minus(Duration.ofDays(ago));
    }

    /// An hour of calls from one place, around the time at which the other begins.
    private void work(Instant at, String user, String ip) {
        for (int i = -3; i < 4; i++) {
            call(at.plusSeconds(600L * i), user, ip, Town.BERLIN);
        }
    }

    private void sydney(Instant from, String user) {
        for (int i = 0; i < 6; i++) {
            call(from.plusSeconds(300L * i + 7), user, "203.0.115.7", Town.SYDNEY);
        }
    }

    private enum Town {
        BERLIN("DE", "52.52", "13.40", "Mozilla/5.0 (Windows NT 10.0; rv:120.0) Gecko/20100101 Firefox/120.0"),
        SYDNEY("AU", "-33.87", "151.21", "curl/8.9.1");

        private final String country;
        private final String latitude;
        private final String longitude;
        private final String agent;

        Town(String country, String latitude, String longitude, String agent) {
            this.country = country;
            this.latitude = latitude;
            this.longitude = longitude;
            this.agent = agent;
        }
    }

    private void call(Instant at, String user, String ip, Town town) {
        lines.append("""
                {"timestamp":"%s","event.id":"c%d","http.request.method":"GET","url.path":"/v1/orders",\
                "http.response.status_code":200,"server.address":"api.shop.example","client.address":"%s",\
                "user_agent.original":"%s","user.id":"%s","client.geo.country_iso_code":"%s",\
                "client.geo.location.lat":%s,"client.geo.location.lon":%s}
                """.formatted(at, calls++, ip, town.agent, user, town.country, town.latitude, town.longitude));
    }

    /// In order, and with as many calls of others behind them as event time needs to go on.
    private void send(Running running, Instant end) throws IOException, InterruptedException {
        for (int i = 0; i < 20; i++) {
            call(end.plusSeconds(i), "anybody", "192.0.2.99", Town.BERLIN);
        }
        String inOrder = String.join("\n", lines.toString().lines().sorted().toList());
        assertThat(running.push(inOrder + "\n").statusCode()).isEqualTo(200);
        lines.setLength(0);
    }

    private static JsonNode raised(Running running, String user) throws IOException, InterruptedException {
        return running.eventually(TRAVEL, alerts -> alerts.toString().contains("\"name\":\"%s\"".formatted(user)));
    }
}
