// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Call;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The first rival: what looks like a number, UUID, hash, date, address or random text is a value, all else a name.
final class TypedOnly implements Discovery {

    private final Set<String> known = new HashSet<>();

    @Override
    public void learn(Call call) {
        if (call.succeeded()) {
            known.add(template(call));
        }
    }

    @Override
    public void publish(long tick) {}

    @Override
    public @Nullable Group groupOf(Call call) {
        String template = template(call);
        return known.contains(template) ? new Group(Hash.of(template), template) : null;
    }

    private static String template(Call call) {
        return Typed.join(
                call.method(),
                Typed.segments(call.path()).stream()
                        .map(segment -> Typed.is(segment) ? Typed.VALUE : segment)
                        .toList());
    }
}
