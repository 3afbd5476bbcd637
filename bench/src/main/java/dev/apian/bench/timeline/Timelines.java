// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import dev.apian.bench.ThirtyDays;
import dev.apian.server.ApianServer;
import dev.apian.server.ServerSettings;
import dev.apian.stage.signal.BuiltIn;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Builds a month of calls, serves it, and asks over HTTP for the calls of one actor after the other: warm, and
/// cold, with the page cache dropped before each question (Linux, root only).
public final class Timelines {

    private static final int WARM_UP = 200;
    private static final int WARM = 400;
    private static final int COLD = 60;
    private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final Month month;
    private final Random random = new Random(1);

    private Timelines(String url, Month month) {
        this.url = url;
        this.month = month;
    }

    /// @param args data directory, which is filled if it does not exist; calls in all; actors
    public static void main(String[] args) throws IOException, InterruptedException {
        Path data = Path.of(args[0]);
        Month month = new Month(Long.parseLong(args[1]), Integer.parseInt(args[2]));
        if (!Files.exists(data)) {
            List<Long> took = month.writeTo(data);
            System.out.printf(
                    "written in %d s, merged in %d s, %d ns and %d ns a call%n%n",
                    took.get(0) / 1_000,
                    took.get(1) / 1_000,
                    took.get(0) * 1_000_000 / month.calls(),
                    took.get(1) * 1_000_000 / month.calls());
        }
        System.out.println(
                "| calls of the actor | answer | cache | questions | calls found | p50 ms | p95 ms | most ms |"
                        + " processor ms |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        ServerSettings settings = ServerSettings.of(data).withPort(0);
        try (ApianServer server = ApianServer.start(settings, BuiltIn.detectors(), InstantSource.system())) {
            Timelines timelines = new Timelines(server.url(), month);
            for (int calls : new int[] {1_000, 9_000}) {
                for (int limit : new int[] {100, 1_000, 10_000}) {
                    timelines.measure(calls, limit);
                }
            }
        }
    }

    private void measure(int calls, int limit) throws IOException, InterruptedException {
        ask(calls, limit, WARM_UP, false);
        long began = processorNanos();
        List<Asked> warm = ask(calls, limit, WARM, false);
        print(calls, limit, "warm", warm, (processorNanos() - began) / WARM);
        if (Files.isWritable(DROP_CACHES)) {
            began = processorNanos();
            List<Asked> asked = ask(calls, limit, COLD, true);
            print(calls, limit, "cold", asked, (processorNanos() - began) / COLD);
        }
    }

    /// Of the server and of the client, which are one process; it does not grow with what else the machine does.
    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private record Asked(long nanos, int found) {}

    private List<Asked> ask(int calls, int limit, int times, boolean cold) throws IOException, InterruptedException {
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            if (cold) {
                Files.writeString(DROP_CACHES, "3");
            }
            int around = (int) (calls * random.nextDouble(0.8, 1.1));
            String path = "api/v1/calls?actor=%s&from=%s&limit=%d"
                    .formatted(Month.actor(month.actorWith(around)), ThirtyDays.START, limit);
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
            long began = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            long nanos = System.nanoTime() - began;
            if (answer.statusCode() != 200) {
                throw new IOException(new String(answer.body(), UTF_8));
            }
            asked.add(new Asked(nanos, times(answer.body(), "\"call_id\"".getBytes(UTF_8))));
        }
        return asked;
    }

    private static int times(byte[] text, byte[] part) {
        int times = 0;
        for (int i = 0; i + part.length <= text.length; i++) {
            times += text[i] == part[0] && Arrays.equals(text, i, i + part.length, part, 0, part.length) ? 1 : 0;
        }
        return times;
    }

    private static void print(int calls, int limit, String cache, List<Asked> asked, long processorNanos) {
        List<Long> nanos = new ArrayList<>(asked.stream().map(Asked::nanos).toList());
        Collections.sort(nanos);
        System.out.printf(
                "| about %d | at most %d | %s | %d | %.0f | %.1f | %.1f | %.1f | %.1f |%n",
                calls,
                limit,
                cache,
                asked.size(),
                asked.stream().mapToInt(Asked::found).average().orElse(0),
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.get(nanos.size() * 95 / 100) / 1e6,
                nanos.getLast() / 1e6,
                processorNanos / 1e6);
    }
}
