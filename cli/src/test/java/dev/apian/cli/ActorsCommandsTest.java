// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands about actors, over a simulated day.
class ActorsCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MARIA = "a-0000000000001";
    private static final String SCRIPT = "a-0000000000002";

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
    void actorsAreListedAndSearched() {
        assertThat(run("list", "--data", path("data"))).isZero();
        assertThat(shell.out()).contains("actor", "name", "tenant", "facets", "user");
        assertThat(run("list", "--data", path("data"), "--kind", "service", "--format", "json"))
                .isZero();
        assertThat(JSON.readTree(shell.out()))
                .allSatisfy(actor -> assertThat(actor.path("kind").asString()).isEqualTo("service"));
        assertThat(run("list", "--data", path("data"), "--kind", "robot")).isEqualTo(2);
        assertThat(shell.err()).contains("--kind robot is unknown", "anonymous");
    }

    @Test
    void oneActorIsShownWithTheProofsOfItsFacetsByIdAndByName() {
        JsonNode busiest = busiest();
        String id = busiest.path("actor").asString();

        assertThat(run("show", id, "--data", path("data"))).as(shell.err()).isZero();
        assertThat(shell.out()).contains(id, "because", "confidence", "class", "expires", "network", "device");

        assertThat(run("show", id, "--data", path("data"), "--format", "json")).isZero();
        JsonNode shown = JSON.readTree(shell.out()).get(0);
        assertThat(shown.path("facets")).isNotEmpty();
        assertThat(shown.at("/devices/0/calls").asLong()).isPositive();
        assertThat(run("show", shown.path("name").asString(), "--data", path("data")))
                .isZero();
        assertThat(shell.out()).contains(id);

        assertThat(run("show", "nobody", "--data", path("data"))).isEqualTo(1);
        assertThat(shell.err()).contains("there is no actor nobody", "actors list");
    }

    @Test
    void whatIsSaidIsListedOverriddenAndTakenBack() {
        String data = fresh.resolve("new").toString();
        assertThat(fresh.resolve("new").toFile().mkdir()).isTrue();

        assertThat(run("link", "api_key", "key:1", MARIA, "--data", data)).isZero();
        assertThat(shell.out()).isEqualTo("1  link api_key key:1 to " + MARIA + "\n");
        assertThat(shell.err()).contains("apian actors undo 1");
        assertThat(run("unlink", "api_key", "key:1", MARIA, "--data", data)).isZero();
        assertThat(run("join", SCRIPT, MARIA, "--data", data)).isZero();
        assertThat(run("name", MARIA, "Maria Lindt", "--data", data)).isZero();

        assertThat(run("corrections", "--data", data)).isZero();
        assertThat(shell.out())
                .contains("overridden", "join " + SCRIPT + " into " + MARIA, "name " + MARIA + " Maria Lindt");
        assertThat(run("undo", "2", "--data", data)).isZero();
        assertThat(run("corrections", "--data", data)).isZero();
        assertThat(shell.out()).doesNotContain("overridden", "unlink");
        assertThat(run("undo", "2", "--data", data)).isEqualTo(1);
        assertThat(shell.err()).contains("there is no correction of identity 2");
    }

    @Test
    void whatMakesNoSenseIsWrongUsageAndAllOfItIsTold() {
        assertThat(run("link", "apikey", "key:1", "maria", "--data", fresh.toString()))
                .isEqualTo(2);
        assertThat(shell.err()).contains("type is 'apikey'", "actor is 'maria'");
        assertThat(run("join", MARIA, SCRIPT, "--data", fresh.toString())).isZero();
        assertThat(run("join", SCRIPT, MARIA, "--data", fresh.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("leads back");
    }

    private JsonNode busiest() {
        assertThat(run("list", "--data", path("data"), "--kind", "user", "--format", "json"))
                .isZero();
        return JSON.readTree(shell.out()).get(0);
    }

    private int run(String command, String... rest) {
        String[] args = new String[rest.length + 2];
        args[0] = "actors";
        args[1] = command;
        System.arraycopy(rest, 0, args, 2, rest.length);
        return shell.run(args);
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }
}
