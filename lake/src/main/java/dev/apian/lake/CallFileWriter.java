// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/// Writes [DayBuffer]s as Parquet files, sorted: usually one as a file of one row group.
///
/// The layout of the file (headers, indexes, footer) is parquet-java's own; only the values are encoded here,
/// column by column over the sorted rows: parquet-java's way through a consumer of single values hashes every
/// value once more and compares it with the minimum and maximum. The tests read everything back with DuckDB,
/// which shares no code with it.
final class CallFileWriter implements FileWriter {

    /// Pages are what a reader decompresses at once: small enough to skip some, large enough to compress well.
    static final int PAGE_ROWS = 20_480;

    /// Longer minimum and maximum texts are cut in the footer.
    private static final int STATISTICS_BYTES_MAX = 64;

    private static final List<ColumnDescriptor> COLUMNS = CallSchema.PARQUET.getColumns();
    private static final int PRESENT = 1;

    private final PageBuffer page = new PageBuffer();
    private final int pageRows;

    CallFileWriter(int pageRows) {
        this.pageRows = pageRows;
    }

    @Override
    public void write(DayBuffer rows, Path path) throws IOException {
        try (Blocks file = begin(path)) {
            file.add(rows);
            file.finish();
        }
    }

    /// Creates a file that gets a row group for each buffer; the caller sees to the order between them.
    Blocks begin(Path path) throws IOException {
        return new Blocks(new ParquetFileWriter(
                new NioOutputFile(path),
                CallSchema.PARQUET,
                ParquetFileWriter.Mode.CREATE,
                0,
                0,
                STATISTICS_BYTES_MAX,
                STATISTICS_BYTES_MAX,
                false));
    }

    /// A file in the making.
    final class Blocks implements AutoCloseable {

        private final ParquetFileWriter file;

        private Blocks(ParquetFileWriter file) throws IOException {
            this.file = file;
            file.start();
        }

        void add(DayBuffer rows) throws IOException {
            int[] order = rows.sorted();
            file.startBlock(rows.rows());
            columns(new RowGroup(file, order), rows);
            file.endBlock();
        }

        void finish() throws IOException {
            file.end(Map.of(CallSchema.VERSION_KEY, CallSchema.VERSION));
        }

        /// What was not finished is no Parquet file.
        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Override
    public void close() {
        page.close();
    }

    /// In the order of [CallSchema], as the format demands.
    private void columns(RowGroup group, DayBuffer rows) throws IOException {
        group.numbers(rows.time, Long.MIN_VALUE);
        group.texts(rows.callId);
        group.texts(rows.host);
        group.texts(rows.method);
        group.texts(rows.path);
        group.texts(rows.endpoint);
        group.numbers(rows.status, CallRow.STATUS_UNKNOWN);
        group.sortedTexts(rows.actor);
        group.texts(rows.actorKind);
        group.texts(rows.credential);
        group.texts(rows.clientIp);
        group.texts(rows.country);
        group.numbers(rows.asn, CallRow.ASN_UNKNOWN);
        group.texts(rows.userAgent);
        group.texts(rows.device);
        group.listed(rows.entityType, rows);
        group.listed(rows.entityId, rows);
        group.listed(rows.entityHow, rows);
        group.listed(rows.entityWhose, rows);
        group.numbers(rows.requestBytes, CallRow.BYTES_UNKNOWN);
        group.numbers(rows.responseBytes, CallRow.BYTES_UNKNOWN);
        group.numbers(rows.durationMs, Double.doubleToLongBits(CallRow.DURATION_UNKNOWN));
        group.booleans(rows.late);
        group.texts(rows.endpointId);
    }

    /// The columns of one file, written one after the other.
    private final class RowGroup {

        private final ParquetFileWriter file;
        private final int[] order;
        private int column;

        RowGroup(ParquetFileWriter file, int[] order) {
            this.file = file;
            this.order = order;
        }

        /// Numbers of any width as longs; a double as its bits.
        void numbers(long[] values, long unknown) throws IOException {
            start(order.length);
            for (int from = 0; from < order.length; from += pageRows) {
                int to = Math.min(from + pageRows, order.length);
                int nulls = isRequired() ? 0 : numberLevels(values, unknown, from, to);
                numbers(values, isRequired() ? Long.MIN_VALUE : unknown, from, to, nulls);
            }
            end();
        }

