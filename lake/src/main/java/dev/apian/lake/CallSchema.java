// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/// The Parquet schema of `calls`. Columns are added at the end, never renamed or dropped: files live for years.
/// The same holds for the fields of an entity.
final class CallSchema {

    /// The key in the file's own metadata that says which of these schemas it was written with.
    static final String VERSION_KEY = "apian.calls";

    /// 1 had no version in its files; 2 has the same columns and says so. Count on when a column is added.
    static final String VERSION = "2";

    /// Columns in this order in every file; the same names and order as in the view `calls`.
    static final MessageType PARQUET = Types.buildMessage()
            .required(INT64)
            .as(timestampType(true, TimeUnit.MICROS))
            .named("time")
            .optional(BINARY)
            .as(stringType())
            .named("call_id")
            .optional(BINARY)
            .as(stringType())
            .named("host")
            .optional(BINARY)
            .as(stringType())
            .named("method")
            .optional(BINARY)
            .as(stringType())
            .named("path")
            .optional(BINARY)
            .as(stringType())
            .named("endpoint")
            .optional(INT32)
            .named("status")
            .optional(BINARY)
            .as(stringType())
            .named("actor")
            .optional(BINARY)
            .as(stringType())
            .named("actor_kind")
            .optional(BINARY)
            .as(stringType())
            .named("credential")
            .optional(BINARY)
            .as(stringType())
            .named("client_ip")
            .optional(BINARY)
            .as(stringType())
            .named("country")
            .optional(INT64)
            .named("asn")
            .optional(BINARY)
            .as(stringType())
            .named("user_agent")
            .optional(BINARY)
            .as(stringType())
            .named("device")
            .addField(Types.list(Repetition.REQUIRED)
                    .requiredGroupElement()
                    .required(BINARY)
                    .as(stringType())
                    .named("type")
                    .required(BINARY)
                    .as(stringType())
                    .named("id")
                    .optional(BINARY)
                    .as(stringType())
                    .named("how")
                    .optional(BINARY)
                    .as(stringType())
                    .named("whose")
                    .named("entities"))
            .optional(INT64)
            .named("request_bytes")
            .optional(INT64)
            .named("response_bytes")
            .optional(DOUBLE)
            .named("duration_ms")
            .required(BOOLEAN)
            .named("late")
            .optional(BINARY)
            .as(stringType())
            .named("endpoint_id")
            .named("call");

    /// Its columns of values, in order; parquet-java would make the list anew each time.
    static final List<ColumnDescriptor> COLUMNS = List.copyOf(PARQUET.getColumns());

    private static final Map<String, ColumnDescriptor> BY_NAME =
            COLUMNS.stream().collect(Collectors.toUnmodifiableMap(CallSchema::name, Function.identity()));

    private CallSchema() {}

    /// @param name that of the column, or of the field of an entity
    static ColumnDescriptor column(String name) {
        return Objects.requireNonNull(BY_NAME.get(name), name);
    }

    private static String name(ColumnDescriptor column) {
        return column.getPath()[column.getPath().length - 1];
    }
}
