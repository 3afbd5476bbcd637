// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// The value of a Kafka record after its `content-encoding` header is undone.
sealed interface Unpacked {

    /// A record must not unpack to more: a small one could otherwise fill the memory.
    int BYTES_MAX = 64 << 20;

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Bytes(byte[] bytes) implements Unpacked {}

    record Failed(String reason) implements Unpacked {}

    /// @param encoding of the header, empty if there is none
    static Unpacked of(byte[] value, String encoding) {
        String name = encoding.strip().toLowerCase(Locale.ROOT);
        try {
            return switch (name) {
                case "", "identity" -> new Bytes(value);
                case "gzip", "x-gzip" -> unpack(new GZIPInputStream(new ByteArrayInputStream(value)));
                case "zstd" -> unpack(new ZstdInputStream(new ByteArrayInputStream(value)));
                default -> new Failed("unknown compression '" + name + "'; known are gzip, zstd and identity");
            };
        } catch (IOException e) {
            return new Failed("not " + name + ": " + e.getMessage());
        }
    }

    private static Unpacked unpack(InputStream packed) throws IOException {
        try (packed) {
            byte[] bytes = packed.readNBytes(BYTES_MAX + 1);
            return bytes.length > BYTES_MAX
                    ? new Failed("unpacks to more than " + BYTES_MAX + " bytes")
                    : new Bytes(bytes);
        }
    }
}
