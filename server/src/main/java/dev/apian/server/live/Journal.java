// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.CallCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Pushed calls on stable storage, in the order they came, until a checkpoint covers them.
///
/// Calls are counted from 0 over the life of the data directory; the count is a call's position. A segment is a file
/// named by the position of its first call; a batch in it is its length, a checksum, the position of its first call,
/// and the calls. A batch that a crash cut off was never acknowledged, so it is cut away when the journal is opened.
public final class Journal implements AutoCloseable {

    /// A segment that reached it is closed, so that it can be deleted once it is not needed.
    public static final int SEGMENT_BYTES_MAX = 64 << 20;

    private static final String SUFFIX = ".calls";
    private static final int HEADER_BYTES = Integer.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES;
    private static final int BATCH_BYTES_MAX = 1 << 30;

    private final Path folder;
    private @Nullable FileChannel segment;
    private long next;

    private Journal(Path folder, long next) {
        this.folder = folder;
        this.next = next;
    }

    /// Opens the journal of a data directory.
    ///
    /// @param atLeast position that the last checkpoint reached, where calls are counted on from
    public static Journal open(Path dataDirectory, long atLeast) throws IOException {
        Path folder = dataDirectory.resolve("journal");
        Files.createDirectories(folder);
        Journal journal = new Journal(folder, atLeast);
        journal.cutTornEnd();
        return journal;
    }

    /// The position of the call that comes next.
    public synchronized long next() {
        return next;
    }

    /// Appends calls; they are durable when this returns.
    public synchronized void append(List<Call> calls) throws IOException {
        byte[] batch = bytes(calls);
        FileChannel out = open();
        long before = out.size();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(batch);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(false);
        } catch (IOException e) {
            out.truncate(before);
            throw e;
        }
        next += calls.size();
        if (out.size() >= SEGMENT_BYTES_MAX) {
            closeSegment();
        }
    }

    /// Reads all batches that hold calls from a position on, the earlier calls of the first left out.
    public void replay(long from, Consumer consumer) throws IOException {
        for (Path file : segments()) {
            try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
                for (Batch batch = read(in); batch != null; batch = read(in)) {
                    long skipped = Math.clamp(from - batch.first, 0, batch.count);
                    if (skipped < batch.count) {
                        consumer.accept(batch.calls().subList((int) skipped, batch.count));
                    }
                }
            }
        }
    }

    /// Deletes the segments that hold nothing from a position on.
    public synchronized void forgetBefore(long position) throws IOException {
        if (position >= next) {
            closeSegment();
        }
        List<Path> segments = segments();
        for (int i = 0; i < segments.size(); i++) {
            long end = i + 1 < segments.size() ? firstOf(segments.get(i + 1)) : next;
            boolean current = segment != null && i + 1 == segments.size();
            if (end <= position && !current) {
                Files.delete(segments.get(i));
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closeSegment();
    }

    /// Receives calls of one batch.
    public interface Consumer {
        void accept(List<Call> calls) throws IOException;
    }

    private FileChannel open() throws IOException {
        FileChannel open = segment;
        if (open == null) {
            Path file = folder.resolve("%019d%s".formatted(next, SUFFIX));
            open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            segment = open;
        }
        return open;
    }

    private void closeSegment() throws IOException {
        FileChannel open = segment;
        if (open != null) {
            segment = null;
            open.close();
        }
    }

    private byte[] bytes(List<Call> calls) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(content);
        for (Call call : calls) {
            CallCodec.save(call, out);
        }
        byte[] payload = content.toByteArray();
        return ByteBuffer.allocate(HEADER_BYTES + payload.length)
                .putInt(payload.length)
                .putInt(checksum(payload))
                .putLong(next)
                .putInt(calls.size())
                .put(payload)
                .array();
    }

    private static int checksum(byte[] payload) {
        CRC32C checksum = new CRC32C();
        checksum.update(payload);
        return (int) checksum.getValue();
    }

    private void cutTornEnd() throws IOException {
        List<Path> segments = segments();
        for (Path file : segments) {
            long good = 0;
            try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
                for (Batch batch = read(in); batch != null; batch = read(in)) {
                    good += HEADER_BYTES + batch.payload.length;
                    next = Math.max(next, batch.first + batch.count);
                }
            }
            if (good < Files.size(file)) {
                cut(file, good, file.equals(segments.getLast()));
            }
        }
    }

    private static void cut(Path file, long good, boolean last) throws IOException {
        if (!last) {
            throw new IOException(
                    "journal segment %s is damaged after byte %d and later ones follow; restore it from a backup, or"
                                    .formatted(file, good)
                            + " move it away to go on without its calls");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(good);
            channel.force(true);
        }
    }

    /// The next batch; null at the end, and where a batch is not whole.
    private static @Nullable Batch read(DataInputStream in) throws IOException {
        byte[] header = in.readNBytes(HEADER_BYTES);
        if (header.length < HEADER_BYTES) {
            return null;
        }
        ByteBuffer fields = ByteBuffer.wrap(header);
        int length = fields.getInt();
        int checksum = fields.getInt();
        long first = fields.getLong();
        int count = fields.getInt();
        if (length < 0 || length > BATCH_BYTES_MAX || count < 0) {
            return null;
        }
        byte[] payload = in.readNBytes(length);
        return payload.length == length && checksum(payload) == checksum ? new Batch(first, count, payload) : null;
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static long firstOf(Path file) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one loop
    private record Batch(long first, int count, byte[] payload) {

        List<Call> calls() throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
            List<Call> calls = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                calls.add(CallCodec.load(in));
            }
            return calls;
        }
    }
}
