// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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

    private static final int VALUES_MAX = 12;
    private static final int ENTITIES_MAX = 60;
    private static final int PEERS_MAX = 10;
    private static final int UNUSUAL_MAX = 15;

    /// What fewer peers than one in so many use is unusual.
    private static final int UNUSUAL_SHARE = 10;

    /// @param row of the actor, with its roles and kind
    void addTo(ObjectNode row) throws IOException {
        row.putArray("calls_per_day")
                .addAll(archive.rows(since(
                                Sql.of("SELECT date_trunc('day', time)::DATE AS \"day\", count(*) AS calls FROM calls"),
                                TIMELINE)
                        .add("GROUP BY 1 ORDER BY 1")));
        row.putArray("used").addAll(archive.rows(used()));
        row.putArray("entities").addAll(archive.rows(entities()));
        addPeers(row);
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

    private void addPeers(ObjectNode row) throws IOException {
        String roles = row.path("roles").asString("");
        String column = roles.isEmpty() ? "kind" : "roles";
        String group = roles.isEmpty() ? row.path("kind").asString() : roles;
        ObjectNode peers = row.putObject("peers");
        peers.put("group", group);
        peers.put("by", column);
        peers.set(
                "count",
                archive.row(among(Sql.of("SELECT count(*) AS n FROM actors p"), column, group))
                        .path("n"));
        peers.putArray("items")
                .addAll(archive.rows(
                        among(Sql.of("SELECT p.actor AS id, p.name, p.kind, p.calls FROM actors p"), column, group)
                                .add("ORDER BY p.calls DESC, p.actor LIMIT ?", PEERS_MAX)));
        peers.putArray("unusual")
                .addAll(archive.rows(unusual(column, group, peers.path("count").asLong())));
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
}
