// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a data directory back in tests.
final class Reading {

    private Reading() {}

    static List<List<@Nullable Object>> rows(Path directory, String sql) throws IOException, QueryException {
        return rows(directory, sql, QueryLimits.DEFAULT);
    }

    static List<List<@Nullable Object>> rows(Path directory, String sql, QueryLimits limits)
            throws IOException, QueryException {
        try (Query query = Query.open(directory, limits);
                QueryResult result = query.run(sql)) {
            return all(result);
        }
    }

    static List<List<@Nullable Object>> all(QueryResult result) throws QueryException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (result.next()) {
            rows.add(result.row());
        }
        return rows;
    }

    static void drain(Path directory, String sql, QueryLimits limits) throws IOException, QueryException {
        try (Query query = Query.open(directory, limits);
                QueryResult result = query.run(sql)) {
            boolean more = true;
            while (more) {
                more = result.next();
            }
        }
    }

    static long count(Path directory) throws IOException, QueryException {
        return ((Number) java.util.Objects.requireNonNull(
                        rows(directory, "SELECT count(*) FROM calls").get(0).get(0)))
                .longValue();
    }

    static List<CallRow> calls(Path directory) throws IOException, QueryException {
        return rows(directory, """
                        SELECT time, call_id, host, method, path, endpoint, endpoint_id, status, actor, actor_kind,
                        credential, client_ip, country, asn, user_agent, device, entities, request_bytes,
                        response_bytes, duration_ms, late FROM calls
                        """).stream().map(Reading::call).toList();
    }

    private static CallRow call(List<@Nullable Object> row) {
        return new CallRow(
                TestRows.micros((Instant) row.get(0)),
                (String) row.get(1),
                (String) row.get(2),
                (String) row.get(3),
                (String) row.get(4),
                (String) row.get(5),
                (String) row.get(6),
                (int) number(row.get(7), CallRow.STATUS_UNKNOWN),
                (String) row.get(8),
                (String) row.get(9),
                (String) row.get(10),
                (String) row.get(11),
                (String) row.get(12),
                number(row.get(13), CallRow.ASN_UNKNOWN),
                (String) row.get(14),
                (String) row.get(15),
                ((List<?>) row.get(16))
                        .stream()
                                .map(entity -> (Map<?, ?>) entity)
                                .map(entity -> new CallRow.Entity(
                                        String.valueOf(entity.get("type")),
                                        String.valueOf(entity.get("id")),
                                        (String) entity.get("how"),
                                        (String) entity.get("whose")))
                                .toList(),
                number(row.get(17), CallRow.BYTES_UNKNOWN),
                number(row.get(18), CallRow.BYTES_UNKNOWN),
                row.get(19) == null ? CallRow.DURATION_UNKNOWN : (double) row.get(19),
                (boolean) row.get(20));
    }

    private static long number(@Nullable Object value, long unknown) {
        return value == null ? unknown : ((Number) value).longValue();
    }
}
