// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.journal;

import dev.apian.server.journal.Segments.Segment;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a journal as a crash left it. What was cut off at its end was never acknowledged and is cut away; what was
/// acknowledged and cannot be read is an error, not a loss in silence.
final class Recovery {

    private final Segments segments;
    private final KeysSeen keys;
    private long next;
    private long bytes;

    private Recovery(Segments segments, KeysSeen keys, long next) {
        this.segments = segments;
        this.keys = keys;
        this.next = next;
    }

    /// @param covered position that the last checkpoint reached
    static Recovery of(Segments segments, KeysSeen keys, long covered) throws IOException {
        Recovery recovery = new Recovery(segments, keys, covered);
        List<Segment> needed =
                segments.all().stream().filter(one -> one.limit() > covered).toList();
        if (!needed.isEmpty() && needed.getFirst().first() > covered) {
            throw new IOException(("%s begins with item %d, but the checkpoint needs all from item %d on; restore the"
                            + " missing file, or move all files of its folder away to go on without their calls")
                    .formatted(needed.getFirst().file(), needed.getFirst().first(), covered));
        }
        for (Segment segment : needed) {
            recovery.read(segment);
        }
        return recovery;
    }

    /// Position of the item that comes next.
    long next() {
        return next;
    }

    /// Of segments that are needed.
    long bytes() {
        return bytes;
    }

    private void read(Segment segment) throws IOException {
        long end = segment.first();
        long good;
        try (SegmentReader reader = new SegmentReader(segment)) {
            Header header = reader.next();
            while (header != null && header.first() == end && end < segment.limit()) {
                // Payloads of earlier segments are checked when they are read; there may be gigabytes.
                boolean whole = segment.isLast() ? reader.payload() != null : reader.skip();
                if (!whole) {
                    break;
                }
                end = header.end();
                remember(header);
                header = reader.next();
            }
            good = reader.offset();
        }
        if (!segment.isLast() && end < segment.limit()) {
            throw damaged(segment.file(), good, end);
        }
        next = Math.max(next, end);
        bytes += good;
        if (segment.isLast()) {
            cutAfter(segment, good, end);
        }
    }

    private void remember(Header header) {
        PushKey key = header.key();
        if (key != null) {
            keys.add(key);
        }
    }

    private void cutAfter(Segment segment, long good, long end) throws IOException {
        if (good < Files.size(segment.file())) {
            if (hasAcknowledged(segment.file(), good, end)) {
                throw damaged(segment.file(), good, end);
            }
            try (FileChannel channel = FileChannel.open(segment.file(), StandardOpenOption.WRITE)) {
                channel.truncate(good);
                channel.force(true);
            }
        }
        if (good == 0) {
            segments.discard(segment.first());
        }
    }

    /// Whether a later frame says that what stood between was durable.
    private static boolean hasAcknowledged(Path file, long good, long end) throws IOException {
        byte[] all = Files.readAllBytes(file);
        for (int at = (int) good; at + Header.BYTES <= all.length; at++) {
            @Nullable
            Header found = all[at] == (byte) (Header.MAGIC >>> 24)
                    ? Header.read(Arrays.copyOfRange(all, at, at + Header.BYTES))
                    : null;
            if (found != null && found.synced() > end) {
                return true;
            }
        }
        return false;
    }

    private static IOException damaged(Path file, long good, long end) {
        return new IOException(("journal segment %s is damaged after byte %d, and items from %d on were acknowledged;"
                        + " restore it from a backup, or move all files of its folder away to go on without them")
                .formatted(file, good, end));
    }
}
