// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Appends groups of frames to the current segment, one sync a group. One thread.
///
/// A segment on which a write or a sync failed is never touched again: after a failed sync the system may hold pages
/// for clean that are on no disk, so that a second sync would succeed and mean nothing. The group goes into a new file.
final class JournalWriter {

    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
    private static final int BUFFER_BYTES = 1 << 20;

    private final Segments segments;
    private final Disk disk;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private Disk.@Nullable Out out;
    private long first;
    private long bytes;

    JournalWriter(Segments segments, Disk disk) {
        this.segments = segments;
        this.disk = disk;
    }

    /// Makes a group durable.
    ///
    /// @param next position of its first item
    /// @return how many bytes it takes
    long write(List<Frame> group, long next) throws IOException {
        try {
            return tryToWrite(group, next);
        } catch (IOException e) {
            LOG.warn("the journal goes on in a new file, since its current one failed: {}", e.getMessage());
            abandon();
        }
        try {
            return tryToWrite(group, next);
        } catch (IOException e) {
            abandon();
            throw e;
        }
    }

    /// Bytes in the current segment.
    long bytes() {
        return bytes;
    }

    /// Position of the first item of the current segment, -1 without one.
    long current() {
        return out == null ? -1 : first;
    }

    /// The next group begins a new segment.
    void close() throws IOException {
        Disk.Out open = out;
        if (open != null) {
            out = null;
            bytes = 0;
            open.close();
        }
    }

    private long tryToWrite(List<Frame> group, long next) throws IOException {
        Disk.Out to = open(next);
        long position = next;
        long written = 0;
        buffer.clear();
        for (Frame frame : group) {
            put(to, Header.of(frame, position, next).bytes());
            put(to, ByteBuffer.wrap(frame.payload));
            position += frame.count;
            written += Header.BYTES + frame.payload.length;
        }
        drain(to);
        to.force();
        bytes += written;
        return written;
    }

    private Disk.Out open(long next) throws IOException {
        Disk.Out open = out;
        if (open == null) {
            first = next;
            bytes = 0;
            try {
                open = disk.create(segments.add(next));
            } catch (IOException e) {
                segments.discard(next);
                throw e;
            }
            out = open;
        }
        return open;
    }

    private void put(Disk.Out to, ByteBuffer part) throws IOException {
        while (part.hasRemaining()) {
            int length = Math.min(part.remaining(), buffer.remaining());
            buffer.put(buffer.position(), part, part.position(), length);
            buffer.position(buffer.position() + length);
            part.position(part.position() + length);
            if (!buffer.hasRemaining()) {
                drain(to);
            }
        }
    }

    private void drain(Disk.Out to) throws IOException {
        buffer.flip();
        to.write(buffer);
        buffer.clear();
    }

    /// Cuts off what was not acknowledged, as far as the disk lets it; readers do not count it anyway.
    private void abandon() {
        Disk.Out failed = out;
        if (failed == null) {
            return;
        }
        out = null;
        try (failed) {
            if (bytes == 0) {
                segments.discard(first);
            } else {
                failed.truncate(bytes);
            }
        } catch (IOException e) {
            LOG.warn("the end of the journal's failed file could not be cut off: {}", e.getMessage());
        } finally {
            bytes = 0;
        }
    }
}
