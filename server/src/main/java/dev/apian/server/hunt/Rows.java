// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import dev.apian.lake.QueryException;
import dev.apian.lake.QueryResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A result as JSON, row by row, as long as there is room.
final class Rows {

    /// Of one value; longer ones are cut and shown as text.
    static final int CELL_CHARS_MAX = 4_000;

    /// Of an answer: about what a browser takes without pausing.
    static final int ANSWER_CHARS_MAX = 16 << 20;

    /// Beyond it, JavaScript rounds: larger whole numbers go as texts.
    private static final long EXACT_MAX = (1L << 53) - 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ArrayNode rows = NODES.arrayNode();
    private long characters;
    private int cellsCut;

    /// Reads all rows, or as many as there is room for.
    ///
    /// @return the members `columns`, `rows`, `cut` and `cells_cut`
    static ObjectNode of(QueryResult result) throws QueryException {
        Rows read = new Rows();
        boolean full = false;
        while (!full && result.next()) {
            read.add(result.row());
            full = read.characters > ANSWER_CHARS_MAX;
        }
        ObjectNode answer = NODES.objectNode();
        answer.set("columns", columns(result));
        answer.set("rows", read.rows);
        answer.put("cut", full ? "size" : result.isCut() ? "rows" : null);
        return answer.put("cells_cut", read.cellsCut);
    }

    private static ArrayNode columns(QueryResult result) {
        ArrayNode columns = NODES.arrayNode();
        for (QueryResult.Column column : result.columns()) {
            Meaning.Of of = Meaning.of(column, result.columns(), result.tables());
            columns.addObject()
                    .put("name", column.name())
                    .put("type", column.type())
                    .put("form", Form.of(column.type()).label())
                    .put("means", of.meaning() == null ? null : of.meaning().label())
                    .put("beside", of.beside());
        }
        return columns;
    }

    private void add(List<@Nullable Object> values) {
        ArrayNode row = rows.addArray();
        for (Object value : values) {
            row.add(cell(value));
        }
    }

    private JsonNode cell(@Nullable Object value) {
        JsonNode cell = json(value);
        boolean small = !cell.isString() && !cell.isContainer();
        String text = small ? "" : cell.isString() ? cell.asString() : JSON.writeValueAsString(cell);
        characters += Math.min(text.length(), CELL_CHARS_MAX) + 8L;
        if (text.length() <= CELL_CHARS_MAX) {
            return cell;
        }
        cellsCut++;
        return NODES.stringNode(text.substring(0, CELL_CHARS_MAX) + "…");
    }

    private static JsonNode json(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Boolean truth -> NODES.booleanNode(truth);
            case BigInteger number when number.bitLength() > 53 -> NODES.stringNode(number.toString());
            case BigInteger number -> NODES.numberNode(number);
            case BigDecimal number -> NODES.numberNode(number);
            case Double number -> finite(number);
            case Float number -> finite(number);
            case Number number ->
                Math.abs(number.longValue()) > EXACT_MAX
                        ? NODES.stringNode(number.toString())
                        : NODES.numberNode(number.longValue());
            case List<?> list -> {
                ArrayNode array = NODES.arrayNode(list.size());
                list.forEach(item -> array.add(json(item)));
                yield array;
            }
            case Map<?, ?> struct -> {
                ObjectNode object = NODES.objectNode();
                struct.forEach((name, item) -> object.set(String.valueOf(name), json(item)));
                yield object;
            }
            default -> NODES.stringNode(value.toString());
        };
    }

    private static JsonNode finite(double number) {
        return Double.isFinite(number) ? NODES.numberNode(number) : NODES.stringNode(Double.toString(number));
    }
}
