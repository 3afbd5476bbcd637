// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.journal;

import dev.apian.engine.Joining;
import dev.apian.server.journal.Segments.Segment;
import dev.apian.stage.call.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Pushed calls on stable storage, in the order they came, until a checkpoint covers them.
///
/// Items, which are calls and what the clock said, are counted from 0 over the life of the data directory; the count
/// is an item's position. Whoever brings calls encodes them; one thread writes what is waiting as a group and syncs
/// once for all of it, so that many pushes wait for one sync. What is durable is handed on in its order.
public final class Journal implements AutoCloseable {

    /// A segment that reached it is closed, so that it can be deleted once it is not needed.
    public static final int SEGMENT_BYTES_MAX = 64 << 20;

    /// A group is not made larger, so that the first in it does not wait for a very long write.
    private static final int GROUP_BYTES_MAX = 8 << 20;

    private static final Frame END = Frame.ofClock(0);

    private final Segments segments;
    private final KeysSeen keys;
    private final JournalWriter writer;
    private final Consumer<Entry> listener;
    private final BlockingQueue<Frame> waiting = new LinkedBlockingQueue<>();
    private final Thread committer;
    private volatile long durable;
    private boolean closed;
    private final AtomicLong bytes = new AtomicLong();
    private @Nullable SegmentReader reader;
    private long readerNext;

    private Journal(Segments segments, KeysSeen keys, Recovery recovery, Disk disk, Consumer<Entry> listener) {
        this.segments = segments;
        this.keys = keys;
        this.writer = new JournalWriter(segments, disk);
        this.listener = listener;
        this.durable = recovery.next();
        this.bytes.set(recovery.bytes());
        this.committer = Thread.ofPlatform().name("journal").unstarted(this::commitUntilClosed);
    }

    /// Opens the journal of a data directory.
    ///
    /// @param covered  position that the last checkpoint reached, where items are counted on from
    /// @param listener hears of each entry once it is durable, in order, on the journal's thread
    public static Journal open(Path dataDirectory, long covered, Disk disk, Consumer<Entry> listener)
            throws IOException {
        Path folder = dataDirectory.resolve("journal");
        Files.createDirectories(folder);
        Segments segments = Segments.in(folder);
        KeysSeen keys = KeysSeen.in(folder);
        Journal journal = new Journal(segments, keys, Recovery.of(segments, keys, covered), disk, listener);
        journal.committer.start();
        return journal;
    }

    /// The position after the last durable item.
    public long durable() {
        return durable;
    }

    /// Bytes of all segments.
    public long bytes() {
        return bytes.get();
    }

    /// Appends calls.
    ///
    /// @param key of the push, null without one
    /// @return completed when they are durable; false if an equal push was there already
    public CompletableFuture<Boolean> append(List<Call> calls, @Nullable PushKey key) throws IOException {
        return submit(Frame.ofCalls(calls, key));
    }

    /// Appends that event time reached `micros`.
    public CompletableFuture<Boolean> appendClock(long micros) {
        return submit(Frame.ofClock(micros));
    }

    /// Reads the entry that holds a durable position. One thread; fast if positions grow.
    public Entry read(long position) throws IOException {
        while (true) {
            SegmentReader in = readerFor(position);
            Header header = in.next();
            if (header == null) {
                throw unreadable(position, in.offset());
            }
            readerNext = header.end();
            if (header.end() > position) {
                byte[] payload = in.payload();
                if (payload == null) {
                    throw unreadable(position, in.offset());
                }
                return Frame.decode(header, payload);
            }
            if (!in.skip()) {
                throw unreadable(position, in.offset());
            }
        }
    }

    /// Deletes the segments that hold nothing from a position on.
    public void forgetBefore(long position) throws IOException {
        synchronized (writer) {
            if (position >= durable) {
                writer.close();
            }
            List<Segment> old = segments.all().stream()
                    .filter(one -> Math.min(one.limit(), durable) <= position && one.first() != writer.current())
                    .toList();
            if (!old.isEmpty()) {
                keys.save();
                for (Segment segment : old) {
                    long size = Files.size(segment.file());
                    segments.discard(segment.first());
                    bytes.addAndGet(-size);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (waiting) {
            closed = true;
            waiting.add(END);
        }
        Joining.join(committer);
        synchronized (writer) {
            writer.close();
        }
        closeReader();
    }

    private CompletableFuture<Boolean> submit(Frame frame) {
        synchronized (waiting) {
            if (closed) {
                frame.durable.completeExceptionally(new IOException("the journal is closed"));
            } else {
                waiting.add(frame);
            }
        }
        return frame.durable;
    }

    private void commitUntilClosed() {
        List<Frame> group = new ArrayList<>();
        @Nullable Frame held = null;
        while (held != END) {
            group.clear();
            held = gather(group, held);
            commit(group);
        }
    }

    /// Fills a group with what is waiting.
    ///
    /// @param held what did not fit the group before
    /// @return what does not fit this one, [#END] at the end
    private @Nullable Frame gather(List<Frame> group, @Nullable Frame held) {
        long size = 0;
        @Nullable Frame next = held == null ? take() : held;
        while (next != null && next != END && (group.isEmpty() || size + next.payload.length <= GROUP_BYTES_MAX)) {
            group.add(next);
            size += next.payload.length;
            next = waiting.poll();
        }
        return next;
    }

    private Frame take() {
        try {
            return waiting.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the journal's thread", e);
        }
    }

    private void commit(List<Frame> group) {
        Set<PushKey> fresh = new HashSet<>();
        List<Frame> news = group.stream()
                .filter(frame -> frame.key == null || !keys.contains(frame.key) && fresh.add(frame.key))
                .toList();
        try {
            synchronized (writer) {
                append(news);
            }
            Set<Frame> written = new HashSet<>(news);
            group.forEach(frame -> frame.durable.complete(written.contains(frame)));
        } catch (IOException | RuntimeException e) {
            group.forEach(frame -> frame.durable.completeExceptionally(e));
        }
    }

    private void append(List<Frame> news) throws IOException {
        if (news.isEmpty()) {
            return;
        }
        long position = durable;
        bytes.addAndGet(writer.write(news, position));
        for (Frame frame : news) {
            Entry entry = frame.entry(position);
            position = entry.end();
            durable = position;
            if (frame.key != null) {
                keys.add(frame.key);
            }
            listener.accept(entry);
        }
        if (writer.bytes() >= SEGMENT_BYTES_MAX) {
            writer.close();
        }
    }

    private SegmentReader readerFor(long position) throws IOException {
        Segment segment = segments.holding(position);
        if (segment == null) {
            throw unreadable(position, 0);
        }
        SegmentReader open = reader;
        if (open == null || open.first() != segment.first() || readerNext > position) {
            closeReader();
            open = new SegmentReader(segment);
            reader = open;
            readerNext = segment.first();
        }
        return open;
    }

    private void closeReader() throws IOException {
        SegmentReader open = reader;
        if (open != null) {
            reader = null;
            open.close();
        }
    }

    private IOException unreadable(long position, long offset) {
        reader = null;
        Segment segment = segments.holding(position);
        return new IOException(
                "item %d of the journal was acknowledged and cannot be read: %s, byte %d; restore the file"
                        .formatted(position, segment == null ? "there is no file for it" : segment.file(), offset));
    }
}
