// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import java.util.LinkedHashMap;
import java.util.function.Supplier;

/// What a rival remembers for each key. When it is full it forgets the key that was unused for longest.
final class Memory<V> {

    private final int keysMax;
    private final LinkedHashMap<String, V> values = new LinkedHashMap<>(16, 0.75f, true);

    Memory(int keysMax) {
        this.keysMax = keysMax;
    }

    V of(String key, Supplier<V> fresh) {
        var value = values.computeIfAbsent(key, k -> fresh.get());
        if (values.size() > keysMax) {
            values.pollFirstEntry();
        }
        return value;
    }
}
