// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/// Parquet-java's readers of single columns of `calls`. Values are asked for one by one, so that whole rows
/// that nobody wants cost next to nothing.
record ColumnCursors(ColumnReadStoreImpl store) {

    private static final String WRITER = "apian";

    static ColumnCursors over(PageReadStore pages) {
        return new ColumnCursors(
                new ColumnReadStoreImpl(pages, new Nowhere(CallSchema.PARQUET), CallSchema.PARQUET, WRITER));
    }

    ColumnReader of(String name) {
        return store.getColumnReader(CallSchema.column(name));
    }

    /// Parquet-java wants somebody to give whole records to.
    private static final class Nowhere extends GroupConverter {

        private final GroupType type;

        Nowhere(GroupType type) {
            this.type = type;
        }

        @Override
        public Converter getConverter(int field) {
            Type inner = type.getType(field);
            return inner.isPrimitive() ? new PrimitiveConverter() {} : new Nowhere(inner.asGroupType());
        }

        @Override
        public void start() {
            throw new UnsupportedOperationException("records are not put together here");
        }

        @Override
        public void end() {
            throw new UnsupportedOperationException("records are not put together here");
        }
    }
}
