// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartedTest {

    private Process sleep;

    @BeforeEach
    void start() throws IOException {
        sleep = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void end() {
        sleep.destroyForcibly();
    }

    @Test
    void aProcessIsKnownAgain() {
        assertThat(Started.of(sleep.toHandle(), 1).isAlive()).isTrue();
    }

    @Test
    void aProcessEndsWhenItIsAsked() throws IOException {
        Started started = Started.of(sleep.toHandle(), 1);
        started.stop(Started.Signal.TERM, Duration.ofSeconds(10));
        assertThat(started.isAlive()).isFalse();
    }

    @Test
    void aStrangerWithThePidOfOneThatEndedIsLeftAlone() throws IOException {
        Started ours = Started.of(sleep.toHandle(), 1);
        Started gone = new Started(ours.pid(), ours.startedMillis() - 60_000, 1);
        assertThat(gone.isAlive()).isFalse();
        gone.stop(Started.Signal.TERM, Duration.ofSeconds(1));
        gone.kill();
        assertThat(sleep.isAlive()).isTrue();
    }
}
