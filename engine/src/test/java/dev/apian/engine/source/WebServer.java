// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real nginx or Apache httpd, as Debian has them, on a free port of this machine alone, logging into a folder.
final class WebServer implements AutoCloseable {

    /// What was sent and what came back.
    record Exchange(String method, String path, int status, int bodyBytes) {}

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private WebServer(Process process, int port) throws IOException, InterruptedException {
        this.process = process;
        this.port = port;
        Instant end = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                process.destroyForcibly();
                throw new IOException("the server did not start: "
                        + new String(process.getInputStream().readAllBytes(), UTF_8));
            }
            Thread.sleep(50);
        }
    }

    /// Logs into `combined.log`, and into `json.log` as the documentation says.
    static WebServer nginx(Path folder) throws IOException, InterruptedException {
        Path program = program("nginx", "nginx-light");
        int port = freePort();
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events {}
                http {
                  %3$s
                  access_log %1$s/combined.log combined;
                  access_log %1$s/json.log apian;
                  client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2; fastcgi_temp_path %1$s/t3;
                  uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5;
                  server {
                    listen 127.0.0.1:%2$d;
                    location / { return 200 "hello"; }
                    location /missing { return 404; }
                  }
                }
                """.formatted(
                        folder, port, advised("nginx.md", "log_format apian", ";\n")));
        return start(port, program.toString(), "-e", "stderr", "-p", folder.toString(), "-c", configuration.toString());
    }

    /// Logs into `combined.log` as the documentation says.
    static WebServer apache(Path folder) throws IOException, InterruptedException {
        Path program = program("apache2", "apache2-bin");
        int port = freePort();
        Path root = Files.createDirectories(folder.resolve("www"));
        Files.writeString(root.resolve("v1"), "hello");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path usr = Objects.requireNonNull(
                Objects.requireNonNull(program.toRealPath().getParent()).getParent());
        Path configuration = Files.writeString(folder.resolve("apache.conf"), """
                LoadModule mpm_event_module %3$s/lib/apache2/modules/mod_mpm_event.so
                LoadModule authz_core_module %3$s/lib/apache2/modules/mod_authz_core.so
                ServerName api.shop.example
                ServerRoot %1$s
                PidFile %1$s/apache.pid
                DefaultRuntimeDir %1$s
                Mutex file:%1$s default
                ErrorLog %1$s/error.log
                Listen 127.0.0.1:%2$d
                User www-data
                Group www-data
                DocumentRoot %1$s/www
                %4$s
                CustomLog %1$s/combined.log apian
                """.formatted(
                        folder, port, usr, advised("apache.md", "LogFormat", "\n")));
        return start(port, program.toString(), "-D", "FOREGROUND", "-f", configuration.toString());
    }

    /// Sends a request as it is, and reads all of the answer.
    Exchange send(String method, String path) throws IOException {
        String request = method + " " + path + " HTTP/1.1\r\nHost: api.shop.example\r\n"
                + "User-Agent: curl/8 \"quoted\" \\ ünï\r\nConnection: close\r\n\r\n";
        byte[] answer = answer(request.getBytes(UTF_8));
        String head = new String(answer, UTF_8);
        int body = head.indexOf("\r\n\r\n") + 4;
        int bytes = answer.length - head.substring(0, body).getBytes(UTF_8).length;
        return new Exchange(method, path, Integer.parseInt(head.split(" ")[1]), bytes);
    }

    /// Sends bytes that are no request.
    byte[] answer(byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return socket.getInputStream().readAllBytes();
        }
    }

    /// Ends it in order, so that its logs are whole.
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What people are told to configure, as it stands in the documentation.
    private static String advised(String howTo, String begins, String ends) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "how-to", howTo));
        int from = page.indexOf(begins);
        return page.substring(from, page.indexOf(ends, from) + ends.length());
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static WebServer start(int port, String... command) throws IOException, InterruptedException {
        return new WebServer(
                new ProcessBuilder(command).redirectErrorStream(true).start(), port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Skips the test where there is none.
    private static Path program(String name, String debianPackage) {
        List<Path> found = Stream.concat(
                        Arrays.stream(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .toList();
        assumeTrue(!found.isEmpty(), "no " + name + "; install it, for example: apt-get install " + debianPackage);
        return found.getFirst();
    }
}
