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
import java.util.List;
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
