// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.otlp;

import dev.apian.stage.call.TypedRecord;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Puts attributes into a record: nested ones under their dotted names, arrays value by value.
final class Attributes {

    /// No name that is known has more words.
    static final int NESTING_MAX = 8;

    private Attributes() {}

    static void share(List<KeyValue> attributes, TypedRecord record) {
        for (KeyValue attribute : attributes) {
            if (attribute.getValue().getValueCase() == AnyValue.ValueCase.STRING_VALUE) {
                record.share(attribute.getKey(), attribute.getValue().getStringValue());
            }
        }
    }

    static void put(List<KeyValue> attributes, TypedRecord record) {
        for (int i = 0; i < attributes.size(); i++) {
            KeyValue attribute = attributes.get(i);
            put(attribute.getKey(), attribute.getValue(), record, 1);
        }
    }

    private static void put(String name, AnyValue value, TypedRecord record, int depth) {
        switch (value.getValueCase()) {
            case STRING_VALUE -> record.put(name, value.getStringValue());
            case INT_VALUE -> record.put(name, value.getIntValue());
            case DOUBLE_VALUE -> record.put(name, value.getDoubleValue());
            case ARRAY_VALUE -> {
                if (TypedRecord.isBody(name)) {
                    record.put(name, json(value).toString());
                } else if (depth < NESTING_MAX) {
                    for (AnyValue item : value.getArrayValue().getValuesList()) {
                        put(name, item, record, depth + 1);
                    }
                }
            }
            case KVLIST_VALUE -> {
                if (TypedRecord.isBody(name)) {
                    record.put(name, json(value).toString());
                } else if (depth < NESTING_MAX) {
                    for (KeyValue member : value.getKvlistValue().getValuesList()) {
                        put(name + "." + member.getKey(), member.getValue(), record, depth + 1);
                    }
                }
            }
            case BOOL_VALUE, BYTES_VALUE, STRING_VALUE_STRINDEX, VALUE_NOT_SET -> {}
        }
    }

    /// A body that was told in parts, as the JSON it was. Messages do not nest deeper than their parser allows.
    private static JsonNode json(AnyValue value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value.getValueCase()) {
            case STRING_VALUE -> nodes.stringNode(value.getStringValue());
            case INT_VALUE -> nodes.numberNode(value.getIntValue());
            case DOUBLE_VALUE -> nodes.numberNode(value.getDoubleValue());
            case BOOL_VALUE -> nodes.booleanNode(value.getBoolValue());
            case ARRAY_VALUE -> {
                ArrayNode items = nodes.arrayNode();
                value.getArrayValue().getValuesList().forEach(item -> items.add(json(item)));
                yield items;
            }
            case KVLIST_VALUE -> {
                ObjectNode members = nodes.objectNode();
                value.getKvlistValue()
                        .getValuesList()
                        .forEach(member -> members.set(member.getKey(), json(member.getValue())));
                yield members;
            }
            case BYTES_VALUE, STRING_VALUE_STRINDEX, VALUE_NOT_SET -> nodes.nullNode();
        };
    }
}
