// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.Outcome.Rejected;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// What the reader tests share: settings with a fixed key, and shorthands to read one record.
final class Reading {

    static final long LATEST = 1_800_000_000_000_000L;
    static final ReaderSettings SETTINGS = ReaderSettings.of("0123456789abcdef".getBytes(UTF_8), LATEST);
    static final CallReader NATIVE = new NativeReader(SETTINGS);

    private Reading() {}

    /// A native record of the required fields and some more, without its braces.
    static String record(String more) {
        return "{\"timestamp\":\"2026-03-01T10:00:00Z\",\"http.request.method\":\"GET\",\"url.path\":\"/v1/orders\","
                + "\"http.response.status_code\":200" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    /// One record from a file of the test's resources, without its line break.
    static String resource(String name) {
        try (InputStream in = Reading.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Outcome read(CallReader reader, String record) {
        byte[] bytes = record.getBytes(UTF_8);
        return reader.read(bytes, 0, bytes.length);
    }

    static Call call(CallReader reader, String record) {
        Outcome outcome = read(reader, record);
        assertThat(outcome).as(record).isInstanceOf(Accepted.class);
        return ((Accepted) outcome).call();
    }

    /// The call of a native record with some more fields.
    static Call with(String more) {
        return call(NATIVE, record(more));
    }

    static Rejected rejected(CallReader reader, String record) {
        Outcome outcome = read(reader, record);
        assertThat(outcome).as(record).isInstanceOf(Rejected.class);
        return (Rejected) outcome;
    }

    static List<String> facets(List<Facet> facets) {
        return facets.stream()
                .map(facet -> facet.kind().label() + (facet.kind().secret() ? "" : "=" + facet.value()))
                .toList();
    }

    static List<String> fields(Call call) {
        return call.fields().stream()
                .map(field -> field.owner() + "." + field.name() + "=" + field.value())
                .toList();
    }

    static String jwt(String claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"HS256\"}".getBytes(UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(UTF_8)) + ".c2lnbmF0dXJl";
    }

    static String quote(String body) {
        return "\"" + body.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static byte[] saved(Call call) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CallCodec.save(call, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    static Call loaded(byte[] bytes) throws IOException {
        return CallCodec.load(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
