// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.lake.CallRow;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What calls in the lake tell of one actor: when it used what, whose entities it touched and how it knew them, and
/// what tells it from its peers.
///
/// @param last of its calls
record ActorPortrait(Archive archive, String actor, Instant last) {

    /// The timeline reaches back so far.
    static final Duration TIMELINE = Duration.ofDays(84);

    /// Peers are compared over so long.
    static final Duration COMPARED = Duration.ofDays(28);

    private static final int TOP_MAX = 20;
    private static final int VALUES_MAX = 12;
    private static final int ENTITIES_MAX = 60;
    private static final int PEERS_MAX = 10;
    private static final int UNUSUAL_MAX = 15;

    /// What fewer peers than one in so many use is unusual.
    private static final int UNUSUAL_SHARE = 10;

    /// @param row of the actor, with its roles and kind
    void addTo(ObjectNode row, ActorDeeds deeds) throws IOException {
        row.putArray("top_endpoints").addAll(deeds.topEndpoints(TOP_MAX));
        row.putArray("countries").addAll(deeds.values(CallRow::country, TOP_MAX));
        row.putArray("networks").addAll(deeds.values(ActorDeeds::network, TOP_MAX));
        row.putArray("devices").addAll(deeds.values(CallRow::device, TOP_MAX));
        row.set("calls_per_hour", deeds.hours().weekTo(last));
        row.putArray("calls_per_day").addAll(deeds.days(TIMELINE));
        row.putArray("used")
                .addAll(deeds.used("credential", CallRow::credential, TIMELINE, VALUES_MAX))
                .addAll(deeds.used("device", CallRow::device, TIMELINE, VALUES_MAX))
                .addAll(deeds.used("network", ActorDeeds::network, TIMELINE, VALUES_MAX));
        row.putArray("entities").addAll(deeds.entities(ENTITIES_MAX));
        addPeers(row, deeds);
    }

    /// The same without knowing the calls.
    void addTo(ObjectNode row) throws IOException {
        row.putArray("top_endpoints").addAll(archive.rows(topEndpoints(actor)));
        row.putArray("countries").addAll(archive.rows(values("country", actor)));
        row.putArray("networks").addAll(archive.rows(values("'AS' || asn", actor)));
        row.putArray("devices").addAll(archive.rows(values("device", actor)));
        Sql hours = Hours.counting().where("actor = ?", actor).where("time >= ?", last.minus(Hours.WEEK));
        row.set("calls_per_hour", Hours.of(archive, hours).weekTo(last));
        row.putArray("calls_per_day")
                .addAll(archive.rows(since(
                                Sql.of("SELECT date_trunc('day', time)::DATE AS \"day\", count(*) AS calls FROM calls"),
                                TIMELINE)
                        .add("GROUP BY 1 ORDER BY 1")));
        row.putArray("used").addAll(archive.rows(used()));
        row.putArray("entities").addAll(archive.rows(entities()));
        addPeers(row, null);
    }

    /// The days on which each credential, network and device was in use.
    private Sql used() {
        Sql sides = since(
                Sql.of("SELECT date_trunc('day', time)::DATE AS \"day\", unnest([")
                        .add("{'what': 'credential', 'value': credential},")
                        .add("{'what': 'network', 'value': 'AS' || asn}, {'what': 'device', 'value': device}]) AS side")
                        .add("FROM calls"),
                TIMELINE);
        return Sql.of("SELECT side.what AS what, side.\"value\" AS \"value\", count(*) AS calls,")
                .add("list_sort(list(DISTINCT \"day\")) AS days FROM (")
                .add(sides)
                .add(") WHERE side.\"value\" IS NOT NULL GROUP BY 1, 2")
                .add("QUALIFY row_number() OVER (PARTITION BY what")
                .add("ORDER BY count(DISTINCT \"day\") DESC, count(*) DESC, \"value\") <= ?", VALUES_MAX)
                .add("ORDER BY what, min(\"day\"), calls DESC, \"value\"");
    }

    private Sql entities() {
        return Sql.of("SELECT entity_type AS \"type\", coalesce(whose, 'unknown') AS whose, how, count(*) AS calls,")
                .add("count(DISTINCT entity_id) AS entities, max(time) AS last_seen FROM accesses")
                .where("actor = ?", actor)
                .add("GROUP BY 1, 2, 3 ORDER BY calls DESC, 1, 2, 3 LIMIT ?", ENTITIES_MAX);
    }

