// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.server.live.Watched;
import dev.apian.sketch.Hash;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.BaselineSeries;
import dev.apian.stage.profile.BaselineSeries.Slot;
import dev.apian.stage.profile.BaselineSeries.Window;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.Scale;
import dev.apian.stage.profile.Usual;
import dev.apian.stage.signal.detector.VolumeSurge;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is usual for one actor as a picture: what it did, what was to be expected, and what others did.
final class Baselines {

    /// So much history before the first window is counted; older calls weigh less than a sixteenth.
    private static final Duration HISTORY = Duration.ofDays(84);

    private static final long SLOT_MICROS = Scale.TEN_MINUTES.micros();

    /// By the word for it: the scale and how many windows are shown unless asked otherwise.
    private static final Map<String, Shown> SHOWN = Map.of(
            "ten-minutes", new Shown(Scale.TEN_MINUTES, 144),
            "hour", new Shown(Scale.HOUR, 168),
            "day", new Shown(Scale.DAY, 56));

    private final Archive archive;
    private final ActorCalls ofOne;
    private final Watched watched;

    Baselines(Archive archive, Watched watched) {
        this.archive = archive;
        this.ofOne = new ActorCalls(archive);
        this.watched = watched;
    }

    private record Shown(Scale scale, int windows) {}

    /// @param from  start of the first window, microseconds
    /// @param until end of the last one
    private record Reach(Scale scale, long from, long until) {

        static Reach of(Shown shown, @Nullable Instant from, @Nullable Instant to, Instant last) {
            long length = shown.scale.micros();
            long until = to == null ? micros(last) + 1 : micros(to);
            long end = Math.ceilDiv(until, length) * length;
            long start = from == null ? end - shown.windows * length : Math.floorDiv(micros(from), length) * length;
            if (start >= end) {
                throw Problem.badParameter("from is not before to; give an earlier from, or none");
            }
            if (end - start > BaselineSeries.WINDOWS_MAX * length) {
                throw Problem.badParameter("from and to are %d windows apart, at most %d are allowed; ask for a longer"
                                .formatted((end - start) / length, BaselineSeries.WINDOWS_MAX)
                        + " scale or less time");
            }
            return new Reach(shown.scale, start, end);
        }
    }

    ObjectNode of(Parameters asked) throws IOException {
        asked.allowOnly("endpoint", "scale", "from", "to");
        String actor = asked.path("actor");
        String word = asked.choice("scale", "hour", "ten-minutes", "day");
        String wanted = asked.text("endpoint");
        Instant from = asked.instant("from");
        Instant to = asked.instant("to");
        Optional<ActorDeeds> deeds = ofOne.deeds(actor, null);
        ObjectNode who = deeds.isPresent() ? who(actor, deeds.get()) : who(actor);
        EndpointId endpoint = wanted == null ? null : EndpointId.of(wanted).orElseThrow(() -> unknown(wanted));
        Shown shown = SHOWN.getOrDefault(word, new Shown(Scale.HOUR, 168));
        Reach reach =
                Reach.of(shown, from, to, Instant.parse(who.path("last_seen").asString()));
        Actor.Kind kind = kind(who.path("kind").asString());
        String roles = who.path("roles").asString("");
        String group = roles.isEmpty() ? kind.label() : roles;
        Long id = endpoint == null ? null : stableId(endpoint);
        Population population = watched.population();
        long now = Math.max(watched.progress().eventMicros(), 0);
        BaselineSeries series = BaselineSeries.of(population, new BaselineSeries.Subject(kind, group, id), now);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("scale", word);
        answer.put("endpoint", wanted);
        answer.put("level", series.hasPeers(reach.scale) ? "peers" : "own");
        Peers peers = Peers.of(archive, actor, roles, kind.label());
        answer.putObject("peers").put("by", peers.by()).put("group", peers.group());
        Map<Long, ObjectNode> others = peers.windows(endpoint, reach.scale, reach.from, reach.until);
        ArrayNode windows = answer.putArray("windows");
        List<Slot> slots = deeds.isPresent()
                ? deeds.get().slots(endpoint, SLOT_MICROS, reach.from - HISTORY.toMillis() * 1_000, reach.until)
                : slots(actor, endpoint, reach);
        for (Window window : series.windows(reach.scale, slots, reach.from, reach.until)) {
            windows.add(row(window, others.get(window.start())));
        }
        return answer;
    }

