// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import dev.apian.bench.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/// Kills a server so many times under load and prints what was lost, kept twice or judged otherwise.
public final class Crash {

    private static final int KILLS = 500;
    private static final int DAYS = 12;
    private static final int ACTORS = 60;

    private Crash() {}

    /// @param args `--kills N`, `--seed N`, `--days N`, `--dir DIR`; a disk of at most 2 GB under DIR is filled, too
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = new Options(args);
        int kills = options.whole("--kills", KILLS);
        long seed = options.number("--seed", new Random().nextInt(1_000_000));
        int days = options.whole("--days", DAYS);
        Path folder = options.folder("apian-crash");
        Instant began = Instant.now();
        CrashRun run = new CrashRun(folder, kills, seed);
        Verdict verdict = run.run(CrashRun.world(days, ACTORS, seed, began.truncatedTo(ChronoUnit.DAYS)));
        System.out.printf("seed %d, %s, %s%n%n", seed, folder, run.told());
        System.out.println("| kills | lost | doubled | torn | late | alerts | different | minutes |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        System.out.printf(
                "| %d | %d | %d | %d | %d | %d | %d | %d |%n",
                kills,
                verdict.lost(),
                verdict.doubled(),
                verdict.torn(),
                verdict.late(),
                verdict.alerts(),
                verdict.different(),
                Duration.between(began, Instant.now()).toMinutes());
        System.exit(verdict.isClean() ? 0 : 1);
    }
}
