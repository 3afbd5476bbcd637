// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventOrderTest {

    private static final long LATENESS = 100;

    private final EventOrder<Item> order = new EventOrder<>(LATENESS, Integer.MAX_VALUE);
    private final List<Item> out = new ArrayList<>();

    @Test
    void whatComesNearlyByTimeLeavesByTime() {
        for (Item item : shuffledWithin(LATENESS / 2, 2_000)) {
            assertThat(offer(order, item, out)).isTrue();
        }
        order.drain(out::add);

        assertThat(out).hasSize(2_000).isSortedAccordingTo(Timed.ORDER);
    }

    @Test
    void itemsOfOneMomentLeaveByIdWhateverTheyCameIn() {
        order.offer(new Item(5, "b"));
        order.offer(new Item(5, "a"));
        order.drain(out::add);

        assertThat(out).extracting(Item::id).containsExactly("a", "b");
    }

    @Test
    void nothingLeavesBeforeTimeHasPassedIt() {
        for (int i = 0; i < EventClock.OUTRUNNERS; i++) {
            assertThat(offer(order, new Item(1_000 + i, "i" + i), out)).isTrue();
        }

        assertThat(out).isEmpty();
        assertThat(order.size()).isEqualTo(EventClock.OUTRUNNERS);
    }

    @Test
    void aLateItemIsRefused() {
        order.advanceTo(500);

        assertThat(order.offer(new Item(499, "late"))).isFalse();
        assertThat(order.offer(new Item(500, "just in time"))).isTrue();
        assertThat(order.size()).isEqualTo(1);
    }

    @Test
    void timeNeverGoesBack() {
        order.advanceTo(500);
        order.advanceTo(100);

        assertThat(order.watermark()).isEqualTo(500);
    }

    @Test
    void aFewClocksThatRunAheadDoNotMakeTheOthersLate() {
        IntStream.range(0, 100).forEach(i -> offer(order, new Item(i, "i" + i), out));
        for (int i = 1; i < EventClock.OUTRUNNERS; i++) {
            offer(order, new Item(1_000_000_000 + i, "ahead" + i), out);
        }

        assertThat(offer(order, new Item(100, "ordinary"), out)).isTrue();
    }

    /// A blind spot: clocks that run ahead are never forgotten, so in the end they do move time on.
    @Test
    void asManyOutrunnersAsThatMakeTheOthersLate() {
        IntStream.range(0, 100).forEach(i -> offer(order, new Item(i, "i" + i), out));
        for (int i = 0; i < EventClock.OUTRUNNERS; i++) {
            offer(order, new Item(1_000_000_000 + i, "ahead" + i), out);
        }

        assertThat(offer(order, new Item(100, "ordinary"), out)).isFalse();
    }

    @Test
    void moreThanTheBoundIsNotHeld() {
        EventOrder<Item> small = new EventOrder<>(LATENESS, 3);
        for (int i = 0; i < 5; i++) {
            offer(small, new Item(10 - i, "i" + i), out);
            assertThat(small.size()).isLessThanOrEqualTo(3);
        }

        assertThat(out).extracting(Item::micros).containsExactly(7L);
        assertThat(small.watermark()).isEqualTo(7);
        assertThat(small.offer(new Item(6, "released without it"))).isFalse();
    }

    @Test
    void itGoesOnTheSameAfterARestartAtAnyPoint() {
        List<Item> items = shuffledWithin(10 * LATENESS, 600);
        EventOrder<Item> restarted = new EventOrder<>(LATENESS, 50);
        EventOrder<Item> steady = new EventOrder<>(LATENESS, 50);
        List<Item> again = new ArrayList<>();
        for (Item item : items) {
            assertThat(offer(restarted, item, again)).isEqualTo(offer(steady, item, out));
            EventOrder<Item> fresh = new EventOrder<>(LATENESS, 50);
            fresh.offer(new Item(0, "forgotten by a restore"));
            fresh.restore(restarted.snapshot());
            restarted = fresh;
        }
        restarted.drain(again::add);
        steady.drain(out::add);

        assertThat(again).isEqualTo(out);
        assertThat(out).hasSizeLessThan(items.size()).isSortedAccordingTo(Timed.ORDER);
    }

    private static boolean offer(EventOrder<Item> order, Item item, List<Item> out) {
        boolean taken = order.offer(item);
        order.release(out::add);
        return taken;
    }

    /// Items ten apart, each moved forward in the line by up to `jitter`.
    private static List<Item> shuffledWithin(long jitter, int count) {
        Random random = new Random(7);
        record Coming(Item item, double when) {}
        return IntStream.range(0, count)
                .mapToObj(i -> new Item(10L * i, "i" + i))
                .map(item -> new Coming(item, item.micros() + jitter * random.nextDouble()))
                .sorted((a, b) -> Double.compare(a.when, b.when))
                .map(Coming::item)
                .toList();
    }

    private record Item(long micros, String id) implements Timed {}
}