    private ObjectNode who(String actor, ActorDeeds deeds) throws IOException {
        List<ObjectNode> stored =
                archive.rows(Sql.of("SELECT kind, roles FROM stored_actors").where("actor = ?", actor));
        ObjectNode who = stored.isEmpty() ? JsonNodeFactory.instance.objectNode() : stored.getFirst();
        return JsonNodeFactory.instance
                .objectNode()
                .put("last_seen", deeds.last().toString())
                .put("kind", who.path("kind").asString(Objects.requireNonNullElse(deeds.kind(), "anonymous")))
                .put("roles", who.path("roles").asString(""));
    }

    private ObjectNode who(String actor) throws IOException {
        List<ObjectNode> found = archive.rows(Sql.of("SELECT c.last_seen,")
                .add("coalesce(s.kind, c.kind, 'anonymous') AS kind, coalesce(s.roles, '') AS roles")
                .add("FROM (SELECT max(time) AS last_seen,")
                .add("arg_max(actor_kind, time) AS kind, ? AS actor FROM calls", actor)
                .where("actor = ?", actor)
                .add(") c LEFT JOIN stored_actors s ON s.actor = c.actor WHERE c.last_seen IS NOT NULL"));
        if (found.isEmpty()) {
            throw Problem.notFound(
                    "No such actor",
                    "There is no actor with the id %s; GET /api/v1/actors lists those there are.".formatted(actor));
        }
        return found.getFirst();
    }

    private static Actor.Kind kind(String label) {
        return Arrays.stream(Actor.Kind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElse(Actor.Kind.ANONYMOUS);
    }

    /// The id under which its latest call was stored, which is that of today.
    private long stableId(EndpointId endpoint) throws IOException {
        ObjectNode row =
                archive.row(endpoint.filter(Sql.of("SELECT arg_max(endpoint_id, time) AS id FROM calls"), "calls"));
        if (row.path("id").isNull()) {
            throw unknown(endpoint.text());
        }
        return Hash.parse(row.path("id").asString());
    }

    private static Problem unknown(String endpoint) {
        return Problem.notFound(
                "No such endpoint",
                "There is no endpoint with the id %s; GET /api/v1/endpoints lists those there are."
                        .formatted(endpoint));
    }

    /// Calls that came late were not judged, so they are not counted.
    private List<Slot> slots(String actor, @Nullable EndpointId endpoint, Reach reach) throws IOException {
        String isCounted = endpoint == null ? "true" : EndpointId.sql("calls") + " = ?";
        Object[] value = endpoint == null ? new Object[0] : new Object[] {endpoint.text()};
        Sql counted = Sql.of("SELECT time, " + isCounted + " AS is_counted FROM calls", value)
                .where("actor = ?", actor)
                .where("late IS NOT TRUE")
                .where("time >= ?", instant(reach.from).minus(HISTORY))
                .where("time < ?", instant(reach.until));
        Sql sql = Sql.of("SELECT epoch_us(time) // ? AS slot, count(*) AS every,", SLOT_MICROS)
                .add("count(*) FILTER (WHERE is_counted) AS counted FROM (")
                .add(counted)
                .add(") GROUP BY 1 ORDER BY 1");
        return archive.rows(sql).stream()
                .map(row -> new Slot(
                        row.path("slot").asLong() * SLOT_MICROS,
                        row.path("every").asInt(),
                        row.path("counted").asInt()))
                .toList();
    }

    private static ObjectNode row(Window window, @Nullable ObjectNode others) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("time", instant(window.start()).toString()).put("calls", window.calls());
        switch (window.usual()) {
            case Usual.Known known -> {
                boolean beyond = window.calls() > 0
                        && known.probabilityOf(window.calls()) <= VolumeSurge.Limits.DEFAULT.chance();
                row.put("expected", Numbers.rounded(known.expected()))
                        .put("usual_upper", known.upper())
                        .put("factor", Numbers.rounded(known.factor()))
                        .put("beyond", beyond);
            }
            case Usual.StillLearning learning ->
                row.putNull("expected").putNull("usual_upper").put("factor", 1).put("beyond", false);
        }
        row.put("peers", others == null ? 0 : others.path("actors").asLong());
        row.set("peers_median", others == null ? row.nullNode() : others.path("median"));
        row.set("peers_upper", others == null ? row.nullNode() : others.path("upper"));
        return row;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
