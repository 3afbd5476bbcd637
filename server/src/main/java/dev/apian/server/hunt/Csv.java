// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import com.linecorp.armeria.common.HttpStatus;
import dev.apian.server.http.Problem;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A file in the making, of a bounded length.
final class Csv implements Appendable {

    static final int CHARACTERS_MAX = 32 << 20;

    private final StringBuilder text = new StringBuilder();

    String text() {
        return text.toString();
    }

    @Override
    public Csv append(CharSequence more) {
        return append(more, 0, more.length());
    }

    @Override
    public Csv append(CharSequence more, int start, int end) {
        if (text.length() + end - start > CHARACTERS_MAX) {
            ObjectNode limit = JsonNodeFactory.instance.objectNode();
            limit.put("limit", "csv_characters_max").put("allowed", CHARACTERS_MAX);
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "query-limit", "The file is too large", """
                            It would have more than %d MB; select fewer columns or rows, or use './apian query \
                            --format csv' on the server.""".formatted(
                                    CHARACTERS_MAX >> 20))
                    .with(limit);
        }
        text.append(more, start, end);
        return this;
    }

    @Override
    public Csv append(char one) {
        return append(String.valueOf(one));
    }
}
