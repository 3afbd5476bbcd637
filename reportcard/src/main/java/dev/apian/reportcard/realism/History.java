// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import dev.apian.reportcard.rival.TrueCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who touched what and when, simulated or real, in the order of time.
public final class History {

    private static final int EVENTS_MAX = 20_000_000;
    private static final int EVENTS_FIRST = 1_024;

    private final String name;
    private final Map<String, Integer> actorNumbers = new HashMap<>();
    private final Map<String, Integer> itemNumbers = new HashMap<>();
    private int[] actors = new int[EVENTS_FIRST];
    private int[] items = new int[EVENTS_FIRST];
    private long[] micros = new long[EVENTS_FIRST];
    private int size;
    private long leftOut;

    public History(String name) {
        this.name = name;
    }

    /// @param item what was touched, for example a path
    public void add(String actor, long at, String item) {
        if (size > 0 && at < micros[size - 1]) {
            throw new IllegalArgumentException(name + ": an event goes back in time; sort them first");
        }
        if (size >= EVENTS_MAX) {
            leftOut++;
            return;
        }
        if (size == micros.length) {
            actors = Arrays.copyOf(actors, size * 2);
            items = Arrays.copyOf(items, size * 2);
            micros = Arrays.copyOf(micros, size * 2);
        }
        actors[size] = number(actorNumbers, actor);
        items[size] = number(itemNumbers, item);
        micros[size] = at;
        size++;
    }

    /// Takes a simulated call unless it belongs to an attack. Its item is template and entities, which is its path.
    public void see(TrueCall call) {
        if (call.attack().isEmpty()) {
            var template = call.endpoint().substring(call.endpoint().indexOf(' ') + 1);
            add(call.actor(), call.micros(), template + ' ' + String.join(" ", call.entities()));
        }
    }

    public String name() {
        return name;
    }

    public int size() {
        return size;
    }

    /// Events beyond the bound.
    public long leftOut() {
        return leftOut;
    }

    int actorCount() {
        return actorNumbers.size();
    }

    /// The item of each event, by number, in the order of first use.
    int[] items() {
        return Arrays.copyOf(items, size);
    }

    List<Acts> acts() {
        var counts = new int[actorNumbers.size()];
        for (var i = 0; i < size; i++) {
            counts[actors[i]]++;
        }
        var acts = new ArrayList<Acts>(counts.length);
        for (var count : counts) {
            acts.add(new Acts(new long[count], new int[count]));
        }
        var next = new int[counts.length];
        for (var i = 0; i < size; i++) {
            var of = acts.get(actors[i]);
            of.micros[next[actors[i]]] = micros[i];
            of.items[next[actors[i]]++] = items[i];
        }
        return acts;
    }

    private static int number(Map<String, Integer> numbers, String of) {
        return numbers.computeIfAbsent(of, first -> numbers.size());
    }

    /// What one actor did, in the order of time.
    @SuppressWarnings("ArrayRecordComponent")
    record Acts(long[] micros, int[] items) {}
}
