// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The pages of one file that hold an actor's calls.
final class ActorPages {

    private ActorPages() {}

    /// The actor's calls in the order of time.
    static List<CallRow> read(Path file, ActorIndex index, String actor) throws IOException {
        List<ActorIndex.Rows> stretches = index.find(actor);
        if (stretches.isEmpty()) {
            return List.of();
        }
        List<CallRow> rows = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file)) {
            for (ActorIndex.Rows stretch : stretches) {
                rows.addAll(read(channel, index, actor, stretch));
            }
        }
        return rows;
    }

    private static List<CallRow> read(FileChannel channel, ActorIndex index, String actor, ActorIndex.Rows stretch)
            throws IOException {
        List<CallRow> rows = new ArrayList<>(stretch.count());
        int end = stretch.first() + stretch.count();
        for (int row = stretch.first(); row < end; ) {
            BlockLayout layout = index.block(index.blockOf(row));
            int from = row - layout.firstRow();
            int to = Math.min(layout.rows(), end - layout.firstRow());
            int firstPage = layout.pageOf(from);
            byte[] bytes = Footer.bytes(channel, layout.offset(), layout.length());
            BlockPages pages = new BlockPages(layout, bytes, firstPage, layout.pageOf(to - 1) + 1);
            BlockRows block = new BlockRows(pages, from - layout.pageRow(firstPage), to - from);
            if (rows.isEmpty() && !actor.equals(block.first("actor"))) {
                return List.of(); // another actor with the same hash
            }
            rows.addAll(block.read());
            row += to - from;
        }
        return rows;
    }
}
