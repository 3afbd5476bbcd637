// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.push;

import com.github.luben.zstd.ZstdInputStream;
import com.linecorp.armeria.common.HttpStatus;
import dev.apian.server.http.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// Undoes a body's content encoding, up to a limit: a small body can unpack to anything.
public final class Unpacking {

    static final String LIMIT = "push_body_bytes_max";

    private Unpacking() {}

    /// @param encoding the header's value, empty for none
    /// @param bytesMax before and after; what came before it was known who sends it has met no other limit
    public static byte[] unpack(byte[] body, String encoding, int bytesMax) {
        if (body.length > bytesMax) {
            throw tooLarge(body.length, bytesMax, "");
        }
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> read(body, GZIPInputStream::new, "gzip", bytesMax);
            case "zstd" -> read(body, ZstdInputStream::new, "zstd", bytesMax);
            default ->
                throw Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "content-encoding",
                        "The content encoding is not known",
                        "Content-Encoding is '%s', expected gzip, zstd or none.".formatted(encoding));
        };
    }

    public static Problem tooLarge(long found, long allowed, String how) {
        return Problem.limit(
                "The body is too large",
                LIMIT,
                found,
                allowed,
                "The body has %d bytes%s, %s allows %d; send smaller batches.".formatted(found, how, LIMIT, allowed));
    }

    private static byte[] read(byte[] body, Opening opening, String name, int bytesMax) {
        try (InputStream in = opening.open(new ByteArrayInputStream(body))) {
            byte[] content = in.readNBytes(bytesMax + 1);
            if (content.length > bytesMax) {
                throw tooLarge(content.length, bytesMax, " or more after decompression");
            }
            return content;
        } catch (IOException e) {
            throw Problem.badBody(
                    "The body is no whole %s stream; send it again, or without Content-Encoding.".formatted(name));
        }
    }

    private interface Opening {
        InputStream open(InputStream in) throws IOException;
    }
}
