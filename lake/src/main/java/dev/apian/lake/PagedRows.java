// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a file with an [ActorIndex], a page in memory at a time.
final class PagedRows implements RowSource {

    private final FileChannel file;
    private final ActorIndex index;
    private int nextBlock;
    private @Nullable BlockLayout layout;
    private byte[] block = {};
    private int page;
    private Iterator<CallRow> rows = List.<CallRow>of().iterator();

    PagedRows(Path parquet, ActorIndex index) throws IOException {
        this.file = FileChannel.open(parquet);
        this.index = index;
    }

    @Override
    public @Nullable CallRow next() throws IOException {
        while (!rows.hasNext()) {
            BlockLayout here = layout;
            if (here == null || page == here.pages()) {
                if (nextBlock == index.blocks()) {
                    return null;
                }
                here = index.block(nextBlock++);
                layout = here;
                block = Footer.bytes(file, here.offset(), here.length());
                page = 0;
            }
            BlockPages pages = new BlockPages(here, block, page, page + 1);
            rows = new BlockRows(pages, 0, Math.toIntExact(pages.getRowCount()))
                    .read()
                    .iterator();
            page++;
        }
        return rows.next();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
