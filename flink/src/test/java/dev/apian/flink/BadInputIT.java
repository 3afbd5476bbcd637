// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.flink.source.DeadLetter;
import dev.apian.flink.source.NativeRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records that are no calls, on a real Kafka: the job goes on and keeps them aside.
class BadInputIT {

    @TempDir
    Path folder;

    @Test
    void whatIsNoCallIsKeptAsideAndTheJobGoesOn() throws Exception {
        try (TestCluster cluster = TestCluster.start(folder);
                TestJob job = cluster.run(2, Duration.ZERO, new NativeRecords(new byte[16]))) {
            job.send(call(0), Map.of());
            job.send("no call at all".getBytes(UTF_8), Map.of());
            job.send(new byte[] {(byte) 0xff, 0, 1, (byte) 0xfe}, Map.of());
            job.send(huge(), Map.of());
            job.send(call(1), Map.of("content-encoding", "br"));
            job.send(gzip(call(2)), Map.of("content-encoding", "gzip"));
            job.send(call(3), Map.of("content-encoding", "gzip"));
            job.send((new String(call(4), UTF_8) + "\n" + new String(call(5), UTF_8)).getBytes(UTF_8), Map.of());
            job.send(call(6), Map.of());
            job.finish();

            assertThat(job.stored()).containsExactly("c0", "c2", "c4", "c5", "c6");
            List<String> reasons = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> letter : job.deadLetters()) {
                String reason =
                        new String(letter.headers().lastHeader("apian.reason").value(), UTF_8);
                // The test wakes quiet readers with empty records.
                if (!reason.equals("empty record")) {
                    reasons.add(reason);
                    assertThat(letter.value()).hasSizeLessThanOrEqualTo(DeadLetter.VALUE_BYTES_MAX);
                }
            }
            assertThat(reasons)
                    .hasSize(5)
                    .anySatisfy(reason -> assertThat(reason).contains("unknown compression 'br'"))
                    .anySatisfy(reason -> assertThat(reason).contains("not gzip"))
                    .anySatisfy(reason -> assertThat(reason).contains("record too long"));
        }
    }

    private static byte[] call(int number) {
        return """
                {"timestamp":"2026-11-01T00:00:0%1$dZ","event.id":"c%1$d","http.request.method":"GET",\
                "url.path":"/orders/%1$d","http.response.status_code":200}""".formatted(number).getBytes(UTF_8);
    }

    private static byte[] huge() {
        byte[] bytes = new byte[5 << 20];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
