// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.flink;

import dev.apian.cluster.machine.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The jobs of a Flink cluster: how they are, and what is wished of them.
public final class Jobs {

    private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED", "SUSPENDED");
    private static final Duration SAVEPOINT_MAX = Duration.ofMinutes(15);
    private static final Duration END_MAX = Duration.ofMinutes(2);
    private static final long BETWEEN_QUESTIONS_MILLIS = 500;

    private final FlinkRest rest;

    public Jobs(FlinkRest rest) {
        this.rest = rest;
    }

    /// One job as it is now.
    ///
    /// @param state as Flink says: `RUNNING`, `RESTARTING`, `FINISHED` and so on
    /// @param tasks all of its tasks
    /// @param tasksRunning those that run
    /// @param parallelism of its widest step
    public record Job(String state, int tasks, int tasksRunning, int parallelism) {

        public boolean isRunning() {
            return state.equals("RUNNING") && tasks == tasksRunning;
        }

        public boolean hasEnded() {
            return ENDED.contains(state);
        }
    }

    /// A checkpoint that was completed.
    ///
    /// @param millis how long it took
    /// @param newBytes what it wrote
    /// @param allBytes what it holds
    public record Checkpoint(long number, long millis, long newBytes, long allBytes, long endedMillis) {}

    public Job job(String id) throws IOException {
        JsonNode job = rest.get("/jobs/" + id);
        int tasks = 0;
        int running = 0;
        int parallelism = 0;
        for (JsonNode step : job.path("vertices")) {
            tasks += step.path("parallelism").asInt();
            running += step.path("tasks").path("RUNNING").asInt();
            parallelism = Math.max(parallelism, step.path("parallelism").asInt());
        }
        return new Job(job.path("state").asString(), tasks, running, parallelism);
    }

    /// Whether the JobManager knows the job. One that was started again has forgotten.
    public boolean isKnown(String id) throws IOException {
        return state(id).isPresent();
    }

    /// Whether the job is known and has not ended.
    public boolean isThere(String id) throws IOException {
        return state(id).filter(state -> !ENDED.contains(state)).isPresent();
    }

    private Optional<String> state(String id) throws IOException {
        for (JsonNode job : rest.get("/jobs/overview").path("jobs")) {
            if (job.path("jid").asString().equals(id)) {
                return Optional.of(job.path("state").asString());
            }
        }
        return Optional.empty();
    }

    /// The last one, if there is one.
    public Optional<Checkpoint> lastCheckpoint(String id) throws IOException {
        JsonNode last = rest.get("/jobs/" + id + "/checkpoints").path("latest").path("completed");
        if (!last.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new Checkpoint(
                last.path("id").asLong(),
                last.path("end_to_end_duration").asLong(),
                last.path("checkpointed_size").asLong(),
                last.path("state_size").asLong(),
                last.path("latest_ack_timestamp").asLong()));
    }

    /// Why the job failed last, if it did.
    public Optional<String> lastFailure(String id) throws IOException {
        JsonNode newest = rest.get("/jobs/" + id + "/exceptions?maxExceptions=1")
                .path("exceptionHistory")
                .path("entries")
                .path(0);
        String trace = newest.path("stacktrace").asString("");
        return trace.lines().findFirst();
    }

    /// Takes a savepoint while the job goes on.
    ///
    /// @return where it is
    public String savepoint(String id) throws IOException {
        return awaitSavepoint(id, rest.post("/jobs/" + id + "/savepoints", Map.of("cancel-job", false)));
    }

    /// Stops the job after a savepoint.
    ///
    /// @return where the savepoint is
    public String stop(String id) throws IOException {
        String path = awaitSavepoint(id, rest.post("/jobs/" + id + "/stop", Map.of("drain", false)));
        awaitEnd(id);
        return path;
    }

    private String awaitSavepoint(String id, JsonNode accepted) throws IOException {
        String path =
                "/jobs/" + id + "/savepoints/" + accepted.path("request-id").asString();
        long end = System.nanoTime() + SAVEPOINT_MAX.toNanos();
        while (System.nanoTime() < end) {
            JsonNode answer = rest.get(path);
            if (answer.path("status").path("id").asString("").equals("COMPLETED")) {
                return location(answer.path("operation"));
            }
            Waiting.pause(BETWEEN_QUESTIONS_MILLIS);
        }
        throw new IOException("no savepoint within " + SAVEPOINT_MAX.toMinutes()
                + " minutes; see the job's checkpoints at " + rest.address());
    }

    private static String location(JsonNode operation) throws IOException {
        if (operation.has("failure-cause")) {
            String trace = operation.path("failure-cause").path("stack-trace").asString("");
            throw new IOException("the savepoint failed: "
                    + trace.lines().findFirst().orElse("Flink does not say why") + "; see the log of the JobManager");
        }
        return operation.path("location").asString();
    }

    private void awaitEnd(String id) throws IOException {
        long end = System.nanoTime() + END_MAX.toNanos();
        Job job = job(id);
        while (!job.hasEnded() && System.nanoTime() < end) {
            Waiting.pause(BETWEEN_QUESTIONS_MILLIS);
            job = job(id);
        }
        if (!job.state().equals("FINISHED")) {
            throw new IOException("job " + id + " is " + job.state() + ", expected FINISHED; see " + rest.address());
        }
    }
}
