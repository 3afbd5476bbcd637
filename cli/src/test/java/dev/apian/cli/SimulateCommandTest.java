// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell();
    }

    private int simulate(String... more) {
        String[] usual = {"simulate", "--days", "9", "--actors", "40", "--seed", "1", "--out", folder + "/world"};
        String[] all = new String[usual.length + more.length];
        System.arraycopy(usual, 0, all, 0, usual.length);
        System.arraycopy(more, 0, all, usual.length, more.length);
        return shell.run(all);
    }

    private String written(String name) throws IOException {
        return Files.readString(folder.resolve("world").resolve(name));
    }

    @Test
    void chosenAttacksHappenAsTold() throws IOException {
        assertThat(simulate("--business", "bank", "--attacks", "id-walk,token-theft", "--force", "0.2", "--vpn"))
                .isZero();

        assertThat(written("truth.ndjson").lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"tactics\":\"stealthy vpn\""));
        assertThat(written("calls.ndjson").lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("api.meridian-bank.example"));
        assertThat(folder.resolve("world/labels.ndjson")).doesNotExist();
    }

    @Test
    void labelsTellOfEveryCall() throws IOException {
        assertThat(simulate("--attacks", "none", "--labels")).isZero();

        assertThat(written("truth.ndjson")).isEmpty();
        assertThat(written("labels.ndjson").lines().count())
                .isEqualTo(written("calls.ndjson").lines().count());
        assertThat(shell.err()).doesNotContain("warning");
    }

    @Test
    void aWorldIsDrawnFromADocument() throws IOException {
        Path document = folder.resolve("pets.yaml");
        Files.writeString(document, """
                openapi: 3.0.3
                info: {title: Pets, version: '1'}
                paths:
                  /pets:
                    get: {responses: {'200': {description: all}}}
                    post: {responses: {'201': {description: made}}}
                  /pets/{petId}:
                    get:
                      parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
                      responses: {'200': {description: one}}
                """);

        assertThat(simulate("--openapi", document.toString())).isZero();
        assertThat(written("calls.ndjson").lines()).anyMatch(line -> line.contains("\"url.path\":\"/pets/"));
    }

    @Test
    void whatIsWrongIsSaidWithWhatWasExpected() throws IOException {
        Path document = folder.resolve("none.yaml");
        Files.writeString(document, "just: text");

        assertThat(complaint("--attacks", "id-wlk"))
                .contains("--attacks id-wlk is unknown, expected usual, every-way, none, or some of permission");
        assertThat(complaint("--business", "zoo"))
                .contains("--business zoo is unknown, expected one of shop, bank, travel");
        assertThat(complaint("--force", "3")).contains("force=3.0; give more than 0 and at most 1");
        assertThat(complaint("--openapi", document.toString())).contains("none.yaml: found");
        assertThat(complaint("--openapi", document.toString(), "--business", "shop"))
                .contains("name two businesses");
    }

    private String complaint(String... options) {
        shell = new Shell();
        assertThat(simulate(options)).isEqualTo(2);
        return shell.err();
    }
}
