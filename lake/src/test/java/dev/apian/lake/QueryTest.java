// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    @TempDir
    private Path outside;

    private Path directory;
    private Query query;

    @BeforeEach
    void openADataDirectoryWithTwoCalls() throws IOException {
        directory = Files.createDirectories(outside.resolve("data"));
        try (CallLake lake = CallLake.open(directory)) {
            lake.append(
                    TestRows.call(TestRows.NOON, "alice", "GET", 200, new CallRow.Entity("order", "1", "used", "own")));
            lake.append(TestRows.call(TestRows.NOON.plusSeconds(1), "bob", "GET", 404));
        }
        Files.writeString(outside.resolve("secret.csv"), "a,b\n1,2\n");
        Files.writeString(directory.resolve("key.csv"), "a,b\n1,2\n");
        query = Query.open(directory, QueryLimits.DEFAULT);
    }

    @AfterEach
    void close() throws IOException {
        query.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM calls",
                "select actor from calls order by time;",
                "WITH c AS (SELECT * FROM calls) SELECT actor FROM c UNION ALL SELECT 'x'",
                "FROM calls SELECT actor",
                "VALUES (1), (2)",
                "DESCRIBE calls",
                "SHOW TABLES",
                "SUMMARIZE calls",
                "SUMMARIZE SELECT status FROM calls",
                "EXPLAIN SELECT * FROM calls",
                "explain analyze SELECT * FROM calls",
                "SELECT e.id FROM calls, unnest(entities) AS t(e)",
                "SELECT * FROM range(3)",
                "SELECT table_name FROM information_schema.tables",
                "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT * FROM t",
                "SELECT time AT TIME ZONE 'Europe/Berlin' FROM calls WHERE time > '2026-01-01'",
                "SELECT actor, count(*) FILTER (status >= 400) FROM calls GROUP BY ALL HAVING count(*) > 0 -- end"
            })
    void aStatementThatReadsIsAnswered(String sql) throws Exception {
        try (QueryResult result = query.run(sql)) {
            assertThat(Reading.all(result)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO calls VALUES (1)",
                "DELETE FROM calls",
                "UPDATE calls SET status = 1",
                "CREATE TABLE t AS SELECT 1",
                "CREATE OR REPLACE VIEW calls AS SELECT 1",
                "DROP VIEW calls",
                "ATTACH 'other.db'",
                "ATTACH ':memory:' AS other",
                "USE memory",
                "COPY calls TO 'OUT/stolen.csv'",
                "COPY (SELECT 1) TO 'DATA/lake/x.csv'",
                "EXPLAIN ANALYZE COPY (SELECT 1) TO 'DATA/lake/x.csv'",
                "EXPORT DATABASE 'DATA/lake/x'",
                "IMPORT DATABASE 'DATA/lake/x'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET enable_external_access = true",
                "SET lock_configuration = false",
                "RESET lock_configuration",
                "SET VARIABLE x = 1",
                "PRAGMA enable_profiling",
                "PRAGMA database_list",
                "CALL enable_logging()",
                "CHECKPOINT",
                "VACUUM",
                "BEGIN",
                "PREPARE p AS SELECT 1",
                "EXECUTE p",
                "CREATE SECRET (TYPE s3)",
                "SELECT 1; SELECT 2",
                "SELECT 1; DROP VIEW calls",
                "WITH x AS (DELETE FROM calls RETURNING *) SELECT * FROM x",
                "SELECT * FROM (EXPLAIN SELECT 1)",
                "",
                "-- nothing"
            })
    void aStatementThatDoesMoreIsRefused(String sql) {
        assertThatThrownBy(running(sql)).isInstanceOf(QueryException.class);
        assertThat(outside.resolve("stolen.csv")).doesNotExist();
        assertThat(directory.resolve("lake/x.csv")).doesNotExist();
        assertThat(directory.resolve("lake/x")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_text('OUT/secret.csv')",
                "SELECT * FROM read_blob('DATA/../secret.csv')",
                "SELECT * FROM READ_CSV_AUTO('DATA/key.csv')",
                "SELECT * FROM 'OUT/secret.csv'",
                "SELECT * FROM \"DATA/lake/../../secret.csv\"",
                "FROM 'DATA/lake/calls/link.csv'",
                "SELECT * FROM read_csv('DATA/lake/calls/link.csv')",
                "SELECT * FROM glob('/etc/*')",
                "SELECT * FROM sniff_csv('/etc/passwd')",
                "SELECT * FROM parquet_metadata('DATA/lake/calls/day=2026-11-01/part-0000000001.parquet')",
                "SELECT * FROM query('SELECT * FROM read_csv(''/etc/passwd'')')",
                "SELECT * FROM query_table('/etc/passwd')",
                "SELECT (SELECT content FROM read_text('/etc/passwd'))",
                "SELECT * FROM calls WHERE actor IN (SELECT content FROM read_text('/etc/passwd'))",
                "SELECT * FROM calls ORDER BY (SELECT content FROM read_text('/etc/passwd'))",
                "DESCRIBE SELECT * FROM read_text('/etc/passwd')",
                "SELECT * FROM main.read_text('/etc/passwd')",
                "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
                "SELECT getenv('HOME')",
                "SELECT write_log('x')",
                "SELECT sleep_ms(1)",
                "SELECT * FROM duckdb_secrets()",
                "SELECT * FROM 'https://example.org/x.parquet'",
                "SELECT * FROM read_parquet('s3://bucket/x.parquet')"
            })
    void whatIsOutsideTheTablesCannotBeRead(String sql) throws IOException {
        Files.createSymbolicLink(directory.resolve("lake/calls/link.csv"), outside.resolve("secret.csv"));
        assertThatThrownBy(running(sql)).isInstanceOf(QueryException.class).hasMessageNotContaining("root:");
    }

    /// The second lock, tried without the first: what DuckDB refuses by itself should a statement ever slip
    /// through.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_text('DATA/../secret.csv')",
                "SELECT * FROM read_text('DATA/lake/../../secret.csv')",
                "SELECT * FROM read_text('DATA/key.csv')",
                "COPY (SELECT 1) TO 'OUT/stolen.csv'",
                "ATTACH 'OUT/other.db'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET enable_external_access = true",
                "SET allowed_directories = ['/']",
                "SET lock_configuration = false",
                "SET temp_directory = '/tmp'"
            })
    void duckDbItselfStaysInside(String sql) throws Exception {
        try (var connection = query.unguarded();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(filled(sql))).isInstanceOf(java.sql.SQLException.class);
        }
    }

    @Test
    void anEmptyDataDirectoryHasEmptyTablesWithTheColumnsOfTheContract() throws Exception {
        Path empty = Files.createDirectories(outside.resolve("empty"));
        assertThat(columns(empty, "calls"))
                .startsWith(
                        "time TIMESTAMP WITH TIME ZONE",
                        "call_id VARCHAR",
                        "host VARCHAR",
                        "method VARCHAR",
                        "path VARCHAR",
                        "endpoint VARCHAR",
                        "status INTEGER",
                        "actor VARCHAR",
                        "actor_kind VARCHAR",
                        "credential VARCHAR",
                        "client_ip VARCHAR",
                        "country VARCHAR",
                        "asn BIGINT",
                        "user_agent VARCHAR",
                        "device VARCHAR",
                        "entities STRUCT(\"type\" VARCHAR, id VARCHAR, how VARCHAR, whose VARCHAR)[]",
                        "request_bytes BIGINT",
                        "response_bytes BIGINT",
                        "duration_ms DOUBLE");
        assertThat(String.join(", ", columns(empty, "actors"))).isEqualTo("""
                actor VARCHAR, name VARCHAR, kind VARCHAR, first_seen TIMESTAMP WITH TIME ZONE, \
                last_seen TIMESTAMP WITH TIME ZONE, calls BIGINT, tenant VARCHAR, application VARCHAR, roles VARCHAR, \
                facets STRUCT("type" VARCHAR, "value" VARCHAR, first_seen TIMESTAMP WITH TIME ZONE, \
                last_seen TIMESTAMP WITH TIME ZONE, because VARCHAR, confidence DOUBLE, \
                expires TIMESTAMP WITH TIME ZONE, "class" VARCHAR)[]""");
        assertThat(columns(empty, "endpoints"))
                .containsExactly(
                        "endpoint VARCHAR",
                        "host VARCHAR",
                        "method VARCHAR",
                        "template VARCHAR",
                        "calls BIGINT",
                        "actors BIGINT",
                        "first_seen TIMESTAMP WITH TIME ZONE",
                        "last_seen TIMESTAMP WITH TIME ZONE",
                        "sensitivity VARCHAR",
                        "labels VARCHAR[]",
                        "posture VARCHAR",
                        "data VARCHAR[]",
                        "listed VARCHAR");
        assertThat(columns(empty, "entities"))
                .containsExactly(
                        "type VARCHAR",
                        "id VARCHAR",
                        "first_seen TIMESTAMP WITH TIME ZONE",
                        "last_seen TIMESTAMP WITH TIME ZONE",
                        "owner VARCHAR",
                        "actors BIGINT",
                        "calls BIGINT",
                        "shared BOOLEAN",
                        "unexplained BIGINT");
        assertThat(columns(empty, "alerts"))
                .contains(
                        "id VARCHAR",
                        "raised_at TIMESTAMP WITH TIME ZONE",
                        "risk DOUBLE",
                        "scenarios VARCHAR[]",
                        "calls VARCHAR[]");
        for (String table : Views.NAMES) {
            assertThat(Reading.rows(empty, "SELECT * FROM " + table)).isEmpty();
        }
    }

    @Test
    void columnsDoNotChangeWhenRowsArrive() throws Exception {
        Path empty = Files.createDirectories(outside.resolve("empty"));
        for (String table : Views.NAMES) {
            assertThat(columns(directory, table)).isEqualTo(columns(empty, table));
        }
    }

    @Test
    void valuesAreBoundAndNotSpliced() throws Exception {
        String attack = "alice' OR '1'='1";
        assertThat(prepared("SELECT actor FROM calls WHERE actor = ?", attack)).isEmpty();
        assertThat(prepared("SELECT actor FROM calls WHERE actor = ?", "alice")).hasSize(1);
        assertThat(prepared("SELECT actor FROM calls WHERE time > ? AND status = ?", TestRows.NOON, 404))
                .isEqualTo(List.of(List.of("bob")));
        assertThat(prepared("SELECT actor FROM calls WHERE list_contains(?, actor)", List.of("bob", "carol")))
                .isEqualTo(List.of(List.of("bob")));
    }

    @Test
    void valuesArePlainJava() throws Exception {
        assertThat(prepared("SELECT time, status, entities, NULL, true, 1.5::DOUBLE FROM calls ORDER BY time LIMIT 1"))
                .isEqualTo(List.of(Arrays.asList(
                        Instant.parse("2026-11-01T12:00:00Z"),
                        200,
                        List.of(java.util.Map.of("type", "order", "id", "1", "how", "used", "whose", "own")),
                        null,
                        true,
                        1.5)));
    }

    @Test
    void newRowsAreSeenByAQueryThatIsAlreadyOpen() throws Exception {
        assertThat(prepared("SELECT actor FROM calls")).hasSize(2);
        try (CallLake lake = CallLake.open(directory)) {
            lake.append(TestRows.call(TestRows.NOON, "carol", "GET", 200));
        }
        assertThat(prepared("SELECT actor FROM calls")).hasSize(3);
    }

    @Test
    void aQueryThatTakesTooLongIsStopped() throws Exception {
        QueryLimits limits = QueryLimits.DEFAULT.withTimeout(Duration.ofMillis(300));
        long start = System.nanoTime();
        assertThatThrownBy(() ->
                        Reading.rows(directory, "SELECT count(*) FROM range(10000000) a, range(10000000) b", limits))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("took longer than");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aResultThatIsReadTooLongIsStopped() throws Exception {
        QueryLimits limits =
                QueryLimits.DEFAULT.withTimeout(Duration.ofMillis(300)).withRowsMax(Long.MAX_VALUE);
        assertThatThrownBy(() -> Reading.drain(directory, "SELECT * FROM range(100000000000)", limits))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("took");
    }

    @Test
    void aLongResultIsCutAndSaysSo() throws Exception {
        try (Query limited = Query.open(directory, QueryLimits.DEFAULT.withRowsMax(10));
                QueryResult exact = limited.run("SELECT * FROM range(10)");
                QueryResult longer = limited.run("SELECT * FROM range(1000000000)")) {
            assertThat(Reading.all(exact)).hasSize(10);
            assertThat(exact.isCut()).isFalse();
            assertThat(Reading.all(longer)).hasSize(10);
            assertThat(longer.isCut()).isTrue();
            assertThat(longer.cutMessage()).contains("first 10 rows");
        }
    }

    @Test
    void anUnknownColumnIsAnsweredWithTheColumnsThereAre() {
        assertThatThrownBy(running("SELECT statsu FROM calls"))
                .hasMessageContaining("statsu")
                .hasMessageContaining("The columns of calls are time, call_id");
    }

    @Test
    void anUnknownTableIsAnsweredWithTheTables() {
        assertThatThrownBy(running("SELECT * FROM cals"))
                .hasMessageContaining("The tables are calls, actors, endpoints, entities, alerts");
    }

    @Test
    void aValueThatDoesNotConvertIsNamed() {
        assertThatThrownBy(running("SELECT CAST(actor AS INTEGER) FROM calls"))
                .hasMessageContaining("Could not convert string 'alice' to INT32");
    }

    @Test
    void aQueryLargerThanItsMemoryAndDiskSaysSo() {
        QueryLimits small = new QueryLimits(Duration.ofSeconds(30), 64, 1, 1000);
        assertThatThrownBy(() -> Reading.rows(
                        directory, "SELECT DISTINCT md5(i::VARCHAR) AS h FROM range(5000000) t(i) ORDER BY h", small))
                .hasMessageContaining("needs more than memory=64 MB");
    }

    @Test
    void aSortLargerThanMemorySpillsInsideTheDataDirectoryAndCleansUp() throws Exception {
        QueryLimits small = new QueryLimits(Duration.ofSeconds(60), 100, 4000, 10);
        String sorted = "SELECT md5(i::VARCHAR) AS h FROM range(3000000) t(i) ORDER BY h";
        try (Query limited = Query.open(directory, small);
                QueryResult result = limited.run(sorted)) {
            assertThat(result.next()).isTrue();
            assertThat(directory.resolve("tmp")).isDirectoryContaining("glob:**query-*");
        }
        assertThat(directory.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void aMistypedStatementSaysWhere() {
        assertThatThrownBy(running("SELEC 1")).hasMessageContaining("SELEC").hasMessageContaining("character 0");
    }

    @Test
    void aMissingDirectorySaysWhatToDo() {
        assertThatThrownBy(() -> Query.open(outside.resolve("nowhere"), QueryLimits.DEFAULT))
                .hasMessageContaining("no such data directory");
    }

    private ThrowingCallable running(String sql) {
        return () -> {
            try (QueryResult result = query.run(filled(sql))) {
                Reading.all(result);
            }
        };
    }

    private String filled(String sql) {
        return sql.replace("DATA", directory.toString()).replace("OUT", outside.toString());
    }

    private List<? extends List<?>> prepared(String sql, Object... values) throws Exception {
        try (QueryResult result = query.prepared(sql, List.of(values))) {
            return Reading.all(result);
        }
    }

    private static List<String> columns(Path directory, String table) throws Exception {
        return Reading.rows(directory, "DESCRIBE " + table).stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .toList();
    }
}
