// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.journal;

import com.github.luben.zstd.Zstd;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.CallCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// One entry as bytes: a [Header] and a payload. Encoded by whoever brings the calls, before anybody waits for the
/// disk.
final class Frame {

    static final byte CALLS = 1;
    static final byte CLOCK = 2;

    /// More calls in one frame are a mistake.
    static final int PAYLOAD_BYTES_MAX = 1 << 30;

    private static final int ZSTD_LEVEL = 1;

    final byte kind;
    final int count;
    final byte[] payload;
    final int payloadChecksum;
    final int plainBytes;
    final @Nullable PushKey key;

    /// Completed when it is durable: false if an equal push was there already, so that nothing was written.
    final CompletableFuture<Boolean> durable = new CompletableFuture<>();

    private final List<Call> calls;
    private final long micros;

    private Frame(byte kind, List<Call> calls, long micros, byte[] payload, int plainBytes, @Nullable PushKey key) {
        this.kind = kind;
        this.calls = calls;
        this.micros = micros;
        this.count = kind == CALLS ? calls.size() : 1;
        this.payload = payload;
        this.payloadChecksum = checksum(payload);
        this.plainBytes = plainBytes;
        this.key = key;
    }

    static Frame ofCalls(List<Call> calls, @Nullable PushKey key) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream(512 * calls.size());
        DataOutputStream out = new DataOutputStream(content);
        for (Call call : calls) {
            CallCodec.save(call, out);
        }
        byte[] plain = content.toByteArray();
        return new Frame(CALLS, calls, 0, Zstd.compress(plain, ZSTD_LEVEL), plain.length, key);
    }

    static Frame ofClock(long micros) {
        byte[] payload = ByteBuffer.allocate(Long.BYTES).putLong(micros).array();
        return new Frame(CLOCK, List.of(), micros, payload, payload.length, null);
    }

    Entry entry(long first) {
        return kind == CALLS ? new Entry.Calls(first, calls) : new Entry.Clock(first, micros);
    }

    /// Undoes the encoding.
    static Entry decode(Header header, byte[] payload) throws IOException {
        if (header.kind() == CLOCK) {
            return new Entry.Clock(header.first(), ByteBuffer.wrap(payload).getLong());
        }
        byte[] plain = Zstd.decompress(payload, header.plainBytes());
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain));
        List<Call> calls = new ArrayList<>(header.count());
        for (int i = 0; i < header.count(); i++) {
            calls.add(CallCodec.load(in));
        }
        return new Entry.Calls(header.first(), calls);
    }

    static int checksum(byte[] payload) {
        CRC32C checksum = new CRC32C();
        checksum.update(payload);
        return (int) checksum.getValue();
    }
}
