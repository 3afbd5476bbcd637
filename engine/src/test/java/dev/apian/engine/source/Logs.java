// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/// Small logs to read: native records, one call a second.
public final class Logs {

    public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private Logs() {}

    /// The call of a second; its id is `c-` and the second.
    public static String line(int second) {
        return lineAt(START.plusSeconds(second), "c-" + second);
    }

    public static String lineAt(Instant at, String id) {
        int user = Math.floorMod(id.hashCode(), 7);
        return "{\"timestamp\":\"" + at + "\",\"event.id\":\"" + id
                + "\",\"http.request.method\":\"GET\",\"url.path\":\"/v1/orders/" + (1_000 + user)
                + "\",\"http.response.status_code\":200,\"server.address\":\"api.shop.example\",\"user.id\":\"user-"
                + user
                + "\",\"client.address\":\"203.0.113." + user + "\"}";
    }

    /// The calls of a range of seconds, a line each.
    public static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(Logs::line).collect(Collectors.joining("\n", "", "\n"));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    public static byte[] gzip(byte[] bytes) {
        return packed(bytes, GZIPOutputStream::new);
    }

    public static byte[] zstd(byte[] bytes) {
        return packed(bytes, ZstdOutputStream::new);
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private interface Packing {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] bytes, Packing packing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = packing.around(out)) {
            packed.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