    private void addPeers(ObjectNode row, @Nullable ActorDeeds deeds) throws IOException {
        Counted counted = archive.counted();
        String roles = row.path("roles").asString("");
        String column = roles.isEmpty() ? "kind" : "roles";
        String group = roles.isEmpty() ? row.path("kind").asString() : roles;
        ObjectNode peers = row.putObject("peers");
        peers.put("group", group);
        peers.put("by", column);
        peers.set("count", counted.row(counting(counted, column, group)).path("n"));
        peers.putArray("items")
                .addAll(counted.rows(
                        among(Sql.of("SELECT p.actor AS id, p.name, p.kind, p.calls FROM actors p"), column, group)
                                .add("ORDER BY p.calls DESC, p.actor LIMIT ?", PEERS_MAX)));
        long count = peers.path("count").asLong();
        peers.putArray("unusual")
                .addAll(
                        deeds != null && counted.isSummary()
                                ? unusual(counted, column, group, count, deeds.servedBy(last.minus(COMPARED)))
                                : archive.rows(unusual(column, group, count)));
    }

    private Sql counting(Counted counted, String column, String group) {
        return counted.isSummary()
                ? Sql.of("SELECT greatest(coalesce(sum(actors), 0) - 1, 0)::BIGINT AS n FROM peer_groups")
                        .where("\"by\" = ?", column)
                        .where("\"group\" = ?", group)
                : among(Sql.of("SELECT count(*) AS n FROM actors p"), column, group);
    }

    /// The same as the statement below, by what summaries know of the last weeks of the lake.
    private static List<ObjectNode> unusual(
            Counted counted, String column, String group, long peers, List<ObjectNode> mine) throws IOException {
        Map<String, Long> users = new HashMap<>();
        Sql others = Sql.of("SELECT " + EndpointId.sql("g") + " AS id, g.actors FROM group_uses g")
                .where("g.\"by\" = ?", column)
                .where("g.\"group\" = ?", group)
                .where(
                        "list_contains(?, g.endpoint)",
                        mine.stream()
                                .map(one -> one.path("endpoint").asString())
                                .toList());
        counted.rows(others)
                .forEach(row ->
                        users.put(row.path("id").asString(), row.path("actors").asLong() - 1));
        return mine.stream()
                .map(one -> one.put(
                        "peers", Math.max(0, users.getOrDefault(one.path("id").asString(), 0L))))
                .filter(one -> one.path("peers").asLong() * UNUSUAL_SHARE < peers)
                .sorted(Comparator.comparingLong(
                                (ObjectNode one) -> one.path("peers").asLong())
                        .thenComparingLong(one -> -one.path("calls").asLong())
                        .thenComparing(one -> one.path("endpoint").asString()))
                .limit(UNUSUAL_MAX)
                .toList();
    }

    private Sql among(Sql sql, String column, String group) {
        return sql.where("p.%s = ?".formatted(column), group).where("p.actor <> ?", actor);
    }

    /// Endpoints that this actor is served by and few of its peers are, over the same time.
    private Sql unusual(String column, String group, long peers) {
        Sql mine = since(
                        Sql.of("SELECT endpoint, host, count(*) AS calls, max(time) AS last_seen FROM calls"), COMPARED)
                .where("endpoint IS NOT NULL")
                .where("status BETWEEN 200 AND 399")
                .add("GROUP BY endpoint, host");
        Sql theirs = among(
                        Sql.of("SELECT c.endpoint, c.host, count(DISTINCT c.actor) AS peers")
                                .add("FROM calls c JOIN actors p ON p.actor = c.actor"),
                        column,
                        group)
                .where("c.time >= ?", last.minus(COMPARED))
                .where("c.status BETWEEN 200 AND 399")
                .add("GROUP BY c.endpoint, c.host");
        return Sql.of("SELECT " + EndpointId.sql("m") + " AS id, m.endpoint, m.host, m.calls, m.last_seen,")
                .add("coalesce(t.peers, 0) AS peers FROM (")
                .add(mine)
                .add(") m LEFT JOIN (")
                .add(theirs)
                .add(") t ON t.endpoint = m.endpoint AND t.host IS NOT DISTINCT FROM m.host")
                .where("coalesce(t.peers, 0) * ? < ?", UNUSUAL_SHARE, peers)
                .add("ORDER BY 6, m.calls DESC, m.endpoint LIMIT ?", UNUSUAL_MAX);
    }

    private Sql since(Sql sql, Duration reach) {
        return sql.where("actor = ?", actor).where("time >= ?", last.minus(reach));
    }

    private static Sql topEndpoints(String actor) {
        return Sql.of("SELECT " + EndpointId.sql("calls")
                        + " AS id, endpoint, host, count(*) AS calls, max(time) AS last_seen")
                .add("FROM calls")
                .where("actor = ?", actor)
                .where("endpoint IS NOT NULL")
                .add("GROUP BY endpoint, host ORDER BY calls DESC, endpoint LIMIT " + TOP_MAX);
    }

    private static Sql values(String column, String actor) {
        return Sql.of("SELECT " + column + " AS \"value\", count(*) AS calls, min(time) AS first_seen,")
                .add("max(time) AS last_seen FROM calls")
                .where("actor = ?", actor)
                .where(column + " IS NOT NULL")
                .add("GROUP BY 1 ORDER BY calls DESC, 1 LIMIT " + TOP_MAX);
    }
}
