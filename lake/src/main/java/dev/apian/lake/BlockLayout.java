// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// Where the pages of one row group are, so that some of its rows can be read without the file's footer.
///
/// Pages of all columns begin at the same rows, which is how [CallFileWriter] writes them; a file of another
/// shape has no layout. Numbers are read where they lie, in a buffer that holds the whole [ActorIndex].
///
/// @param buffer of the index; never moved
/// @param at     where this block begins in it
record BlockLayout(ByteBuffer buffer, int at) {

    private static final int LENGTH = Long.BYTES;
    private static final int FIRST_ROW = LENGTH + Integer.BYTES;
    private static final int ROWS = FIRST_ROW + Integer.BYTES;
    private static final int PAGES = ROWS + Integer.BYTES;
    private static final int PAGE_ROWS = PAGES + Integer.BYTES;

    /// One block of what is written.
    ///
    /// @param columns for each the place in the block, the bytes of its dictionary, then those of each page
    record Draft(long offset, int length, int firstRow, int rows, List<Integer> pageRows, List<Integer> columns) {

        int bytes() {
            return PAGE_ROWS + Integer.BYTES * (pageRows.size() + columns.size());
        }

        int pageRowsMax() {
            int most = 0;
            for (int page = 0; page < pageRows.size(); page++) {
                int end = page + 1 < pageRows.size() ? pageRows.get(page + 1) : rows;
                most = Math.max(most, end - pageRows.get(page));
            }
            return most;
        }

        void write(DataOutputStream out) throws IOException {
            out.writeLong(offset);
            out.writeInt(length);
            out.writeInt(firstRow);
            out.writeInt(rows);
            out.writeInt(pageRows.size());
            for (int number : pageRows) {
                out.writeInt(number);
            }
            for (int number : columns) {
                out.writeInt(number);
            }
        }
    }

    /// Where the block begins in its file.
    long offset() {
        return buffer.getLong(at);
    }

    int length() {
        return buffer.getInt(at + LENGTH);
    }

    /// Counted from the beginning of the file.
    int firstRow() {
        return buffer.getInt(at + FIRST_ROW);
    }

    int rows() {
        return buffer.getInt(at + ROWS);
    }

    int pages() {
        return buffer.getInt(at + PAGES);
    }

    /// The first row of a page, counted from the beginning of the block.
    int pageRow(int page) {
        return page == pages() ? rows() : buffer.getInt(at + PAGE_ROWS + Integer.BYTES * page);
    }

    /// The page that holds a row of the block.
    int pageOf(int row) {
        int page = 0;
        while (pageRow(page + 1) <= row) {
            page++;
        }
        return page;
    }

    /// Where a column begins in the block: its dictionary if it has one, else its first page.
    int start(int column) {
        return buffer.getInt(columnAt(column));
    }

    /// 0 without one.
    int dictionaryBytes(int column) {
        return buffer.getInt(columnAt(column) + Integer.BYTES);
    }

    int pageBytes(int column, int page) {
        return buffer.getInt(columnAt(column) + Integer.BYTES * (2 + page));
    }

    private int columnAt(int column) {
        return at + PAGE_ROWS + Integer.BYTES * (pages() + column * (2 + pages()));
    }
}
