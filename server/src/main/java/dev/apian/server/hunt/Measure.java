// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import java.util.Locale;

/// What is counted of each actor.
enum Measure {
    CALLS("calls", "count(*)"),
    ENTITIES("different entities", "count(DISTINCT (entity_type, entity_id))"),
    ENDPOINTS("different endpoints", "count(DISTINCT (endpoint, host))"),
    ADDRESSES("different addresses", "count(DISTINCT client_ip)"),
    COUNTRIES("different countries", "count(DISTINCT country)"),
    ERRORS("errors", "count(*) FILTER (WHERE status >= 400)"),
    BYTES("bytes of answers", "coalesce(sum(response_bytes), 0)");

    final String words;

    /// Over `calls`, or over `accesses` for entities.
    final String sql;

    Measure(String words, String sql) {
        this.words = words;
        this.sql = sql;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
