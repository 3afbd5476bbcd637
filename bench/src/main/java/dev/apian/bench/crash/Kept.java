// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a data directory holds in the end.
///
/// @param calls  how often each call is there, by its id
/// @param alerts whole rows, in the order of their ids
/// @param late   calls that were stored and not judged
record Kept(Map<String, Integer> calls, List<String> alerts, long late) {

    private static final QueryLimits LIMITS = QueryLimits.DEFAULT.withRowsMax(Long.MAX_VALUE);

    Kept {
        calls = Map.copyOf(calls);
        alerts = List.copyOf(alerts);
    }

    static Kept in(Path data) throws IOException {
        Map<String, Integer> calls = new HashMap<>();
        List<String> alerts = new ArrayList<>();
        long late = 0;
        try (Query query = Query.open(data, LIMITS)) {
            try (QueryResult rows = query.run("select call_id, actor_kind from calls")) {
                while (rows.next()) {
                    calls.merge(String.valueOf(rows.get(0)), 1, Integer::sum);
                    late += "unresolved".equals(rows.get(1)) ? 1 : 0;
                }
            }
            try (QueryResult rows = query.run("select * from alerts order by id")) {
                while (rows.next()) {
                    alerts.add(rows.row().toString());
                }
            }
        } catch (QueryException e) {
            throw new IOException(e);
        }
        return new Kept(calls, alerts, late);
    }
}
