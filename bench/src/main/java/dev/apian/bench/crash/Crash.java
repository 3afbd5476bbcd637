// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/// Kills a server so many times under load and prints what was lost, kept twice or judged otherwise.
public final class Crash {

    private static final int KILLS = 500;
    private static final int DAYS = 12;
    private static final int ACTORS = 60;

    private Crash() {}

    /// @param args `--kills N`, `--seed N`, `--days N`, `--dir DIR`; a disk of at most 2 GB under DIR is filled, too
    public static void main(String[] args) throws IOException, InterruptedException {
        int kills = (int) number(args, "--kills", KILLS);
        long seed = number(args, "--seed", new Random().nextInt(1_000_000));
        int days = (int) number(args, "--days", DAYS);
        int at = List.of(args).indexOf("--dir");
        Path folder = at < 0 ? Files.createTempDirectory("apian-crash") : Path.of(args[at + 1]);
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

    private static long number(String[] args, String name, long otherwise) {
        int at = List.of(args).indexOf(name);
        return at < 0 ? otherwise : Long.parseLong(args[at + 1]);
    }
}
