// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.otlp;

import com.linecorp.armeria.client.Clients;
import com.linecorp.armeria.client.grpc.protocol.UnaryGrpcClient;
import com.linecorp.armeria.common.grpc.protocol.ArmeriaStatusException;
import dev.apian.bench.Load;
import dev.apian.bench.Options;
import dev.apian.bench.Pushed;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;

/// Sends spans to a server in another process over OTLP/gRPC as fast as it acknowledges them, and prints how fast that
/// is, how long an acknowledgement took, and the server's and its own CPU time a call. An acknowledged call is on disk.
///
/// Messages are made before the clock runs, and sent again and again. One that is told to come again comes again later.
public final class OtlpSending {

    private static final String EXPORT = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private static final int TICKS_PER_SECOND = 100;

    /// Code of gRPC: come again.
    private static final int UNAVAILABLE = 14;

    private OtlpSending() {}

    /// @param args URL of the server, its process id, then `--seconds N`, `--senders N`, `--messages N` that differ,
    ///     `--spans N` a message
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = new Options(args);
        int seconds = options.whole("--seconds", 15);
        int senders = options.whole("--senders", 12);
        int spans = options.whole("--spans", 2_000);
        Load load = new Load(messages(options.whole("--messages", 300), spans), spans, senders, () -> to(args[0]));
        load.warmUp();
        Path server = Path.of("/proc", args[1], "stat");
        Path own = Path.of("/proc/self/stat");
        long serverTicks = ticks(server);
        long ownTicks = ticks(own);
        Pushed sent = load.run(Duration.ofSeconds(seconds));
        System.out.println("| calls/s | bytes a call | senders | p50 ms | p99 ms | longest ms | turned away |"
                + " server, µs a call | sender, µs a call |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        System.out.printf(
                Locale.ROOT,
                "| %,d | %d | %d | %.0f | %.0f | %.0f | %d | %.1f | %.1f |%n",
                sent.calls() / seconds,
                load.bytesPerCall(),
                senders,
                sent.millis(0.5),
                sent.millis(0.99),
                sent.millis(1),
                sent.away(),
                micros(ticks(server) - serverTicks, sent.calls()),
                micros(ticks(own) - ownTicks, sent.calls()));
    }

    private static List<byte[]> messages(int messages, int spans) {
        Spans source = new Spans(1);
        long now = Instant.now().toEpochMilli() * 1_000_000;
        List<byte[]> made = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            made.add(source.batch(spans, now + (long) i * spans * 1_000).toByteArray());
        }
        return made;
    }

    private static Load.Connection to(String url) {
        UnaryGrpcClient client =
                Clients.builder("gproto+" + url).responseTimeout(ANSWER_MAX).build(UnaryGrpcClient.class);
        return new Load.Connection() {
            @Override
            public boolean deliver(byte[] message) throws IOException {
                return OtlpSending.deliver(client, message);
            }

            @Override
            public void close() {
                // Armeria's clients share their connections, which end with the process.
            }
        };
    }

    private static boolean deliver(UnaryGrpcClient client, byte[] message) throws IOException {
        byte[] answer;
        try {
            answer = client.execute(EXPORT, message).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ArmeriaStatusException status && status.getCode() == UNAVAILABLE) {
                return false;
            }
            throw e;
        }
        ExportTraceServiceResponse response = ExportTraceServiceResponse.parseFrom(answer);
        if (response.getPartialSuccess().getRejectedSpans() > 0) {
            throw new IOException(response.getPartialSuccess().getErrorMessage());
        }
        return true;
    }

    /// CPU time of a process so far: fields 14 and 15 of its stat file.
    private static long ticks(Path stat) throws IOException {
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static double micros(long ticks, long calls) {
        return ticks * 1e6 / TICKS_PER_SECOND / calls;
    }
}
