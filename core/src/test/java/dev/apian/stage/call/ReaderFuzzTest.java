// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static dev.apian.stage.call.Reading.SETTINGS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Outcome.Accepted;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Damages records at random, always the same way, and asks for an outcome each time.
class ReaderFuzzTest {

    private static final int ROUNDS = 2_000;
    private static final byte[] NASTY = "{}[]\",:\\u0e.%&=;/~-+ \n\0\u007f".getBytes(UTF_8);

    @Test
    void damageNeverThrowsAndAcceptedCallsCanBeSaved() throws IOException {
        SplittableRandom random = new SplittableRandom(42);
        for (Format format : Format.values()) {
            CallReader reader = format.reader(SETTINGS);
            for (String record : seeds()) {
                for (int round = 0; round < ROUNDS / Format.values().length * 2; round++) {
                    byte[] bytes = damaged(record.getBytes(UTF_8), random);
                    int from = random.nextInt(3);
                    Outcome outcome = reader.read(bytes, Math.min(from, bytes.length), bytes.length);
                    if (outcome instanceof Accepted accepted) {
                        byte[] saved = Reading.saved(accepted.call());
                        assertThat(Reading.saved(Reading.loaded(saved))).isEqualTo(saved);
                    }
                }
            }
        }
    }

    private static List<String> seeds() {
        return PlantedSecretTest.records();
    }

    private static byte[] damaged(byte[] record, SplittableRandom random) {
        byte[] bytes = record.clone();
        int hits = 1 + random.nextInt(4);
        for (int i = 0; i < hits && bytes.length > 1; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = NASTY[random.nextInt(NASTY.length)];
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 -> {
                    int length = Math.min(random.nextInt(20), bytes.length - at);
                    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
                default -> {
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                    System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }
}
