// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.parquet.io.ParquetDecodingException;

/// Merges sorted files of calls into one that is sorted by (actor, time), with an index beside it.
///
/// Row groups and pages are small, so that one actor's calls are a few pages that can be read alone. A page of
/// each input is in memory at a time, whatever the size of the day.
final class Merge {

    /// Inputs at a time: a page of each is in memory, up to ten megabytes of rows.
    static final int FILES_MAX = 8;

    /// What a reader of one actor's calls takes from the disk at once, about half a megabyte.
    static final int BLOCK_ROWS = 8_192;

    /// What it decompresses at once.
    static final int PAGE_ROWS = 1_024;

    private final List<Path> inputs;
    private final Path merged;
    private final Predicate<CallRow> kept;
    private final BooleanSupplier unwanted;
    private final List<RowSource> sources = new ArrayList<>();
    private long rows;

    private record Head(CallRow row, RowSource source, int number) {}

    /// @param kept     whether a row goes into the merged file
    /// @param unwanted asked now and then whether to give up
    private Merge(List<Path> inputs, Path merged, Predicate<CallRow> kept, BooleanSupplier unwanted) {
        this.inputs = inputs;
        this.merged = merged;
        this.kept = kept;
        this.unwanted = unwanted;
    }

    /// What came of it.
    ///
    /// @param read rows of all inputs
    /// @param kept rows of the merged file
    record Outcome(long read, long kept) {}

    /// Writes `merged`, on stable storage when this returns, and the index that belongs to it, hidden as it is.
    /// Leaves nothing there if it fails.
    static Outcome run(List<Path> inputs, Path merged, LocalDate day, Predicate<CallRow> kept, BooleanSupplier unwanted)
            throws IOException {
        Merge merge = new Merge(inputs, merged, kept, unwanted);
        boolean done = false;
        try {
            merge.open();
            long read = merge.write(day);
            ActorIndexing.write(merged, ActorIndex.beside(merged));
            done = true;
            return new Outcome(read, merge.rows);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (ParquetDecodingException e) {
            throw new IOException("%s: a page of an input cannot be read: %s".formatted(merged, e.getMessage()), e);
        } finally {
            for (RowSource source : merge.sources) {
                source.close();
            }
            if (!done) {
                Files.deleteIfExists(merged);
                Files.deleteIfExists(ActorIndex.beside(merged));
            }
        }
    }

    private void open() throws IOException {
        for (Path input : inputs) {
            Optional<ActorIndex> index = ActorIndex.of(input);
            sources.add(
                    index.isPresent()
                            ? new PagedRows(input, index.get())
                            : new SortedRows(input, merged.resolveSibling(input.getFileName() + ".spill")));
        }
    }

    private long write(LocalDate day) throws IOException {
        PriorityQueue<Head> heads = new PriorityQueue<>((a, b) -> {
            int order = ActorOrder.BY_ACTOR_AND_TIME.compare(a.row(), b.row());
            return order != 0 ? order : Integer.compare(a.number(), b.number());
        });
        for (int i = 0; i < sources.size(); i++) {
            advance(heads, sources.get(i), i);
        }
        long read = 0;
        DayBuffer buffer = new DayBuffer(day);
        try (CallFileWriter writer = new CallFileWriter(PAGE_ROWS);
                CallFileWriter.Blocks file = writer.begin(merged)) {
            for (Head head = heads.poll(); head != null; head = heads.poll()) {
                if (kept.test(head.row())) {
                    buffer.add(head.row());
                }
                if (buffer.rows() == BLOCK_ROWS) {
                    buffer = flush(buffer, file);
                }
                read++;
                advance(heads, head.source(), head.number());
            }
            if (buffer.rows() > 0) {
                flush(buffer, file);
            }
            file.finish();
        }
        return read;
    }

    private DayBuffer flush(DayBuffer buffer, CallFileWriter.Blocks file) throws IOException {
        if (unwanted.getAsBoolean()) {
            throw new IOException("merging was given up; the inputs are kept");
        }
        file.add(buffer);
        rows += buffer.rows();
        return new DayBuffer(buffer.day);
    }

    private static void advance(PriorityQueue<Head> heads, RowSource source, int number) throws IOException {
        CallRow row = source.next();
        if (row != null) {
            heads.add(new Head(row, source, number));
        }
    }
}
