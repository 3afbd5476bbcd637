// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import com.linecorp.armeria.common.HttpStatus;
import dev.apian.lake.DamagedLakeException;
import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.lake.Snapshot;
import dev.apian.lake.Summaries;
import dev.apian.lake.Table;
import dev.apian.lake.Timeline;
import dev.apian.server.http.Problem;
import dev.apian.stage.endpoint.TemplateLearner;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Questions to the lake, a few at a time. A row comes back as a JSON object whose members are the columns.
final class Archive implements Asking, AutoCloseable {

    /// Queries that run side by side; each uses all processors, so more would only wait for one another.
    static final int QUERIES_MAX = 4;

    /// The whole inventory is the longest answer.
    static final QueryLimits LIMITS =
            new QueryLimits(Duration.ofSeconds(20), 512, 4 << 10, TemplateLearner.ENDPOINTS_MAX);

    private static final Duration TURN_MAX = Duration.ofSeconds(10);

    private final Path directory;
    private final Query query;
    private final Timeline timeline;
    private final Summaries summaries;
    private final Semaphore turns = new Semaphore(QUERIES_MAX, true);

    private final Runnable damageMet;

    private Archive(Path directory, Query query, Timeline timeline, Summaries summaries, Runnable damageMet) {
        this.summaries = summaries;
        this.damageMet = damageMet;
        this.directory = directory;
        this.query = query;
        this.timeline = timeline;
    }

    /// @param damageMet told once for each answer that had to do without a file that nobody has set aside yet
    static Archive open(Path dataDirectory, Runnable damageMet) throws IOException {
        return new Archive(
                dataDirectory,
                Query.open(dataDirectory, LIMITS),
                Timeline.over(dataDirectory),
                Summaries.open(dataDirectory, LIMITS),
                damageMet);
    }

    /// Files that answers lack because they are damaged.
    int damagedFiles() {
        return query.damagedFiles();
    }

    Timeline timeline() {
        return timeline;
    }

    /// Another text whenever the stored actors or endpoints have changed.
    String namesVersion() throws IOException {
        return Snapshot.version(directory, Table.ACTORS, Table.ENDPOINTS);
    }

    /// What is made of an answer.
    interface Question<T> {
        T of(Query query) throws QueryException, IOException;
    }

    <T> T ask(Question<T> question) throws IOException {
        takeTurn();
        try {
            T answer = answered(question);
            if (query.isDamageNews()) {
                damageMet.run();
            }
            return answer;
        } catch (QueryException e) {
            throw tooMuch(e);
        } finally {
            turns.release();
        }
    }

    /// Nobody has seen half of an answer, so that it can be asked for once more.
    private <T> T answered(Question<T> question) throws QueryException, IOException {
        try {
            return question.of(query);
        } catch (DamagedLakeException e) {
            return question.of(query);
        }
    }

    /// Where to ask for what is counted over all calls: the summaries, or the lake itself while there are none.
    Counted counted() {
        return new Counted(this, summaries.asOf().orElse(null));
    }

    @Override
    public List<ObjectNode> rows(Sql sql) throws IOException {
        return ask(lake -> read(lake.prepared(sql.text(), sql.values())));
    }

    List<ObjectNode> summed(Sql sql) throws IOException {
        return ask(lake -> read(summaries.prepared(sql.text(), sql.values())));
    }

    private static List<ObjectNode> read(QueryResult answer) throws QueryException, IOException {
        try (QueryResult result = answer) {
            List<ObjectNode> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        }
    }

    @Override
    public void close() throws IOException {
        try (query) {
            summaries.close();
        }
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(TURN_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.busy(
                        "queries_max",
                        QUERIES_MAX + turns.getQueueLength() + 1L,
                        QUERIES_MAX,
                        "Too many questions at the same time, queries_max allows %d; ask again.".formatted(QUERIES_MAX),
                        Duration.ofSeconds(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a query's turn", e);
        }
    }

    /// Our statements are right, so what fails is a question that takes too long or too much memory.
    private static RuntimeException tooMuch(QueryException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("the query")
                ? Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "query", "The question was too large", message)
                : new IllegalStateException("a statement of the server failed: " + message, e);
    }

    private static ObjectNode row(QueryResult result) throws QueryException {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int column = 0; column < result.columns().size(); column++) {
            row.set(result.columns().get(column).name(), json(result.get(column)));
        }
        return row;
    }

    private static JsonNode json(@Nullable Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case null -> nodes.nullNode();
            case Boolean truth -> nodes.booleanNode(truth);
            case Integer number -> nodes.numberNode(number);
            case Short number -> nodes.numberNode(number);
            case Long number -> nodes.numberNode(number);
            case BigInteger number -> nodes.numberNode(number);
            case BigDecimal number -> nodes.numberNode(number);
            case Double number -> nodes.numberNode(number);
            case Float number -> nodes.numberNode(number);
            case List<?> list -> {
                ArrayNode array = nodes.arrayNode(list.size());
                list.forEach(item -> array.add(json(item)));
                yield array;
            }
            case Map<?, ?> struct -> {
                ObjectNode object = nodes.objectNode();
                struct.forEach((name, item) -> object.set(String.valueOf(name), json(item)));
                yield object;
            }
            default -> nodes.stringNode(value.toString());
        };
    }
}