        private int numberLevels(long[] values, long unknown, int from, int to) throws IOException {
            RunLengthBitPackingHybridEncoder levels = PageBuffer.runLengths(1);
            int nulls = 0;
            for (int i = from; i < to; i++) {
                boolean known = values[order[i]] != unknown;
                levels.writeInt(known ? PRESENT : 0);
                nulls += known ? 0 : 1;
            }
            page.putLevels(levels);
            return nulls;
        }

        private void numbers(long[] values, long unknown, int from, int to, int nulls) throws IOException {
            PrimitiveTypeName type = descriptor().getPrimitiveType().getPrimitiveTypeName();
            long min = Long.MAX_VALUE;
            long max = Long.MIN_VALUE;
            for (int i = from; i < to; i++) {
                long value = values[order[i]];
                if (value != unknown) {
                    if (type == PrimitiveTypeName.INT32) {
                        page.putInt((int) value);
                    } else {
                        page.putLong(value);
                    }
                    long place = type == PrimitiveTypeName.DOUBLE ? place(value) : value;
                    min = Math.min(min, place);
                    max = Math.max(max, place);
                }
            }
            Statistics<?> statistics = statistics(nulls);
            if (nulls < to - from) {
                include(statistics, type, min);
                include(statistics, type, max);
            }
            page(to - from, to - from, statistics, Encoding.PLAIN);
        }

        /// The bits of doubles in the order of the doubles; its own inverse.
        private static long place(long bits) {
            return bits ^ (bits >> 63 & Long.MAX_VALUE);
        }

        private static void include(Statistics<?> statistics, PrimitiveTypeName type, long bound) {
            switch (type) {
                case INT32 -> statistics.updateStats((int) bound);
                case DOUBLE -> statistics.updateStats(Double.longBitsToDouble(place(bound)));
                default -> statistics.updateStats(bound);
            }
        }

        void booleans(boolean[] values) throws IOException {
            start(order.length);
            for (int from = 0; from < order.length; from += pageRows) {
                int to = Math.min(from + pageRows, order.length);
                Statistics<?> statistics = statistics(0);
                for (int i = from; i < to; i += Byte.SIZE) {
                    int bits = 0;
                    for (int bit = 0; bit < Byte.SIZE && i + bit < to; bit++) {
                        boolean value = values[order[i + bit]];
                        bits |= (value ? 1 : 0) << bit;
                        statistics.updateStats(value);
                    }
                    page.write(bits);
                }
                page(to - from, to - from, statistics, Encoding.PLAIN);
            }
            end();
        }

        void texts(StringColumn texts) throws IOException {
            texts(texts, false);
        }

        /// The column that the rows are sorted by: each of its pages has bounds of its own, to be found by.
        void sortedTexts(StringColumn texts) throws IOException {
            texts(texts, true);
        }

        private void texts(StringColumn texts, boolean sorted) throws IOException {
            start(order.length);
            TextPages pages = new TextPages(texts, sorted);
            pages.dictionary();
            for (int from = 0; from < order.length; from += pageRows) {
                int to = Math.min(from + pageRows, order.length);
                int nulls = textLevels(texts, from, to);
                pages.begin();
                for (int i = from; i < to; i++) {
                    pages.add(texts.code(order[i]));
                }
                pages.end(to - from, to - from, nulls);
            }
            end();
        }

        private int textLevels(StringColumn texts, int from, int to) throws IOException {
            RunLengthBitPackingHybridEncoder levels = PageBuffer.runLengths(1);
            int nulls = 0;
            for (int i = from; i < to; i++) {
                boolean known = texts.code(order[i]) != StringColumn.NULL;
                levels.writeInt(known ? PRESENT : 0);
                nulls += known ? 0 : 1;
            }
            page.putLevels(levels);
            return nulls;
        }

        /// A text of a struct in a list: a row without entries is written as one place with level 0, an entry
        /// without the text as one with the level below the highest.
        void listed(StringColumn texts, DayBuffer rows) throws IOException {
            start(places(rows, 0, order.length));
            TextPages pages = new TextPages(texts, false);
            pages.dictionary();
            for (int from = 0; from < order.length; from += pageRows) {
                int to = Math.min(from + pageRows, order.length);
                int places = listLevels(texts, rows, from, to);
                pages.begin();
                int values = 0;
                for (int i = from; i < to; i++) {
                    for (int entry = rows.entityStart(order[i]); entry < rows.entityEnds[order[i]]; entry++) {
                        pages.add(texts.code(entry));
                        values += texts.code(entry) == StringColumn.NULL ? 0 : 1;
                    }
                }
                pages.end(to - from, places, places - values);
            }
            end();
        }

