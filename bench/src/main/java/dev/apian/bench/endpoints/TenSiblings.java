// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The second rival, as Akto does: typed values, and at most one free text in a URL, at a place where ten URLs of the
/// same method and length differ in nothing else.
final class TenSiblings implements Discovery {

    private static final int SIBLINGS_MIN = 10;
    private static final int MIXED_CHARACTERS_MIN = 6;
    private static final int MIXED_DIGITS_MIN = 3;

    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> siblings = new HashMap<>();

    @Override
    public void learn(Call call) {
        List<String> segments = segments(call);
        if (call.succeeded() && known.add(Typed.join(call.method(), segments))) {
            for (int i = 0; i < segments.size(); i++) {
                if (!segments.get(i).equals(Typed.VALUE)) {
                    siblings.merge(without(call.method(), segments, i), 1, Integer::sum);
                }
            }
        }
    }

    @Override
    public void publish(long tick) {}

    @Override
    public @Nullable Group groupOf(Call call) {
        List<String> segments = segments(call);
        String template = Typed.join(call.method(), segments);
        boolean isKnown = known.contains(template);
        int most = SIBLINGS_MIN - 1;
        for (int i = 0; i < segments.size(); i++) {
            String merged = without(call.method(), segments, i);
            int count = segments.get(i).equals(Typed.VALUE) ? 0 : siblings.getOrDefault(merged, 0);
            if (count > most) {
                most = count;
                template = merged;
                isKnown = true;
            }
        }
        return isKnown ? new Group(Hash.of(template), template) : null;
    }

    private static List<String> segments(Call call) {
        return Typed.segments(call.path()).stream()
                .map(segment -> Typed.is(segment) || isMixed(segment) ? Typed.VALUE : segment)
                .toList();
    }

    /// Letters and digits with at least three digits.
    private static boolean isMixed(String segment) {
        long digits = segment.chars().filter(c -> c >= '0' && c <= '9').count();
        return segment.length() >= MIXED_CHARACTERS_MIN
                && digits >= MIXED_DIGITS_MIN
                && digits < segment.length()
                && segment.chars().allMatch(Character::isLetterOrDigit);
    }

    private static String without(String method, List<String> segments, int at) {
        List<String> merged = new ArrayList<>(segments);
        merged.set(at, Typed.VALUE);
        return Typed.join(method, merged);
    }
}
