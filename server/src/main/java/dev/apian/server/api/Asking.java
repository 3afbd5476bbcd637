// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Whatever statements are asked of.
interface Asking {

    List<ObjectNode> rows(Sql sql) throws IOException;

    /// The only row of a question that has one.
    default ObjectNode row(Sql sql) throws IOException {
        return rows(sql).getFirst();
    }
}
