// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Actors stored before facets told when they expire and how they are used, beside new ones. The old file is DuckDB's
/// own.
class FormerActorsTest {

    private static final Instant NOON = TestRows.NOON;
    private static final String ALL = """
            SELECT a.actor, a.tenant, a.application, a.roles, a.facets[1]."value", a.facets[1].expires,
                   a.facets[1]."class"
            FROM actors a ORDER BY a.actor
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void anOldFileWithOneActor() throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            lake.append(TestRows.call(NOON, "alice", "GET", 200));
            lake.append(TestRows.call(NOON, "bob", "GET", 200));
        }
        Snapshot.open(directory).append(Table.ACTORS, List.of(actor("alice", 1)));
        Path file = onlyFile();
        Path old = directory.resolve("old.parquet");
        try (var connection = DuckDb.open(directory.resolve("spill"), "512MB", DuckDb.Results.WHOLE);
                var statement = connection.createStatement()) {
            statement.execute("""
                    COPY (SELECT actor, name, kind, version, list_transform(facets, lambda f: {
                              'type': f.type, 'value': f.value, 'first_seen': f.first_seen,
                              'last_seen': f.last_seen, 'because': f.because, 'confidence': f.confidence}) AS facets
                          FROM read_parquet(%s)) TO %s (FORMAT parquet)
                    """.formatted(DuckDb.text(file.toString()), DuckDb.text(old.toString())));
        }
        Files.delete(file);
        Files.move(old, file);
    }

    @Test
    void anOldActorAloneHasNullsThere() throws Exception {
        assertThat(Reading.rows(directory, ALL).getFirst())
                .isEqualTo(Arrays.asList("alice", null, null, null, "key:1", null, null));
    }

    @Test
    void anOldActorBesideANewOneIsReadToo() throws Exception {
        Snapshot.open(directory).append(Table.ACTORS, List.of(actor("bob", 2)));

        assertThat(Reading.rows(directory, ALL))
                .isEqualTo(List.of(
                        Arrays.asList("alice", null, null, null, "key:1", null, null),
                        List.of("bob", "acme", "shop-app", "clerk, manager", "key:1", NOON, "service")));
    }

    private static Map<String, Object> actor(String id, long version) {
        Map<String, Object> facet = Map.of(
                "type",
                "api_key",
                "value",
                "key:1",
                "first_seen",
                NOON,
                "last_seen",
                NOON,
                "because",
                "seen",
                "confidence",
                1,
                "expires",
                NOON,
                "class",
                "service");
        return Map.of(
                "actor",
                id,
                "name",
                id,
                "kind",
                "user",
                "tenant",
                "acme",
                "application",
                "shop-app",
                "roles",
                "clerk, manager",
                "facets",
                List.of(facet),
                "version",
                version);
    }

    private Path onlyFile() throws Exception {
        try (var files = Files.walk(directory.resolve("tables"))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
