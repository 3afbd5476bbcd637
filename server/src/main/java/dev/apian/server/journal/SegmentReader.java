// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.journal;

import dev.apian.server.journal.Segments.Segment;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/// Reads the frames of one segment from its beginning.
final class SegmentReader implements Closeable {

    private static final int BUFFER_BYTES = 256 << 10;

    private final Segment segment;
    private final InputStream in;
    private long offset;
    private @Nullable Header header;

    SegmentReader(Segment segment) throws IOException {
        this.segment = segment;
        this.in = new BufferedInputStream(Files.newInputStream(segment.file()), BUFFER_BYTES);
    }

    long first() {
        return segment.first();
    }

    /// Bytes of whole frames passed so far.
    long offset() {
        return offset;
    }

    /// The next frame's header; null at the end, and where none is whole. Read or skip its payload then.
    @Nullable
    Header next() throws IOException {
        Header found = Header.read(in.readNBytes(Header.BYTES));
        boolean sane = found != null && found.payloadBytes() >= 0 && found.payloadBytes() <= Frame.PAYLOAD_BYTES_MAX;
        header = sane ? found : null;
        return header;
    }

    /// The payload; null if it is not whole.
    byte @Nullable [] payload() throws IOException {
        Header of = current();
        byte[] payload = in.readNBytes(of.payloadBytes());
        if (payload.length < of.payloadBytes() || Frame.checksum(payload) != of.payloadChecksum()) {
            return null;
        }
        offset += of.frameBytes();
        return payload;
    }

    /// False if the payload is not all there.
    boolean skip() throws IOException {
        Header of = current();
        try {
            in.skipNBytes(of.payloadBytes());
        } catch (EOFException e) {
            return false;
        }
        offset += of.frameBytes();
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Header current() {
        Header of = header;
        if (of == null) {
            throw new IllegalStateException("no frame was found");
        }
        return of;
    }
}
