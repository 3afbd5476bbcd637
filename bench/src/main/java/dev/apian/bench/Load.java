// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Sends batches over several connections as fast as a server acknowledges them, again and again from the first.
public final class Load {

    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration RETRY = Duration.ofMillis(100);

    private final List<byte[]> batches;
    private final int calls;
    private final int connections;
    private final Connecting connecting;
    private final AtomicInteger next = new AtomicInteger();

    /// Makes a connection.
    public interface Connecting {
        Connection connect() throws IOException;
    }

    /// One sender's way to the server. One thread.
    public interface Connection extends Closeable {

        /// False if the batch is to come again later; whatever else goes wrong ends the measurement.
        boolean deliver(byte[] batch) throws IOException;
    }

    /// @param calls       of each batch
    /// @param connections that send at a time
    public Load(List<byte[]> batches, int calls, int connections, Connecting connecting) {
        this.batches = List.copyOf(batches);
        this.calls = calls;
        this.connections = connections;
        this.connecting = connecting;
    }

    public void warmUp() throws InterruptedException {
        run(WARM_UP);
    }

    public Pushed run(Duration time) throws InterruptedException {
        Pushed pushed = new Pushed();
        long end = System.nanoTime() + time.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofPlatform().start(() -> send(end, pushed)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return pushed;
    }

    private void send(long end, Pushed pushed) {
        try (Connection connection = connecting.connect()) {
            while (System.nanoTime() < end) {
                byte[] batch = batches.get(next.getAndIncrement() % batches.size());
                long began = System.nanoTime();
                if (connection.deliver(batch)) {
                    pushed.acknowledged(calls, System.nanoTime() - began);
                } else {
                    pushed.turnedAway();
                    Thread.sleep(RETRY);
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Of all batches, in the mean.
    public long bytesPerCall() {
        return batches.stream().mapToLong(batch -> batch.length).sum() / batches.size() / calls;
    }
}
