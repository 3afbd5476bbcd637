// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// What a loss of power may leave behind and SIGKILL does not: torn appends, and files half written.
final class Mischief {

    private static final int TAIL_BYTES_MAX = 20_000;

    private Mischief() {}

    /// Between a kill and the next start.
    ///
    /// @return how many files were touched
    static int in(Path data, Random random) throws IOException {
        int touched = 0;
        List<Path> segments = files(data.resolve("journal"), ".journal");
        if (!segments.isEmpty() && random.nextInt(2) == 0) {
            byte[] own = Files.readAllBytes(segments.getLast());
            Files.write(segments.getLast(), tail(own, random), StandardOpenOption.APPEND);
            touched++;
        }
        if (random.nextInt(3) == 0) {
            Files.write(
                    data.resolve("state").resolve("%06d.sst".formatted(900_000 + random.nextInt(100_000))),
                    garbage(random));
            touched++;
        }
        List<Path> days = files(data.resolve("lake/calls"), "");
        for (Path day : days) {
            if (Files.isDirectory(day) && random.nextInt(4) == 0) {
                Files.write(
                        day.resolve("part-%010d.parquet".formatted(900_000_000L + random.nextInt(100_000_000))),
                        garbage(random));
                touched++;
            }
        }
        return touched;
    }

    /// Random bytes, or a piece of the file's own: whole or cut off frames that stand where they do not belong.
    private static byte[] tail(byte[] own, Random random) {
        if (own.length == 0 || random.nextBoolean()) {
            return garbage(random);
        }
        int length = 1 + random.nextInt(Math.min(own.length, TAIL_BYTES_MAX));
        return Arrays.copyOf(own, length);
    }

    private static byte[] garbage(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(TAIL_BYTES_MAX)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
