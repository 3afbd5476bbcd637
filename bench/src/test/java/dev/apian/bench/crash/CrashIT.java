// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short form of `bench/crash`.
class CrashIT {

    private static final int KILLS = 8;
    private static final int DAYS = 9;
    private static final int ACTORS = 40;
    private static final long SEED = 11;

    @Test
    void eightKillsLoseNothingDoubleNothingAndChangeNoAlert(@TempDir Path folder)
            throws IOException, InterruptedException {
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        Verdict verdict = new CrashRun(folder, KILLS, SEED).run(CrashRun.world(DAYS, ACTORS, SEED, today));
        assertThat(verdict).matches(Verdict::isClean);
        assertThat(verdict.alerts()).isPositive();
    }
}
