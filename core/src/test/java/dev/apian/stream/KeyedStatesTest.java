// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.testing.Saved;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyedStatesTest {

    private static final Duration MEMORY = Duration.ofSeconds(10);
    private static final long MICROS = 10_000_000;
    private static final long SECOND = 1_000_000;

    private final KeyedStates<Count> states = states();

    @Test
    void aKeyFindsItsStateAgain() {
        assertThat(count(states, 1, 0)).isEqualTo(1);
        assertThat(count(states, 1, MICROS)).isEqualTo(2);
        assertThat(count(states, 2, MICROS)).isEqualTo(1);
    }

    @Test
    void aKeySilentForTooLongStartsAfresh() {
        count(states, 1, 0);

        assertThat(count(states, 1, MICROS + SECOND)).isEqualTo(1);
    }

    @Test
    void everyCallRenewsTheMemory() {
        for (int i = 0; i < 10; i++) {
            assertThat(count(states, 1, i * MICROS)).isEqualTo(i + 1);
        }
    }

    @Test
    void sweepingChangesMemoryButNeverResults() {
        KeyedStates<Count> swept = states();
        Random random = new Random(7);
        for (long micros = 0; micros < 100 * MICROS; micros += MICROS / 7) {
            long key = random.nextInt(20);
            assertThat(count(swept, key, micros)).isEqualTo(count(states, key, micros));
            swept.sweep(micros);
        }

        assertThat(swept.size()).isLessThanOrEqualTo(states.size());
    }

    @Test
    void sweepingKeepsWhatIsStillRemembered() {
        count(states, 1, 0);
        count(states, 2, SECOND);
        states.sweep(MICROS + SECOND);

        assertThat(states.size()).isEqualTo(1);
        assertThat(count(states, 2, MICROS + SECOND)).isEqualTo(2);
    }

    @Test
    void theLongestSilentMakeRoomByKeyWhereTheyTie() {
        for (long key = 9; key >= 0; key--) {
            count(states, key, key / 4 * SECOND);
        }

        assertThat(states.shrinkTo(5)).isEqualTo(5);
        assertThat(states.shrinkTo(5)).isZero();
        List<Long> left = new ArrayList<>();
        states.forEach((key, state) -> left.add(key));
        assertThat(left).containsExactlyInAnyOrder(5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void statesFindNewHomesOnARestart() throws IOException {
        for (long key = 0; key < 10; key++) {
            count(states, key, key * MICROS / 10);
        }
        List<KeyedStates<Count>> homes = List.of(states(), states(), states());
        KeyedStates.load(Saved.in(Saved.bytes(states::save)), key -> homes.get((int) (key % 3)));

        assertThat(homes).extracting(KeyedStates::size).containsExactly(4, 3, 3);
        assertThat(count(homes.get(1), 4, MICROS)).isEqualTo(2);
        assertThat(count(homes.get(0), 0, MICROS + SECOND))
                .as("its memory was kept too")
                .isEqualTo(1);
    }

    @Test
    void keysMayShareAStateAndKnowWhenTheyWereInUse() {
        Count shared = states.of(1, 7 * SECOND);
        states.of(2, 8 * SECOND);
        states.put(2, shared);
        shared.calls = 5;

        assertThat(states.of(2, 9 * SECOND).calls).isEqualTo(5);
        assertThat(states.last(1)).isEqualTo(7 * SECOND);
        assertThat(states.last(3)).isEqualTo(Seconds.NEVER);
        assertThatThrownBy(() -> states.put(3, shared)).hasMessage("no state was asked for of the key 3");
    }

    @Test
    void theOthersAreFoundWhateverIsRemoved() {
        Random random = new Random(11);
        List<Long> keys = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            keys.add(random.nextLong());
            states.of(keys.getLast(), 0).calls = i;
        }
        for (int i = 0; i < 400; i += 3) {
            assertThat(states.remove(keys.get(i), 0)).isNotNull();
        }
        for (int i = 0; i < 400; i++) {
            Count left = states.peek(keys.get(i), 0);
            if (i % 3 == 0) {
                assertThat(left).isNull();
            } else {
                assertThat(left).isNotNull().extracting(state -> state.calls).isEqualTo(i);
            }
        }
    }

    /// Event times from before 1970 to after 2100 keep their order.
    @Test
    void everyTimeOfACallFits() {
        long[] times = {0, 1_772_445_600L, 2_147_483_648L, 4_294_967_295L};
        for (int i = 0; i < times.length; i++) {
            states.of(i, times[i] * SECOND);
            assertThat(states.last(i)).isEqualTo(times[i] * SECOND);
        }
    }

    @Test
    void statesThatRestAreTheSameWhenTheyAreAskedFor() throws IOException {
        Shelf shelf = new Shelf();
        KeyedStates<Count> resting = new KeyedStates<>(Count::new, MEMORY, shelf);
        Random random = new Random(5);
        for (long micros = 0; micros < 200 * MICROS; micros += MICROS / 9) {
            long key = random.nextInt(30);
            assertThat(count(resting, key, micros)).isEqualTo(count(states, key, micros));
            if (random.nextInt(10) == 0) {
                resting.saveChanges(shelf);
                resting.rest(3L * SizeClass.FRESH_BYTES / 64);
                assertThat(resting.live()).isLessThan(4);
            }
            if (random.nextInt(40) == 0) {
                resting.sweep(micros);
                states.sweep(micros);
            }
            assertThat(resting.size()).isEqualTo(states.size());
        }
        resting.saveChanges(shelf);

        assertThat(shelf.bytes).as("what was swept is not kept either").hasSize(states.size());
        assertThat(Saved.bytes(resting::save)).hasSameSizeAs(Saved.bytes(states::save));
    }

    @Test
    void whatChangedStaysUntilItIsSaved() throws IOException {
        Shelf shelf = new Shelf();
        KeyedStates<Count> resting = new KeyedStates<>(Count::new, MEMORY, shelf);
        count(resting, 1, 0);
        count(resting, 2, 0);
        resting.saveChanges(shelf);
        count(resting, 2, 1);
        resting.rest(0);

        assertThat(resting.live()).isEqualTo(1);
        assertThat(shelf.asked).isZero();
        assertThat(count(resting, 2, 2)).isEqualTo(3);
        assertThat(count(resting, 1, 2)).isEqualTo(2);
        assertThat(shelf.asked).isEqualTo(1);
    }

    @Test
    void nothingIsAskedOfKeysNeverSeenNorOfWhatIsGone() throws IOException {
        Shelf shelf = new Shelf();
        KeyedStates<Count> resting = new KeyedStates<>(Count::new, MEMORY, shelf);
        count(resting, 1, 0);
        resting.saveChanges(shelf);
        resting.rest(0);

        assertThat(count(resting, 2, 0)).isEqualTo(1);
        assertThat(count(resting, 1, MICROS + SECOND)).isEqualTo(1);
        assertThat(resting.last(1)).isEqualTo(MICROS + SECOND);
        assertThat(shelf.asked).isZero();
    }

    @Test
    void onlyWhatChangedIsSaved() throws IOException {
        Shelf shelf = new Shelf();
        KeyedStates<Count> resting = new KeyedStates<>(Count::new, MEMORY, shelf);
        for (long key = 0; key < 100; key++) {
            count(resting, key, 0);
        }
        resting.saveChanges(shelf);
        shelf.saved = 0;
        count(resting, 7, 0);
        resting.put(8, resting.of(7, 0));
        resting.peek(9, 0);
        resting.remove(10, 0);
        resting.saveChanges(shelf);

        assertThat(shelf.saved).as("7, 8 and 9, which might have been changed").isEqualTo(3);
        assertThat(shelf.bytes).doesNotContainKey(10L).hasSize(99);
    }

    @Test
    void readingChangesNothing() throws IOException {
        Shelf shelf = new Shelf();
        KeyedStates<Count> resting = new KeyedStates<>(Count::new, MEMORY, shelf);
        count(resting, 1, 0);
        count(resting, 2, 0);
        resting.saveChanges(shelf);
        resting.rest(0);
        count(resting, 2, SECOND);
        resting.saveChanges(shelf);
        shelf.saved = 0;

        assertThat(resting.read(1, MICROS))
                .isNotNull()
                .extracting(state -> state.calls)
                .isEqualTo(1);
        assertThat(resting.read(2, MICROS))
                .isNotNull()
                .extracting(state -> state.calls)
                .isEqualTo(2);
        assertThat(resting.read(1, MICROS + SECOND)).as("as good as gone").isNull();
        assertThat(resting.read(3, MICROS)).as("never seen").isNull();

        resting.saveChanges(shelf);
        assertThat(shelf.saved).isZero();
        assertThat(resting.live()).isEqualTo(1);
        assertThat(resting.size()).isEqualTo(2);
        assertThat(resting.last(1)).isZero();
    }

    @Test
    void aStateFoundAtRestIsAsItWas() throws IOException {
        Shelf shelf = new Shelf();
        KeyedStates<Count> before = new KeyedStates<>(Count::new, MEMORY, shelf);
        count(before, 1, 3 * SECOND);
        before.saveChanges(shelf);
        KeyedStates<Count> after = new KeyedStates<>(Count::new, MEMORY, shelf);
        after.rests(1, Seconds.of(before.last(1)));

        assertThat(after.live()).isZero();
        assertThat(after.last(1)).isEqualTo(3 * SECOND);
        assertThat(count(after, 1, 4 * SECOND)).isEqualTo(2);
    }

    @Test
    void sizesAreRoundedUpByAnEighthAtMost() {
        for (int bytes = 9; bytes < 400_000; bytes += 1 + bytes / 50) {
            assertThat(SizeClass.bytes(SizeClass.of(bytes))).isBetween(bytes, bytes + bytes / 8 + 1);
        }
        assertThat(SizeClass.bytes(SizeClass.of(Integer.MAX_VALUE))).isEqualTo(15 << 15);
        assertThat(SizeClass.bytes(SizeClass.UNKNOWN)).isEqualTo(SizeClass.FRESH_BYTES);
    }

    /// Keeps bytes in a map.
    private static final class Shelf implements Cold, Changes {

        private final Map<Long, byte[]> bytes = new HashMap<>();
        private int asked;
        private int saved;

        @Override
        public byte[] load(long key) {
            asked++;
            return bytes.getOrDefault(key, new byte[0]);
        }

        @Override
        public void removed(long key) {
            bytes.remove(key);
        }

        @Override
        public int changed(long key, int lastSeconds, State state) {
            saved++;
            byte[] now = Saved.bytes(state::save);
            bytes.put(key, now);
            return now.length;
        }
    }

    private static KeyedStates<Count> states() {
        return new KeyedStates<>(Count::new, MEMORY);
    }

    private static int count(KeyedStates<Count> states, long key, long micros) {
        return ++states.of(key, micros).calls;
    }

    private static final class Count implements State {

        private int calls;

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeInt(calls);
        }

        @Override
        public void load(DataInput in) throws IOException {
            calls = in.readInt();
        }
    }
}
