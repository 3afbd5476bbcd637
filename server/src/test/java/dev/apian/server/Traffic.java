// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import dev.apian.simulator.Simulation;
import dev.apian.simulator.WorldSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/// Pushes a small world with attacks, whose time ends now.
final class Traffic {

    private static final int DAYS = 9;
    private static final int ACTORS = 60;
    private static final int BODY_CHARS = 4 << 20;

    private Traffic() {}

    /// @return how many calls
    static int pushInto(Running running) throws IOException, InterruptedException {
        Instant now = Instant.now();
        Simulation world =
                new Simulation(WorldSettings.of(DAYS, ACTORS, 7).startingAt(now.minus(Duration.ofDays(DAYS))));
        StringBuilder body = new StringBuilder();
        int calls = 0;
        while (world.hasNext()) {
            world.next().appendTo(body);
            calls++;
            if (body.length() > BODY_CHARS || !world.hasNext()) {
                send(running, body.toString());
                body.setLength(0);
            }
        }
        return calls;
    }

    private static void send(Running running, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = running.push(body);
        while (answer.statusCode() == 429 || answer.statusCode() == 503) {
            Thread.sleep(200);
            answer = running.push(body);
        }
        if (answer.statusCode() != 200 || !answer.body().contains("\"rejected\":0")) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }
}
