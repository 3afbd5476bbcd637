// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.engine.source.FollowSettings;
import dev.apian.engine.source.Follower;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.Outcome.Rejected;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Feeds an engine from followed files, each of the two on a thread of its own.
public final class Following implements AutoCloseable {

    private static final String STANDARD_INPUT = "standard input";

    /// Calls from standard input that become durable together.
    private static final int CALLS_MAX = 4_096;

    private final LiveEngine engine;
    private final Consumer<String> say;
    private final List<Thread> threads = new ArrayList<>();

    private Following(LiveEngine engine, Consumer<String> say) {
        this.engine = engine;
        this.say = say;
    }

    /// @param input standard input, null if it is not to be read
    public static Following start(
            LiveEngine engine,
            FollowSettings settings,
            @Nullable InputStream input,
            InstantSource clock,
            Consumer<String> say) {
        Following following = new Following(engine, say);
        if (!settings.paths().isEmpty()) {
            Refused refused = engine.refused();
            Follower follower = new Follower(
                    settings,
                    engine.key(),
                    engine.notesAtStart(),
                    refused::add,
                    portion -> engine.put(new FilePortion(portion)),
                    clock,
                    say);
            engine.follow(new Replayables.Source(follower::positions, follower::counts));
            following.begin("apian-follow", follower::run);
        }
        if (input != null) {
            following.begin("apian-input", () -> following.read(input, settings));
        }
        return following;
    }

    /// Ends reading; what was read goes on to the engine.
    @Override
    public void close() {
        boolean interrupted = false;
        for (Thread thread : threads) {
            thread.interrupt();
            try {
                thread.join(thread.isDaemon() ? 1 : 0);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void begin(String name, Work work) {
        // Nothing interrupts a read of standard input, so nobody may wait for it.
        boolean daemon = name.equals("apian-input");
        threads.add(Thread.ofPlatform().name(name).daemon(daemon).start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException e) {
                say.accept("following ended: " + e + "; what was read is kept, restart the server to go on");
            }
        }));
    }

    /// Standard input cannot be read again, so its calls go through the journal.
    private void read(InputStream raw, FollowSettings settings) throws IOException, InterruptedException {
        InputStream in = new BufferedInputStream(raw, 1 << 16);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        List<Call> calls = new ArrayList<>();
        int number = 1;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                if (line.size() <= settings.lineBytes()) {
                    line.write(next);
                }
                continue;
            }
            take(line, settings, number++, calls);
            if (calls.size() == CALLS_MAX || (!calls.isEmpty() && in.available() == 0)) {
                put(calls);
                calls = new ArrayList<>();
            }
        }
        take(line, settings, number, calls);
        if (!calls.isEmpty()) {
            put(calls);
        }
        say.accept(STANDARD_INPUT + " is at its end");
    }

    private void put(List<Call> calls) throws IOException, InterruptedException {
        engine.put(calls);
        engine.arrivals().took(STANDARD_INPUT, calls.size());
    }

    private void take(ByteArrayOutputStream line, FollowSettings settings, int number, List<Call> calls) {
        byte[] bytes = line.toByteArray();
        line.reset();
        if (isBlank(bytes)) {
            return;
        }
        switch (settings.reader().read(bytes, 0, bytes.length)) {
            case Accepted accepted -> calls.add(accepted.call());
            case Rejected rejected -> engine.refused().add(rejected.reason(), STANDARD_INPUT, number, rejected);
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte c : line) {
            if (c != ' ' && c != '\t' && c != '\r') {
                return false;
            }
        }
        return true;
    }
}
