// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One start of `apian serve` on a folder.
///
/// @param answered    seconds from the command to the first answer over HTTP, whatever it says
/// @param accepted    seconds from the command to the first `200` to a pushed call
/// @param cpu         seconds of processor time until then, those of the launcher too
record Start(double answered, double accepted, double cpu) {

    private static final long LOOK_MILLIS = 5;
    private static final int ANSWER_MILLIS_MAX = 10_000;
    private static final int HEAD_BYTES_MAX = 12;

    static Start of(String launcher, Path data) throws IOException, InterruptedException {
        int port = freePort();
        long began = System.nanoTime();
        Process process = new ProcessBuilder(
                        List.of(launcher, "serve", "--data", data.toString(), "--listen", "127.0.0.1:" + port))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            until(port, 0, "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            double answered = seconds(began);
            until(port, 200, push());
            double accepted = seconds(began);
            Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
            return new Start(answered, accepted, cpu.toMillis() / 1e3);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String push() {
        String call = """
                {"timestamp":"%s","event.id":"c-1","http.request.method":"GET","url.path":"/v1/orders/1",\
                "http.response.status_code":200,"user.id":"maria"}
                """.formatted(Instant.now());
        return "POST /v1/calls HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
                + call.length() + "\r\n\r\n" + call;
    }

    /// Asks again and again until the answer has a status; 0 is any.
    private static void until(int port, int status, String request) throws InterruptedException {
        int found = -1;
        while (found < 0 || (status != 0 && found != status)) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(ANSWER_MILLIS_MAX);
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
                String head = new String(socket.getInputStream().readNBytes(HEAD_BYTES_MAX), ISO_8859_1);
                found = Integer.parseInt(head.substring(head.indexOf(' ') + 1));
            } catch (IOException e) {
                found = -1; // nobody listens yet
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
