// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.entity;

import dev.apian.sketch.Hash;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// One business entity named by a call: the order 1001, the account 77.
public record EntityRef(String type, String id) {

    private static final int LONG_DIGITS_MAX = 18;

    public long key() {
        return Hash.of(type, id);
    }

    /// The id as a number, empty when it is not one or too long to be one.
    public OptionalLong number() {
        if (id.isEmpty() || id.length() > LONG_DIGITS_MAX) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (int i = 0; i < id.length(); i++) {
            int digit = id.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalLong.empty();
            }
            number = number * 10 + digit;
        }
        return OptionalLong.of(number);
    }

    EntityRef typed(UnaryOperator<String> typeOf) {
        String other = typeOf.apply(type);
        return other.equals(type) ? this : new EntityRef(other, id);
    }

    @Override
    public String toString() {
        return type + " " + id;
    }
}
