// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.PageLocation;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// Makes an [ActorIndex] from a finished file, by reading its column `actor`.
///
/// Only files as [CallFileWriter] writes them have one: all columns of [CallSchema], sorted by actor, with an
/// offset index and pages that begin at the same rows in every column.
final class ActorIndexing {

    private record Owned(long hash, int first, int count) {}

    private final FileChannel file;
    private final List<Owned> owned = new ArrayList<>();
    private final List<BlockLayout.Draft> blocks = new ArrayList<>();
    private @Nullable Binary last;
    private boolean unknownBegan;
    private int first;
    private int row;

    private ActorIndexing(FileChannel file) {
        this.file = file;
    }

    /// Writes the index of a file to a path, unless the file cannot have one.
    ///
    /// @return whether it was written
    static boolean write(Path parquet, Path index) throws IOException {
        try (FileChannel file = FileChannel.open(parquet)) {
            Optional<byte[]> bytes = new ActorIndexing(file).index();
            if (bytes.isPresent()) {
                Files.write(index, bytes.get());
            }
            return bytes.isPresent();
        }
    }

    /// The same for a file of one buffer, which knows whose rows are where: a tenth of the time on the way of every
    /// call.
    static boolean write(Path parquet, Path index, DayBuffer rows) throws IOException {
        try (FileChannel file = FileChannel.open(parquet)) {
            ActorIndexing indexing = new ActorIndexing(file);
            List<RowGroup> groups = Footer.read(file).getRow_groups();
            Optional<BlockLayout.Draft> block =
                    groups.size() == 1 ? indexing.block(groups.getFirst()) : Optional.empty();
            if (block.isEmpty()) {
                return false;
            }
            indexing.blocks.add(block.get());
            indexing.learn(rows);
            Files.write(index, indexing.bytes());
            return true;
        }
    }

    private Optional<byte[]> index() throws IOException {
        FileMetaData footer = Footer.read(file);
        for (RowGroup group : footer.getRow_groups()) {
            Optional<BlockLayout.Draft> block = block(group);
            if (block.isEmpty() || !learn(block.get())) {
                return Optional.empty();
            }
        }
        end();
        return Optional.of(bytes());
    }

    private Optional<BlockLayout.Draft> block(RowGroup group) throws IOException {
        List<ColumnChunk> chunks = group.getColumns();
        if (chunks.size() != CallSchema.COLUMNS.size() || !chunks.stream().allMatch(this::isOurs)) {
            return Optional.empty();
        }
        long offset = start(chunks.getFirst());
        List<Integer> pageRows = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        long end = offset;
        for (int i = 0; i < chunks.size(); i++) {
            if (!path(chunks.get(i)).equals(List.of(CallSchema.COLUMNS.get(i).getPath()))) {
                return Optional.empty();
            }
            List<PageLocation> pages = pages(chunks.get(i));
            List<Integer> rows =
                    pages.stream().map(page -> (int) page.getFirst_row_index()).toList();
            if (i > 0 && !rows.equals(pageRows)) {
                return Optional.empty();
            }
            pageRows = rows;
            long start = start(chunks.get(i));
            columns.add(Math.toIntExact(start - offset));
            columns.add(Math.toIntExact(pages.getFirst().getOffset() - start));
            pages.forEach(page -> columns.add(page.getCompressed_page_size()));
            end = start + chunks.get(i).getMeta_data().getTotal_compressed_size();
        }
        return Optional.of(new BlockLayout.Draft(
                offset, Math.toIntExact(end - offset), row, Math.toIntExact(group.getNum_rows()), pageRows, columns));
    }

    private boolean isOurs(ColumnChunk chunk) {
        return chunk.isSetOffset_index_offset() && chunk.getMeta_data().getCodec() == CompressionCodec.ZSTD;
    }

    private static List<String> path(ColumnChunk chunk) {
        return chunk.getMeta_data().getPath_in_schema();
    }

