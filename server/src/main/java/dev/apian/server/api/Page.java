// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// One page of a list that is paged by counting.
record Page(Cursor cursor, int limit) {

    static final int ITEMS_MAX = 200;
    static final int ITEMS_USUAL = 50;

    static Page of(Parameters asked, @Nullable Object... filters) {
        return new Page(Cursor.of(asked, Arrays.asList(filters)), asked.integer("limit", 1, ITEMS_MAX, ITEMS_USUAL));
    }

    boolean isFirst() {
        return cursor.isFirstPage();
    }

    /// How many items come up to the end of this page, and the one after, which tells that there are more.
    int end() {
        return cursor.offset() + limit + 1;
    }

    /// How many items all pages have together, told with the first: of a list that ends there it is known.
    JsonNode total(ObjectNode answer, Counting counting) throws IOException {
        if (!isFirst()) {
            return NullNode.instance;
        }
        return answer.path("next_cursor").isNull()
                ? answer.numberNode(answer.path("items").size())
                : counting.count();
    }

    interface Counting {
        JsonNode count() throws IOException;
    }

    /// Asks for this page of a statement that says everything but which page.
    ObjectNode of(Asking archive, Sql sql) throws IOException {
        sql.add("LIMIT ? OFFSET ?", limit + 1, cursor.offset());
        return answer(archive.rows(sql));
    }

    /// This page of a list that is there as a whole.
    <T> ObjectNode of(List<T> all, Function<T, ObjectNode> json) {
        return answer(
                all.stream().skip(cursor.offset()).limit(limit + 1L).map(json).toList());
    }

    private ObjectNode answer(List<ObjectNode> rows) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        boolean more = rows.size() > limit;
        answer.putArray("items").addAll(more ? rows.subList(0, limit) : rows);
        answer.put("next_cursor", more ? cursor.next(cursor.offset() + limit) : null);
        return answer;
    }
}
