// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.otlp;

import com.linecorp.armeria.client.grpc.GrpcClients;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc.TraceServiceBlockingStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Sends spans to a server in another process over OTLP/gRPC and prints how many calls a second it acknowledged, how
/// long an acknowledgement took, and the server's and its own CPU time a call. An acknowledged call is on disk.
///
/// Messages are made before the clock runs. One that is told to come again comes again; its waiting counts.
public final class OtlpSending {

    private static final Duration RETRY = Duration.ofMillis(20);

    /// A server that has no room for longer has stopped.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int TICKS_PER_SECOND = 100;

    private OtlpSending() {}

    /// @param args URL of the server, its process id, spans, spans a message, senders
    public static void main(String[] args) throws IOException, InterruptedException {
        String url = args[0];
        Path server = Path.of("/proc", args[1], "stat");
        int spans = Integer.parseInt(args[2]);
        int size = Integer.parseInt(args[3]);
        int senders = Integer.parseInt(args[4]);
        Spans source = new Spans(1);
        send(url, messages(source, spans / 4, size), senders);
        ExportTraceServiceRequest[] messages = messages(source, spans, size);
        long serverTicks = ticks(server);
        long ownTicks = ticks(Path.of("/proc/self/stat"));
        Sent sent = send(url, messages, senders);
        long calls = (long) messages.length * size;
        double seconds = sent.took.toNanos() / 1e9;
        System.out.printf(
                "%d calls in messages of %d (%d bytes a call) by %d senders: %.1f s, %.0f calls/s%n",
                calls, size, messages[0].getSerializedSize() / size, senders, seconds, calls / seconds);
        System.out.printf(
                "acknowledged after p50 %.1f ms, p99 %.1f ms; %d times told to come again%n",
                sent.millis(0.50), sent.millis(0.99), sent.again);
        System.out.printf(
                "CPU a call until the last acknowledgement: server %.1f µs, sender %.1f µs%n",
                micros(ticks(server) - serverTicks, calls),
                micros(ticks(Path.of("/proc/self/stat")) - ownTicks, calls));
    }

    private static ExportTraceServiceRequest[] messages(Spans source, int spans, int size) {
        long now = Instant.now().toEpochMilli() * 1_000_000;
        ExportTraceServiceRequest[] messages = new ExportTraceServiceRequest[Math.max(1, spans / size)];
        Arrays.setAll(messages, index -> source.batch(size, now + (long) index * size * 1_000));
        return messages;
    }

    /// @param nanos that each acknowledgement took, in order of length
    private record Sent(Duration took, List<Long> nanos, long again) {

        double millis(double share) {
            return nanos.get((int) Math.min(nanos.size() - 1, (long) (share * nanos.size()))) / 1e6;
        }
    }

    private static Sent send(String url, ExportTraceServiceRequest[] messages, int senders)
            throws InterruptedException {
        ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        AtomicLong again = new AtomicLong();
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
            for (int i = 0; i < senders; i++) {
                TraceServiceBlockingStub stub = GrpcClients.newClient("gproto+" + url, TraceServiceBlockingStub.class);
                threads.execute(() -> {
                    for (int at = next.getAndIncrement(); at < messages.length; at = next.getAndIncrement()) {
                        long start = System.nanoTime();
                        deliver(stub, messages[at], again);
                        latencies.add(System.nanoTime() - start);
                    }
                });
            }
            threads.shutdown();
            if (!threads.awaitTermination(1, TimeUnit.HOURS)) {
                throw new IllegalStateException("the server did not take everything in an hour");
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (latencies.size() != messages.length) {
            throw new IllegalStateException("a sender failed: %d of %d messages were acknowledged"
                    .formatted(latencies.size(), messages.length));
        }
        return new Sent(took, latencies.stream().sorted().toList(), again.get());
    }

    private static void deliver(TraceServiceBlockingStub stub, ExportTraceServiceRequest message, AtomicLong again) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                ExportTraceServiceResponse answer = stub.export(message);
                if (answer.getPartialSuccess().getRejectedSpans() > 0) {
                    throw new IllegalStateException(answer.getPartialSuccess().getErrorMessage());
                }
                return;
            } catch (StatusRuntimeException failure) {
                if (failure.getStatus().getCode() != Status.Code.UNAVAILABLE || System.nanoTime() > end) {
                    throw failure;
                }
                again.incrementAndGet();
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a sender", e);
        }
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