    private static long start(ColumnChunk chunk) {
        return chunk.getMeta_data().isSetDictionary_page_offset()
                        && chunk.getMeta_data().getDictionary_page_offset() > 0
                ? chunk.getMeta_data().getDictionary_page_offset()
                : chunk.getMeta_data().getData_page_offset();
    }

    private List<PageLocation> pages(ColumnChunk chunk) throws IOException {
        byte[] bytes = Footer.bytes(file, chunk.getOffset_index_offset(), chunk.getOffset_index_length());
        OffsetIndex index = Util.readOffsetIndex(new ByteArrayInputStream(bytes));
        return index.getPage_locations();
    }

    /// Rows of a file are in the order of their actors' ranks.
    private void learn(DayBuffer rows) {
        int[] ranks = rows.actor.ranks();
        int[] codes = new int[ranks.length];
        int[] counts = new int[ranks.length];
        for (int code = 0; code < ranks.length; code++) {
            codes[ranks[code]] = code;
        }
        for (int i = 0; i < rows.rows(); i++) {
            int code = rows.actor.code(i);
            if (code != StringColumn.NULL) {
                counts[ranks[code]]++;
            }
        }
        for (int rank = 0; rank < ranks.length; rank++) {
            owned.add(new Owned(ActorIndex.hash(rows.actor.utf8(codes[rank])), row, counts[rank]));
            row += counts[rank];
        }
    }

    /// Notes whose rows these are; false if the file is not sorted by actor.
    private boolean learn(BlockLayout.Draft draft) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        draft.write(new DataOutputStream(bytes));
        BlockLayout layout = new BlockLayout(java.nio.ByteBuffer.wrap(bytes.toByteArray()), 0);
        byte[] block = Footer.bytes(file, draft.offset(), draft.length());
        ColumnReader actors = ColumnCursors.over(new BlockPages(layout, block, 0, layout.pages()))
                .of("actor");
        blocks.add(draft);
        for (int i = 0; i < draft.rows(); i++, row++) {
            if (actors.getCurrentDefinitionLevel() == 0) {
                end();
                unknownBegan = true;
            } else if (unknownBegan || !take(actors.getBinary())) {
                return false;
            }
            actors.consume();
        }
        return true;
    }

    private boolean take(Binary actor) {
        Binary before = last;
        if (before != null && before.equals(actor)) {
            return true;
        }
        if (before != null && java.util.Arrays.compareUnsigned(before.getBytesUnsafe(), actor.getBytesUnsafe()) > 0) {
            return false;
        }
        end();
        last = Binary.fromConstantByteArray(actor.getBytes());
        first = row;
        return true;
    }

    private void end() {
        if (last != null) {
            owned.add(new Owned(ActorIndex.hash(last.getBytesUnsafe()), first, row - first));
            last = null;
        }
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(ActorIndex.MAGIC);
        out.writeInt(ActorIndex.VERSION);
        out.writeLong(file.size());
        out.writeInt(
                blocks.stream().mapToInt(BlockLayout.Draft::pageRowsMax).max().orElse(0));
        out.writeInt(owned.size());
        out.writeInt(blocks.size());
        owned.sort(Comparator.comparingLong(Owned::hash).thenComparingInt(Owned::first));
        for (Owned actor : owned) {
            out.writeLong(actor.hash());
        }
        for (Owned actor : owned) {
            out.writeInt(actor.first());
            out.writeInt(actor.count());
        }
        int at = out.size() + Integer.BYTES * blocks.size();
        for (BlockLayout.Draft block : blocks) {
            out.writeInt(at);
            at += block.bytes();
        }
        for (BlockLayout.Draft block : blocks) {
            block.write(out);
        }
        out.writeInt(ActorIndex.checksum(ByteBuffer.wrap(bytes.toByteArray())));
        return bytes.toByteArray();
    }
}
