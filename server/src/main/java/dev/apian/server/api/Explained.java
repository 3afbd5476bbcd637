// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/// How well accesses are explained, by endpoint: Apian's own gauge, the worst first.
final class Explained {

    private final Archive archive;

    Explained(Archive archive) {
        this.archive = archive;
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly("type", "endpoint", "limit", "cursor");
        String type = asked.text("type");
        String endpoint = asked.text("endpoint");
        Sql sql = Sql.of("SELECT e.*, " + EndpointId.sql("e") + " AS endpoint_id FROM explained e")
                .whereIfGiven("e.entity_type = ?", type);
        if (endpoint != null) {
            EndpointId.of(endpoint).ifPresentOrElse(known -> known.filter(sql, "e"), () -> sql.where("false"));
        }
        sql.add("ORDER BY e.explained_share NULLS LAST, e.accesses DESC, e.endpoint, e.host, e.entity_type");
        Counted counted = archive.counted();
        return counted.tell(Page.of(asked, type, endpoint).of(counted, sql));
    }
}
