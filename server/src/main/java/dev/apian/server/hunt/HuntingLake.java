// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import com.linecorp.armeria.common.HttpStatus;
import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.StoredAlert;
import dev.apian.lake.DamagedLakeException;
import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.lake.QueryStop;
import dev.apian.server.http.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The lake as hunters see it: with memory, time and processors of their own, so that a heavy question of one person
/// never makes the pages of the others wait.
final class HuntingLake implements AutoCloseable {

    /// Queries that run side by side.
    static final int QUERIES_MAX = 3;

    /// Rows of an answer to keep as a file.
    static final int CSV_ROWS_MAX = 100_000;

    /// Half of the processors stay for the engine and the pages.
    static final QueryLimits LIMITS = new QueryLimits(
            Duration.ofSeconds(60),
            512,
            4 << 10,
            CSV_ROWS_MAX,
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    private static final String LINES = "\n\nLINE ";

    private final Path directory;
    private final Catalogue catalogue;
    private final Runnable damageMet;
    private final QueryLimits limits;
    private final Query query;

    private HuntingLake(Path directory, Catalogue catalogue, Runnable damageMet, QueryLimits limits, Query query) {
        this.directory = directory;
        this.catalogue = catalogue;
        this.damageMet = damageMet;
        this.limits = limits;
        this.query = query;
    }

    static HuntingLake open(Path directory, Catalogue catalogue, Runnable damageMet, QueryLimits limits)
            throws IOException {
        return new HuntingLake(directory, catalogue, damageMet, limits, Query.open(directory, limits));
    }

    /// What is made of an answer.
    interface Use<T> {
        T of(QueryResult result, List<String> warnings) throws QueryException, IOException;
    }

    /// Throws a [Problem] that says what was found, what is allowed, and what to do.
    <T> T ask(String sql, long rowsMax, QueryStop stop, Use<T> use) throws IOException {
        try {
            List<String> alerts = alertsOfACluster(sql);
            if (alerts.isEmpty()) {
                return twice(query, sql, rowsMax, stop, use);
            }
            try (Query withAlerts = Query.open(directory, limits, alerts)) {
                return twice(withAlerts, sql, rowsMax, stop, use);
            }
        } catch (QueryException e) {
            throw problem(e);
        } finally {
            if (query.isDamageNews()) {
                damageMet.run();
            }
        }
    }

    @Override
    public void close() throws IOException {
        query.close();
    }

    /// A damaged file that was met midway is left out the second time.
    private static <T> T twice(Query query, String sql, long rowsMax, QueryStop stop, Use<T> use)
            throws QueryException, IOException {
        try {
            return once(query, sql, rowsMax, stop, use);
        } catch (DamagedLakeException e) {
            return once(query, sql, rowsMax, stop, use);
        }
    }

    private static <T> T once(Query query, String sql, long rowsMax, QueryStop stop, Use<T> use)
            throws QueryException, IOException {
        try (QueryResult result = query.run(sql, rowsMax, stop)) {
            return use.of(result, query.warnings());
        }
    }

    /// A cluster's job writes them to the catalogue and not to the lake.
    private List<String> alertsOfACluster(String sql) throws IOException {
        return sql.toLowerCase(Locale.ROOT).contains("alerts")
                ? catalogue.alerts().since(0).alerts().stream()
                        .map(StoredAlert::json)
                        .toList()
                : List.of();
    }

    private Problem problem(QueryException e) {
        return switch (e.why()) {
            case STOPPED ->
                Problem.of(
                        HttpStatus.CLIENT_CLOSED_REQUEST,
                        "cancelled",
                        "The query was cancelled",
                        "Somebody cancelled it, or whoever asked went away; run it again to get an answer.");
            case TIME ->
                tooMuch(
                        "The query took too long",
                        "query_seconds_max",
                        limits.timeout().toSeconds(),
                        """
                        It still ran after %d s, which is as long as a query may take here. Ask for less time \
                        (WHERE time > ...), for one actor or endpoint, or group before joining. './apian query' \
                        on the server takes --timeout.""".formatted(limits.timeout().toSeconds()));
            case MEMORY ->
                tooMuch("The query needs too much memory", "query_memory_mb_max", limits.memoryMb(), """
                        It needs more than %d MB of memory and %d MB on disk, which is what queries may use here. \
                        Select fewer columns, narrow it with WHERE, or group before sorting; lists of many rows \
                        (list, string_agg) must fit in memory.""".formatted(
                                limits.memoryMb(), limits.spillMb()));
            case STATEMENT -> wrong(e);
        };
    }

    private static Problem tooMuch(String title, String limit, long allowed, String detail) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("limit", limit).put("allowed", allowed);
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "query-limit", title, detail)
                .with(members);
    }

    /// The picture of the line that DuckDB draws is left out where the place is told.
    private static Problem wrong(QueryException e) {
        String found = String.valueOf(e.getMessage());
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.putNull("position").putNull("length");
        e.place().ifPresent(place -> members.put("position", place.from()).put("length", place.length()));
        return Problem.of(HttpStatus.BAD_REQUEST, "statement", "The statement is wrong", withoutPicture(found))
                .with(members);
    }

    private static String withoutPicture(String message) {
        int picture = message.indexOf(LINES);
        if (picture < 0) {
            return message;
        }
        int end = message.indexOf("^\n", picture);
        return message.substring(0, picture) + (end < 0 ? "" : message.substring(end + 1));
    }
}
