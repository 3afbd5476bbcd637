// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.documents;

import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.lake.row.ListedJson;
import dev.apian.stage.endpoint.Listed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The inventory of endpoints as it was written last, with all that was learned; also while a server runs.
public final class ListedEndpoints {

    private static final String SQL = "SELECT listed FROM endpoints WHERE listed IS NOT NULL ORDER BY endpoint, host";

    private ListedEndpoints() {}

    public static List<Listed> read(Path data) throws IOException, QueryException {
        try (Query query = Query.open(data, QueryLimits.DEFAULT)) {
            return read(query);
        }
    }

    public static List<Listed> read(Query query) throws IOException, QueryException {
        List<Listed> listed = new ArrayList<>();
        try (QueryResult result = query.run(SQL)) {
            while (result.next()) {
                listed.add(ListedJson.read(String.valueOf(result.get(0))));
            }
        }
        return listed;
    }
}