        private int listLevels(StringColumn texts, DayBuffer rows, int from, int to) throws IOException {
            int present = descriptor().getMaxDefinitionLevel();
            RunLengthBitPackingHybridEncoder repetition = PageBuffer.runLengths(1);
            RunLengthBitPackingHybridEncoder definition = PageBuffer.runLengths(present);
            int places = 0;
            for (int i = from; i < to; i++) {
                int start = rows.entityStart(order[i]);
                int end = rows.entityEnds[order[i]];
                for (int entry = start; entry < end; entry++) {
                    repetition.writeInt(entry == start ? 0 : 1);
                    definition.writeInt(texts.code(entry) == StringColumn.NULL ? present - 1 : present);
                }
                if (start == end) {
                    repetition.writeInt(0);
                    definition.writeInt(0);
                }
                places += Math.max(1, end - start);
            }
            page.putLevels(repetition);
            page.putLevels(definition);
            return places;
        }

        private int places(DayBuffer rows, int from, int to) {
            int places = 0;
            for (int i = from; i < to; i++) {
                places += Math.max(1, rows.entityEnds[i] - rows.entityStart(i));
            }
            return places;
        }

        private ColumnDescriptor descriptor() {
            return COLUMNS.get(column);
        }

        private boolean isRequired() {
            return descriptor().getMaxDefinitionLevel() == 0;
        }

        private Statistics<?> statistics(int nulls) {
            Statistics<?> statistics = Statistics.createStats(descriptor().getPrimitiveType());
            statistics.incrementNumNulls(nulls);
            return statistics;
        }

        private void start(int places) throws IOException {
            file.startColumn(descriptor(), places, CompressionCodecName.ZSTD);
        }

        private void page(int rows, int places, Statistics<?> statistics, Encoding values) throws IOException {
            file.writeDataPage(
                    places, page.size(), page.compress(), statistics, rows, Encoding.RLE, Encoding.RLE, values);
            page.clear();
        }

        private void end() throws IOException {
            file.endColumn();
            column++;
        }

        /// The pages of one text column: indices into a dictionary if that pays, else the texts themselves.
        ///
        /// Unless sorted, each page has the bounds of the whole column: its own would hardly be closer.
        private final class TextPages {

            private final StringColumn texts;
            private final boolean coded;
            private final int bitWidth;
            private RunLengthBitPackingHybridEncoder indices;
            private final boolean sorted;
            private int min;
            private int max;

            TextPages(StringColumn texts, boolean sorted) {
                this.texts = texts;
                this.sorted = sorted;
                this.min = sorted ? StringColumn.NULL : texts.min();
                this.max = sorted ? StringColumn.NULL : texts.max();
                this.coded = texts.worthADictionary() && texts.distinct() > 0;
                this.bitWidth = Math.max(1, 32 - Integer.numberOfLeadingZeros(texts.distinct() - 1));
                this.indices = PageBuffer.runLengths(bitWidth);
            }

            void dictionary() throws IOException {
                if (coded) {
                    int size = texts.bytesUsed();
                    file.writeDictionaryPage(new DictionaryPage(
                            page.compress(texts.bytes(), size), size, texts.distinct(), Encoding.PLAIN));
                }
            }

            void begin() {
                indices = PageBuffer.runLengths(bitWidth);
                min = sorted ? StringColumn.NULL : min;
            }

            void add(int code) throws IOException {
                if (code == StringColumn.NULL) {
                    return;
                }
                if (coded) {
                    indices.writeInt(code);
                } else {
                    page.write(texts.bytes(), texts.start(code), texts.end(code) - texts.start(code));
                }
                if (sorted) {
                    min = min == StringColumn.NULL ? code : min;
                    max = code;
                }
            }

            void end(int rows, int places, int nulls) throws IOException {
                if (coded) {
                    page.putIndices(indices, bitWidth);
                }
                Statistics<?> statistics = statistics(nulls);
                if (nulls < places) {
                    statistics.updateStats(Binary.fromConstantByteArray(texts.utf8(min)));
                    statistics.updateStats(Binary.fromConstantByteArray(texts.utf8(max)));
                }
                page(rows, places, statistics, coded ? Encoding.RLE_DICTIONARY : Encoding.PLAIN);
            }
        }
    }
}
