// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// An open file from its beginning, whatever it is called by now. Closing this leaves the file open.
final class ChannelStream extends InputStream {

    private final FileChannel channel;
    private long position;

    ChannelStream(FileChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int read = channel.read(ByteBuffer.wrap(to, from, length), position);
        position += Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = Math.clamp(channel.size() - position, 0, Math.max(0, wanted));
        position += skipped;
        return skipped;
    }
}
