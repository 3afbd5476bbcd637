// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands about what is done with business entities, over three simulated weeks of few people.
class EntityCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private final Shell shell = new Shell();

    @BeforeAll
    static void simulateAndAnalyze() {
        Shell first = new Shell();
        assertThat(first.run("simulate", "--days", "16", "--actors", "40", "--seed", "7", "--out", path("world")))
                .isZero();
        assertThat(first.run("analyze", path("world/calls.ndjson"), "--data", path("data")))
                .isZero();
    }

    @Test
    void theMatrixIsATableOfOneWeekOrOfOneActor() {
        assertThat(shell.run("matrix", "--data", path("data"), "--week", "2026-03-05", "--format", "csv"))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).startsWith("week,name,actor,endpoint,host,entity_type,whose,calls,refused,entities,");
        assertThat(shell.out().lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("2026-03-02,"));
        assertThat(shell.run("matrix", "--data", path("data"), "--format", "json"))
                .isZero();
        String actor = JSON.readTree(shell.out()).at("/0/actor").asString();
        assertThat(shell.run("matrix", "--data", path("data"), "--actor", actor, "--format", "json"))
                .isZero();
        assertThat(JSON.readTree(shell.out()))
                .isNotEmpty()
                .allMatch(row -> row.path("actor").asString().equals(actor));
        assertThat(shell.run("matrix")).isEqualTo(2);
        assertThat(shell.err()).contains("--data");
    }

    @Test
    void theDiffIsOfTheLastWholeWeeksUnlessSaidOtherwise() {
        assertThat(shell.run("matrix", "diff", "--data", path("data"), "--format", "json"))
                .as(shell.err())
                .isZero();
        assertThat(shell.err()).contains("from the week of 2026-03-02 to that of 2026-03-09");
        JsonNode rows = JSON.readTree(shell.out());
        assertThat(rows.at("/0/change").asString()).isEqualTo("new");
        assertThat(rows.at("/0/calls_before").asInt()).isZero();
        assertThat(shell.run("matrix", "diff", "--data", path("data"), "--from", "2026-03-09"))
                .isEqualTo(2);
        assertThat(shell.run("matrix", "diff", "--data", path("data"), "--from", "2026-03-09", "--to", "2026-03-02"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("earlier week first").doesNotContain("Exception");
    }

    @Test
    void processesAreATableJsonOrAPicture() {
        assertThat(shell.run("processes", "order", "--data", path("data")))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).contains("from_endpoint", "GET /v1/orders/{orderId}");
        assertThat(shell.run("processes", "order", "--data", path("data"), "--format", "dot"))
                .isZero();
        assertThat(shell.out()).startsWith("digraph \"order\" {").contains("\"GET /v1/orders/{orderId}\" -> ");
        assertThat(shell.run("processes", "--data", path("data"), "--format", "json"))
                .isZero();
        assertThat(JSON.readTree(shell.out())
                        .valueStream()
                        .map(row -> row.path("entity_type").asString()))
                .contains("order", "product");
        assertThat(shell.run("processes", "--data", path("data"), "--format", "dot"))
                .isEqualTo(2);
        assertThat(shell.run("processes", "none", "--data", path("data"), "--format", "dot"))
                .isEqualTo(1);
        assertThat(shell.err()).contains("no served call names a thing of type none");
    }

    @Test
    void theEventLogIsWrittenAndCounted() throws Exception {
        Path out = folder.resolve("log.json");
        assertThat(shell.run(
                        "export-ocel", "--data", path("data"), "--out", out.toString(), "--types", "order,invoice"))
                .as(shell.err())
                .isZero();
        JsonNode log = JSON.readTree(Files.readString(out));
        assertThat(shell.err())
                .contains("%d events and %d objects"
                        .formatted(
                                log.path("events").size(), log.path("objects").size()));
        assertThat(log.path("events")).isNotEmpty();
        assertThat(log.path("objectTypes")
                        .valueStream()
                        .map(type -> type.path("name").asString()))
                .containsExactly("actor", "invoice", "order");
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }
}
