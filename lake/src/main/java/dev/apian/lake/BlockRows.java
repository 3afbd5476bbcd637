// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// Rows of calls from neighbouring pages, column by column.
///
/// Rows before those that are wanted are skipped without looking at their values.
final class BlockRows {

    private final ColumnCursors columns;
    private final int skipped;
    private final int count;

    /// @param skipped rows at the beginning of the pages that nobody wants
    /// @param count   rows wanted after those
    BlockRows(BlockPages pages, int skipped, int count) {
        this.columns = ColumnCursors.over(pages);
        this.skipped = skipped;
        this.count = count;
    }

    /// The text of the first row, without reading the others.
    @Nullable
    String first(String column) {
        ColumnReader reader = wanted(column);
        return isKnown(reader) ? reader.getBinary().toStringUsingUTF8() : null;
    }

    List<CallRow> read() {
        long[] time = longs("time", 0);
        List<@Nullable String> callId = texts("call_id");
        List<@Nullable String> host = texts("host");
        List<@Nullable String> method = texts("method");
        List<@Nullable String> path = texts("path");
        List<@Nullable String> endpoint = texts("endpoint");
        int[] status = status();
        List<@Nullable String> actor = texts("actor");
        List<@Nullable String> actorKind = texts("actor_kind");
        List<@Nullable String> credential = texts("credential");
        List<@Nullable String> clientIp = texts("client_ip");
        List<@Nullable String> country = texts("country");
        long[] asn = longs("asn", CallRow.ASN_UNKNOWN);
        List<@Nullable String> userAgent = texts("user_agent");
        List<@Nullable String> device = texts("device");
        List<List<CallRow.Entity>> entities = entities();
        long[] requestBytes = longs("request_bytes", CallRow.BYTES_UNKNOWN);
        long[] responseBytes = longs("response_bytes", CallRow.BYTES_UNKNOWN);
        double[] durationMs = durations();
        boolean[] late = late();
        List<@Nullable String> endpointId = texts("endpoint_id");
        List<CallRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(new CallRow(
                    time[i],
                    callId.get(i),
                    host.get(i),
                    method.get(i),
                    path.get(i),
                    endpoint.get(i),
                    endpointId.get(i),
                    status[i],
                    actor.get(i),
                    actorKind.get(i),
                    credential.get(i),
                    clientIp.get(i),
                    country.get(i),
                    asn[i],
                    userAgent.get(i),
                    device.get(i),
                    entities.get(i),
                    requestBytes[i],
                    responseBytes[i],
                    durationMs[i],
                    late[i]));
        }
        return rows;
    }

    private long[] longs(String column, long unknown) {
        ColumnReader reader = wanted(column);
        long[] values = new long[count];
        for (int i = 0; i < count; i++, reader.consume()) {
            values[i] = isKnown(reader) ? reader.getLong() : unknown;
        }
        return values;
    }

    private int[] status() {
        ColumnReader reader = wanted("status");
        int[] values = new int[count];
        for (int i = 0; i < count; i++, reader.consume()) {
            values[i] = isKnown(reader) ? reader.getInteger() : CallRow.STATUS_UNKNOWN;
        }
        return values;
    }

    private double[] durations() {
        ColumnReader reader = wanted("duration_ms");
        double[] values = new double[count];
        for (int i = 0; i < count; i++, reader.consume()) {
            values[i] = isKnown(reader) ? reader.getDouble() : CallRow.DURATION_UNKNOWN;
        }
        return values;
    }

    private boolean[] late() {
        ColumnReader reader = wanted("late");
        boolean[] values = new boolean[count];
        for (int i = 0; i < count; i++, reader.consume()) {
            values[i] = reader.getBoolean();
        }
        return values;
    }

    private List<@Nullable String> texts(String column) {
        Texts texts = new Texts(wanted(column));
        List<@Nullable String> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(texts.next());
        }
        return values;
    }

    /// The four columns go side by side: a repetition level of 0 begins the next row.
    private List<List<CallRow.Entity>> entities() {
        Texts type = new Texts(entityColumn("type"));
        Texts id = new Texts(entityColumn("id"));
        Texts how = new Texts(entityColumn("how"));
        Texts whose = new Texts(entityColumn("whose"));
        List<List<CallRow.Entity>> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            List<CallRow.Entity> entities = new ArrayList<>(1);
            do {
                String named = type.next();
                String which = id.next();
                String explained = how.next();
                String owned = whose.next();
                if (named != null && which != null) {
                    entities.add(new CallRow.Entity(named, which, explained, owned));
                }
            } while (type.repeats());
            rows.add(entities.isEmpty() ? List.of() : entities);
        }
        return rows;
    }

    private ColumnReader entityColumn(String field) {
        ColumnReader reader = columns.of(field);
        for (int row = -1; ; ) {
            row += reader.getCurrentRepetitionLevel() == 0 ? 1 : 0;
            if (row == skipped) {
                return reader;
            }
            skip(reader);
        }
    }

    private ColumnReader wanted(String column) {
        ColumnReader reader = columns.of(column);
        for (int i = 0; i < skipped; i++) {
            skip(reader);
        }
        return reader;
    }

    private static void skip(ColumnReader reader) {
        if (isKnown(reader)) {
            reader.skip();
        }
        reader.consume();
    }

    private static boolean isKnown(ColumnReader reader) {
        return reader.getCurrentDefinitionLevel() == reader.getDescriptor().getMaxDefinitionLevel();
    }

    /// Texts one after the other; neighbours that are equal are one object.
    private static final class Texts {

        private final ColumnReader reader;
        private @Nullable Binary bytes;
        private @Nullable String text;

        Texts(ColumnReader reader) {
            this.reader = reader;
        }

        @Nullable
        String next() {
            String value = isKnown(reader) ? text(reader.getBinary()) : null;
            reader.consume();
            return value;
        }

        /// Whether the next value belongs to the same row; after the last, parquet-java says that it does not.
        boolean repeats() {
            return reader.getCurrentRepetitionLevel() > 0;
        }

        private String text(Binary value) {
            String known = text;
            if (known == null || !value.equals(bytes)) {
                known = value.toStringUsingUTF8();
                bytes = Binary.fromConstantByteArray(value.getBytes());
                text = known;
            }
            return known;
        }
    }
}
