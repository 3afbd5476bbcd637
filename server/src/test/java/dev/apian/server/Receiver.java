// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/// Somebody to whom webhooks tell things: writes down what it is sent, and answers as it is told to.
final class Receiver implements AutoCloseable {

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer http;
    volatile int status = 204;
    volatile String answer = "";
    volatile String location = "";

    Receiver() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::take);
        http.setExecutor(threads);
        http.start();
    }

    /// One request.
    record Sent(String path, String timestamp, String signature, String body) {

        JsonNode json() {
            return Running.JSON.readTree(body);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + path;
    }

    List<Sent> at(String path) {
        return sent.stream().filter(one -> one.path().equals(path)).toList();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            sent.add(new Sent(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("apian-timestamp"),
                    exchange.getRequestHeaders().getFirst("apian-signature"),
                    body));
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().add("location", location);
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
