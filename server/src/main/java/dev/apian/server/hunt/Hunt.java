// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.util.TimeoutMode;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.apian.catalogue.Catalogue;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryStop;
import dev.apian.lake.ResultFormat;
import dev.apian.server.http.Answering;
import dev.apian.server.http.Operations;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.server.http.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The operations of hunting: which tables there are, running and cancelling statements, saved ones, and the builder.
public final class Hunt implements AutoCloseable {

    /// Rows of an answer on screen.
    public static final int ROWS_MAX = 10_000;

    /// A statement of the greatest length, escaped as JSON.
    private static final int BODY_BYTES_MAX = 8 * QueryLimits.SQL_CHARACTERS_MAX;

    /// Waiting for a turn, running, and once more to learn why it failed.
    private static final Duration ANSWER_MAX =
            HuntingLake.LIMITS.timeout().multipliedBy(2 + (long) Runs.WAITING_MAX / HuntingLake.QUERIES_MAX);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private final HuntingLake lake;
    private final Runs runs = new Runs();
    private final Tables tables;
    private final Saved saved;

    private Hunt(HuntingLake lake, Catalogue catalogue, InstantSource clock) throws IOException {
        this.lake = lake;
        this.tables = new Tables(lake);
        this.saved = new Saved(catalogue.savedQueries(), Examples.load(), clock);
    }

    /// @param damageMet told when an answer had to do without a file that nobody has set aside yet
    public static Hunt open(Path directory, Catalogue catalogue, Runnable damageMet, InstantSource clock)
            throws IOException {
        return new Hunt(HuntingLake.open(directory, catalogue, damageMet, HuntingLake.LIMITS), catalogue, clock);
    }

    public void serveOn(Operations operations) {
        operations.get("/api/v1/hunt/tables", tables::list);
        operations.get("/api/v1/hunt/builder", Hunt::build);
        operations.get("/api/v1/hunt/saved", saved::list);
        operations.post("/api/v1/hunt/saved", saved::add);
        operations.put("/api/v1/hunt/saved/{id}", saved::change);
        operations.delete("/api/v1/hunt/saved/{id}", saved::remove);
        operations.serve(HttpMethod.POST, Role.ANALYST, "/api/v1/hunt/queries", BODY_BYTES_MAX, running(this::shown));
        operations.serve(HttpMethod.POST, Role.ANALYST, "/api/v1/hunt/csv", BODY_BYTES_MAX, running(this::kept));
        operations.delete("/api/v1/hunt/queries/{id}", this::cancel);
    }

    /// Stops what runs.
    @Override
    public void close() throws IOException {
        try (lake) {
            runs.close();
        }
    }

    private static ObjectNode build(Parameters asked) {
        Question question = Question.of(asked);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        return answer.put("words", Wording.of(question)).put("sql", QuestionSql.of(question));
    }

    private ObjectNode cancel(Parameters asked) {
        asked.allowOnly();
        String id = asked.path("id");
        return JsonNodeFactory.instance.objectNode().put("id", id).put("was_running", runs.stop(id));
    }

    /// What somebody wants to run.
    private record Wanted(String id, String sql, int rowsMax) {

        static Wanted of(byte[] body) {
            Sent sent = Sent.of(body, "sql", "id", "rows_max");
            String id = sent.textOr("id", Integer.MAX_VALUE, null);
            if (id != null && !ID.matcher(id).matches()) {
                throw Problem.badBody("id is not as expected: 8 to 64 letters, digits and -");
            }
            return new Wanted(
                    id == null ? UUID.randomUUID().toString() : id,
                    sent.text("sql", QueryLimits.SQL_CHARACTERS_MAX),
                    sent.integerOr("rows_max", ROWS_MAX, ROWS_MAX));
        }
    }

    private interface Answer {
        Answering to(Wanted wanted, QueryStop stop);
    }

    /// It counts as running from here on, so that it can be cancelled while it waits for its turn; and it ends when
    /// nobody is there any more to read the answer.
    private HttpService running(Answer answer) {
        return (context, request) -> {
            context.setRequestTimeout(TimeoutMode.SET_FROM_START, ANSWER_MAX);
            return HttpResponse.of(request.aggregate().thenApply(whole -> {
                Wanted wanted = Wanted.of(whole.content().array());
                QueryStop stop = runs.begin(wanted.id());
                var _ = context.whenRequestCancelling().thenRun(stop::press);
                var _ = context.log().whenComplete().thenRun(() -> runs.end(wanted.id(), stop));
                return answer.to(wanted, stop).on(runs.workers()).serve(context, request);
            }));
        };
    }

    private Answering shown(Wanted wanted, QueryStop stop) {
        return new Answering(_ -> {
            long start = System.nanoTime();
            return lake.ask(wanted.sql(), wanted.rowsMax(), stop, (result, warnings) -> {
                ObjectNode answer = JsonNodeFactory.instance.objectNode().put("id", wanted.id());
                answer.setAll(Rows.of(result));
                answer.put("rows_max", wanted.rowsMax());
                answer.put("elapsed_ms", (System.nanoTime() - start) / 1_000_000);
                ArrayNode told = answer.putArray("warnings");
                warnings.forEach(told::add);
                return answer;
            });
        });
    }

    private Answering kept(Wanted wanted, QueryStop stop) {
        return Answering.file(_ -> lake.ask(wanted.sql(), HuntingLake.CSV_ROWS_MAX, stop, (result, _) -> {
            Csv csv = new Csv();
            ResultFormat.CSV.write(result, csv);
            if (result.isCut()) {
                ServiceRequestContext.current().setAdditionalResponseHeader("apian-cut-rows", HuntingLake.CSV_ROWS_MAX);
            }
            return new Answering.Download("apian-hunt.csv", MediaType.CSV_UTF_8, csv.text());
        }));
    }
}
