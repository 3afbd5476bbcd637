// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/// Neighbouring pages of one block for parquet-java's column readers, from the block's bytes.
///
/// Parquet-java's own file reader wants the footer of the whole file and, of its options, Hadoop's classes.
final class BlockPages implements PageReadStore {

    private final BlockLayout layout;
    private final byte[] block;
    private final int firstPage;
    private final int endPage;

    /// @param firstPage and all pages before `endPage`
    BlockPages(BlockLayout layout, byte[] block, int firstPage, int endPage) {
        this.layout = layout;
        this.block = block;
        this.firstPage = firstPage;
        this.endPage = endPage;
    }

    @Override
    public long getRowCount() {
        return (long) layout.pageRow(endPage) - layout.pageRow(firstPage);
    }

    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
        try {
            return new Column(column);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Column implements PageReader {

        private final ColumnDescriptor column;
        private final DataPage[] pages = new DataPage[endPage - firstPage];
        private final @Nullable DictionaryPage dictionary;
        private long values;
        private int next;

        Column(ColumnDescriptor column) throws IOException {
            this.column = column;
            int number = CallSchema.COLUMNS.indexOf(column);
            int at = layout.start(number);
            int dictionaryBytes = layout.dictionaryBytes(number);
            this.dictionary = dictionaryBytes == 0 ? null : dictionary(at, dictionaryBytes);
            at += dictionaryBytes;
            for (int page = 0; page < endPage; page++) {
                int bytes = layout.pageBytes(number, page);
                if (page >= firstPage) {
                    DataPage read = page(at, bytes);
                    values += read.getValueCount();
                    pages[page - firstPage] = read;
                }
                at += bytes;
            }
        }

        @Override
        public @Nullable DictionaryPage readDictionaryPage() {
            return dictionary;
        }

        @Override
        public long getTotalValueCount() {
            return values;
        }

        @Override
        public @Nullable DataPage readPage() {
            return next == pages.length ? null : pages[next++];
        }

        private DictionaryPage dictionary(int at, int bytes) throws IOException {
            ByteArrayInputStream in = new ByteArrayInputStream(block, at, bytes);
            PageHeader header = Util.readPageHeader(in);
            return new DictionaryPage(
                    unpacked(header, in),
                    header.getDictionary_page_header().getNum_values(),
                    encoding(header.getDictionary_page_header().getEncoding()));
        }

        private DataPage page(int at, int bytes) throws IOException {
            ByteArrayInputStream in = new ByteArrayInputStream(block, at, bytes);
            PageHeader header = Util.readPageHeader(in);
            DataPageHeader data = header.getData_page_header();
            if (data == null) {
                throw new IOException("column %s has pages of another version; read the file with DuckDB"
                        .formatted(String.join(".", column.getPath())));
            }
            return new DataPageV1(
                    unpacked(header, in),
                    data.getNum_values(),
                    header.getUncompressed_page_size(),
                    Statistics.createStats(column.getPrimitiveType()),
                    encoding(data.getRepetition_level_encoding()),
                    encoding(data.getDefinition_level_encoding()),
                    encoding(data.getEncoding()));
        }

        private static BytesInput unpacked(PageHeader header, ByteArrayInputStream in) throws IOException {
            byte[] unpacked = new byte[header.getUncompressed_page_size()];
            byte[] packed = in.readNBytes(header.getCompressed_page_size());
            long size = Zstd.decompressByteArray(unpacked, 0, unpacked.length, packed, 0, packed.length);
            if (Zstd.isError(size) || size != unpacked.length) {
                throw new IOException("a page cannot be decompressed: "
                        + (Zstd.isError(size) ? Zstd.getErrorName(size) : size + " bytes of " + unpacked.length));
            }
            return BytesInput.from(unpacked);
        }

        private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
            return Encoding.valueOf(encoding.name());
        }
    }
}
