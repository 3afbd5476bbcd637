// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// The CRC-32C of a whole file, as `crc32c:` and eight hexadecimal digits. It tells damage, not forgery.
final class Checksum {

    private static final int BUFFER_BYTES = 1 << 20;

    private Checksum() {}

    static String of(Path file) throws IOException {
        CRC32C crc = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(buffer) >= 0) {
                crc.update(buffer.flip());
                buffer.clear();
            }
        }
        return "crc32c:%08x".formatted(crc.getValue());
    }
}
