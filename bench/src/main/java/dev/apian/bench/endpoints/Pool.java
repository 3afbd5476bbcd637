// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The values of one parameter position: so many that are there, each with its popularity and perhaps its owner.
final class Pool {

    static final int SHARED = -1;

    private static final double VALUES_MEDIAN = 60;
    private static final double VALUES_SIGMA = 1.2;
    private static final int VALUES_MIN = 4;
    private static final int VALUES_MAX = 5_000;
    private static final int CHOICES_MIN = 3;
    private static final int CHOICES_MAX = 8;
    private static final double OWNED_SHARE = 0.6;

    /// So many in a row that are known already end a pool: there are no more of its form.
    private static final int TRIES_MAX = 200;

    private final Mint mint;
    private final Set<String> taken;
    private final List<String> values;
    private final int[] owners;
    private final Zipf popularity;

    /// @param choices  the values that the document lists, empty if it lists none
    /// @param siblings names that the server takes for something else
    Pool(Form form, List<String> choices, Set<String> siblings, Zipf actors, RandomGenerator chance) {
        mint = new Mint(form, chance);
        taken = new HashSet<>(siblings);
        values = new ArrayList<>();
        if (form == Form.CHOICE && !choices.isEmpty()) {
            choices.stream().filter(taken::add).forEach(values::add);
        }
        if (values.isEmpty()) {
            fill(size(form, chance));
        }
        taken.addAll(values);
        Collections.shuffle(values, new Random(chance.nextLong()));
        popularity = new Zipf(values.size());
        owners = new int[values.size()];
        boolean owned = form != Form.CHOICE && chance.nextDouble() < OWNED_SHARE;
        Arrays.setAll(owners, _ -> owned ? actors.draw(chance) : SHARED);
    }

    private void fill(int size) {
        for (int tries = 0; values.size() < size && tries < TRIES_MAX; tries++) {
            String value = mint.next();
            if (taken.add(value)) {
                values.add(value);
                tries = 0;
            }
        }
        if (values.isEmpty()) {
            throw new IllegalStateException("all values are names of something else");
        }
    }

    private static int size(Form form, RandomGenerator chance) {
        if (form == Form.CHOICE) {
            return CHOICES_MIN + chance.nextInt(CHOICES_MAX - CHOICES_MIN + 1);
        }
        double size = VALUES_MEDIAN * StrictMath.exp(VALUES_SIGMA * chance.nextGaussian());
        return (int) Math.clamp(size, VALUES_MIN, VALUES_MAX);
    }

    /// The index of a value, the popular ones more often.
    int draw(RandomGenerator chance) {
        return popularity.draw(chance);
    }

    /// The index of a value that belongs to this actor or to nobody; of any if that finds none.
    int drawFor(int actor, RandomGenerator chance) {
        int drawn = draw(chance);
        for (int i = 0; i < owners.length; i++) {
            int at = (drawn + i) % owners.length;
            if (owners[at] == SHARED || owners[at] == actor) {
                return at;
            }
        }
        return drawn;
    }

    String value(int index) {
        return values.get(index);
    }

    /// The actor that the value belongs to, or [#SHARED].
    int owner(int index) {
        return owners[index];
    }

    /// A value that there is not.
    String missing() {
        String value = mint.next();
        for (int tries = 0; taken.contains(value) && tries < TRIES_MAX; tries++) {
            value = mint.next();
        }
        return value;
    }

    List<String> values() {
        return values;
    }
}
