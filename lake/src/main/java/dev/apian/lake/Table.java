// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What is stored of each table, as DuckDB types. Views add the counts; the contract promises names and types.
public enum Table {
    CALLS(
            "time TIMESTAMPTZ",
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
            "duration_ms DOUBLE",
            "late BOOLEAN",
            "endpoint_id VARCHAR"),
    ACTORS(
            "actor VARCHAR",
            "name VARCHAR",
            "kind VARCHAR",
            "facets STRUCT(\"type\" VARCHAR, \"value\" VARCHAR, first_seen TIMESTAMPTZ, last_seen TIMESTAMPTZ,"
                    + " because VARCHAR, confidence DOUBLE, expires TIMESTAMPTZ, \"class\" VARCHAR)[]",
            "tenant VARCHAR",
            "application VARCHAR",
            "roles VARCHAR",
            "version BIGINT"),
    ENDPOINTS(
            "endpoint VARCHAR",
            "host VARCHAR",
            "method VARCHAR",
            "template VARCHAR",
            "sensitivity VARCHAR",
            "labels VARCHAR[]",
            "posture VARCHAR",
            "data VARCHAR[]",
            "listed VARCHAR",
            "former VARCHAR[]"),
    ALERTS(
            "id VARCHAR",
            "raised_at TIMESTAMPTZ",
            "first_seen TIMESTAMPTZ",
            "last_seen TIMESTAMPTZ",
            "severity VARCHAR",
            "risk DOUBLE",
            "title VARCHAR",
            "summary VARCHAR",
            "actor STRUCT(id VARCHAR, \"name\" VARCHAR, kind VARCHAR)",
            "scenarios VARCHAR[]",
            "involved STRUCT(users VARCHAR[], credentials VARCHAR[], addresses VARCHAR[], endpoints VARCHAR[],"
                    + " entities VARCHAR[])",
            "evidence STRUCT(measure VARCHAR, observed DOUBLE, expected DOUBLE, unit VARCHAR, \"window\" VARCHAR)[]",
            "calls VARCHAR[]"),
    SIGNALS(
            "time TIMESTAMPTZ",
            "scenario VARCHAR",
            "actor VARCHAR",
            "strength DOUBLE",
            "reason VARCHAR",
            "usual VARCHAR",
            "first_seen TIMESTAMPTZ",
            "call_id VARCHAR",
            "calls VARCHAR[]",
            "endpoints VARCHAR[]",
            "evidence STRUCT(measure VARCHAR, observed DOUBLE, expected DOUBLE, unit VARCHAR, \"window\" VARCHAR)[]");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> columns;

    Table(String... columns) {
        this.columns = List.of(columns);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String columnNames(Table table) {
        return table.columns.stream().map(Table::nameOf).collect(Collectors.joining(", "));
    }

    /// No rows of the right columns, as SQL.
    String empty() {
        return columns.stream()
                .map(column -> "CAST(NULL AS %s) AS %s".formatted(typeOf(column), nameOf(column)))
                .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    }

    /// Names and types as `read_json` wants them.
    String jsonColumns() {
        return columns.stream()
                .map(column -> "%s: %s".formatted(nameOf(column), DuckDb.text(typeOf(column))))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String nameOf(String column) {
        return column.substring(0, column.indexOf(' '));
    }

    private static String typeOf(String column) {
        return column.substring(column.indexOf(' ') + 1);
    }
}
