// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What is counted over all calls, for one answer: the tables `actors`, `endpoints`, `entities`, `explained`, `matrix`
/// and `processes`.
///
/// @param asOf when the summaries were made that are asked; null if the lake itself is
record Counted(Archive archive, @Nullable Instant asOf) implements Asking {

    boolean isSummary() {
        return asOf != null;
    }

    @Override
    public List<ObjectNode> rows(Sql sql) throws IOException {
        return isSummary() ? archive.summed(sql) : archive.rows(sql);
    }

    /// Tells of when an answer is.
    ObjectNode tell(ObjectNode answer) {
        return answer.put("as_of", asOf == null ? null : asOf.toString());
    }
}
