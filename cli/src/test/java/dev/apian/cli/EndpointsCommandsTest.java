// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands about endpoints, over a simulated day.
class EndpointsCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORDER = "/v1/orders/{orderId}";

    @TempDir
    static Path folder;

    @TempDir
    Path fresh;

    private final Shell shell = new Shell();

    @BeforeAll
    static void simulateAndAnalyze() {
        Shell first = new Shell();
        assertThat(first.run("simulate", "--days", "1", "--actors", "40", "--seed", "7", "--out", path("world")))
                .isZero();
        assertThat(first.run("analyze", path("world/calls.ndjson"), "--data", path("data")))
                .isZero();
    }

    @Test
    void theInventoryIsListedAndSearched() {
        assertThat(run("list", "--data", path("data"))).isZero();
        assertThat(shell.out()).contains("endpoint", "posture", "GET " + ORDER);
        assertThat(run("list", "--data", path("data"), "--search", "V1/ORDERS", "--format", "json"))
                .isZero();
        assertThat(shell.out()).contains("GET " + ORDER).doesNotContain("/v1/invoices");
        assertThat(run("list", "--data", path("data"), "--host", "no.example", "--format", "json"))
                .isZero();
        assertThat(shell.out().strip()).isEqualTo("[]");
        assertThat(run("list", "--data", path("data"), "--posture", "shut")).isEqualTo(2);
        assertThat(shell.err()).contains("--posture shut is unknown", "required");
    }

    @Test
    void oneEndpointIsShownWithWhatWasSeenOfIt() {
        assertThat(run("show", "GET " + ORDER, "--data", path("data"))).isZero();
        assertThat(shell.out()).contains("GET " + ORDER, "calls", "statuses", "200: ", "posture");
        assertThat(run("show", "GET " + ORDER, "--data", path("data"), "--format", "json"))
                .isZero();
        assertThat(JSON.readTree(shell.out()).at("/0/facts/calls").asLong()).isPositive();
        assertThat(run("show", "GET /nowhere", "--data", path("data"))).isEqualTo(1);
        assertThat(shell.err()).contains("there is no endpoint GET /nowhere", "endpoints list");
    }

    @Test
    void whatWasSeenIsExportedAndDoesNotDriftFromItself() throws IOException {
        String export = fresh.resolve("seen.json").toString();
        String data = copyOfData();

        assertThat(run("export", "--data", data, "--out", export)).isZero();
        assertThat(run("import", export, "--data", data)).as(shell.err()).isZero();
        assertThat(shell.out()).contains("seen: ", " operations of What was seen");
        assertThat(run("drift", "--data", data, "--fail")).as(shell.out()).isZero();
        assertThat(shell.err()).contains("nothing differs");
    }

    @Test
    void driftIsTableJsonAndExitCode() throws IOException {
        String data = copyOfData();
        Path file = Files.writeString(fresh.resolve("shop.v1.yaml"), """
                openapi: 3.0.3
                info: {title: Shop, version: 1.2.0}
                paths:
                  /v1/orders/{id}: {get: {deprecated: true, responses: {default: {description: any}}}}
                  /v1/never: {get: {responses: {default: {description: any}}}}
                """);

        assertThat(run("import", file.toString(), "--data", data)).isZero();
        assertThat(shell.out()).isEqualTo("shop.v1: 2 operations of Shop 1.2.0 on any host\n");
        assertThat(run("drift", "--data", data)).isZero();
        assertThat(shell.out()).contains("deprecated, still called", "in no document, served in", "never seen");
        assertThat(shell.err()).contains("1 unused", "1 zombie", "shadow");
        assertThat(run("drift", "--data", data, "--fail", "--kind", "unused", "--format", "json"))
                .isEqualTo(1);
        JsonNode drifts = JSON.readTree(shell.out());
        assertThat(drifts).hasSize(1);
        assertThat(drifts.at("/0/endpoint").asString()).isEqualTo("GET /v1/never");
        assertThat(run("drift", "--data", data, "--fail", "--kind", "type")).isZero();
        assertThat(run("drift", "--data", data, "--kind", "odd")).isEqualTo(2);
    }

    @Test
    void withoutDocumentsThereIsNothingToCompareWith() {
        assertThat(run("drift", "--data", path("data"))).isZero();
        assertThat(shell.err()).contains("no documents", "endpoints import");
        assertThat(run("drift", "--data", path("data"), "--fail")).isEqualTo(1);
    }

    @Test
    void documentsAreListedAndRemoved() throws IOException {
        String data = fresh.resolve("new").toString();
        Path file = Files.writeString(
                fresh.resolve("a b.json"),
                "{\"swagger\":\"2.0\",\"info\":{\"title\":\"Old\",\"version\":\"1\"},\"host\":\"old.example\","
                        + "\"paths\":{\"/a\":{\"get\":{}}}}");

        assertThat(run("import", file.toString(), "--data", data)).isZero();
        assertThat(run("import", file.toString(), "--data", data, "--name", "there", "--host", "There.example"))
                .isZero();
        assertThat(run("documents", "--data", data)).isZero();
        assertThat(shell.out()).contains("a-b", "old.example", "there.example", "cli");
        assertThat(run("remove-document", "there", "--data", data)).isZero();
        assertThat(run("remove-document", "there", "--data", data)).isEqualTo(1);
        assertThat(run("remove-document", "../there", "--data", data)).isEqualTo(2);
        assertThat(run("documents", "--data", data)).isZero();
        assertThat(shell.out()).doesNotContain("there.example");
    }

    @Test
    void ifOneFileCannotBeReadNoneIsImportedAndAllProblemsAreTold() throws IOException {
        String data = fresh.resolve("new").toString();
        Path good = Files.writeString(fresh.resolve("good.yaml"), "openapi: 3.0.0\npaths: {/a: {get: {}}}");
        Path bad = Files.writeString(fresh.resolve("bad.yaml"), "openapi: 3.0.0");
        Path worse = Files.writeString(fresh.resolve("worse.yaml"), "hello");

        assertThat(run("import", good.toString(), bad.toString(), worse.toString(), "--data", data))
                .isEqualTo(1);
        assertThat(shell.err())
                .contains(
                        bad + ": bad: has no operations",
                        worse + ": worse: has no field openapi",
                        "nothing was imported");
        assertThat(Path.of(data)).doesNotExist();
        assertThat(run("import", fresh.resolve("no.yaml").toString(), "--data", data))
                .isEqualTo(1);
        assertThat(shell.err()).contains("no such file").doesNotContain("Exception");
    }

    @Test
    void correctionsAreSaidShownAndTakenBack() {
        String data = fresh.toString();

        assertThat(run("pin", "/a/{b}", "--data", data, "--method", "get", "--host", "H.example"))
                .isZero();
        assertThat(shell.out()).isEqualTo("1  pin GET /a/{b} on h.example\n");
        assertThat(shell.err()).contains("apian endpoints undo 1");
        assertThat(run("rename", "/a/{b}", "thing", "--data", data)).isZero();
        assertThat(run("reject", "/a/{b}", "--data", data)).isZero();
        assertThat(run("corrections", "--data", data)).isZero();
        assertThat(shell.out().lines().filter(line -> line.endsWith("overridden")))
                .singleElement()
                .asString()
                .contains("pin GET");
        assertThat(run("undo", "3", "--data", data)).isZero();
        assertThat(run("corrections", "--data", data)).isZero();
        assertThat(shell.out()).doesNotContain("overridden", "reject");
        assertThat(run("undo", "3", "--data", data)).isEqualTo(1);
        assertThat(shell.err()).contains("there is no correction 3");
    }

    @Test
    void correctionsThatCannotBeAreWrongUsage() {
        for (List<String> wrong : List.of(
                List.of("pin", "orders"), List.of("reject", "/orders"), List.of("rename", "/orders/{id}", "9 lives"))) {
            String[] args = Stream.concat(wrong.stream(), Stream.of("--data", fresh.toString()))
                    .toArray(String[]::new);
            assertThat(run(args)).isEqualTo(2);
            assertThat(shell.err()).contains("expected").doesNotContain("Exception");
        }
        assertThat(run("pin", "/x")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(shell.err()).contains("expected one of");
    }

    private int run(String... args) {
        return shell.run(Stream.concat(Stream.of("endpoints"), Stream.of(args)).toArray(String[]::new));
    }

    /// Documents of one test must not be there in another.
    private String copyOfData() throws IOException {
        Path from = folder.resolve("data");
        Path to = fresh.resolve("data");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to.toString();
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }
}
