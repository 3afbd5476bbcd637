// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One record on its way to a call: where in its bytes each [Fact] stands. Nothing is copied yet.
///
/// The first value of a fact counts, so that a later duplicate cannot overwrite what was told before it.
@SuppressWarnings("EnumOrdinal") // the slots of an array, never kept
final class Draft {

    /// How the bytes of a value are to be read.
    static final int PLAIN = 0;

    static final int ESCAPED = 1;
    static final int LITERAL = 2;
    static final int NESTED = 3;

    /// Replaced by a longer copy while a [TypedRecord] grows; places stay what they are.
    byte[] bytes;

    final int from;
    int to;

    private final long[] places = new long[Fact.ALL.length];
    private final int manyMax;
    private long micros = -1;
    private long[] manyPlaces = NONE;
    private Fact[] manyFacts = NO_FACTS;
    private int many;

    private static final long[] NONE = new long[0];
    private static final Fact[] NO_FACTS = new Fact[0];

    Draft(byte[] bytes, int from, int to, int manyMax) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.manyMax = manyMax;
    }

    void put(Fact fact, int start, int end, int form) {
        long place = ((long) start << 32) | ((long) (end - start) << 2) | form;
        if (fact.isMany()) {
            putMany(fact, place);
        } else if (places[fact.ordinal()] == 0) {
            places[fact.ordinal()] = place;
        }
    }

    /// Forgets a fact with one value.
    void clear(Fact fact) {
        places[fact.ordinal()] = 0;
    }

    /// A duration that stands nowhere in the record, but follows from it.
    void micros(long duration) {
        micros = duration;
    }

    /// -1 where none was told.
    long micros() {
        return micros;
    }

    boolean has(Fact fact) {
        return places[fact.ordinal()] != 0;
    }

    /// The value as text, escapes taken out, or null.
    @Nullable
    Text get(Fact fact) {
        long place = places[fact.ordinal()];
        return place == 0 ? null : text(place);
    }

    /// The value as it stands in the record, or null. Escapes are still in it if [#isEscaped].
    @Nullable
    Text raw(Fact fact) {
        long place = places[fact.ordinal()];
        return place == 0 ? null : raw(place);
    }

    boolean isEscaped(Fact fact) {
        return (places[fact.ordinal()] & 3) == ESCAPED;
    }

    int manyCount() {
        return many;
    }

    Fact manyFact(int index) {
        return manyFacts[index];
    }

    Text manyText(int index) {
        return text(manyPlaces[index]);
    }

    private void putMany(Fact fact, long place) {
        if (many == manyMax) {
            return;
        }
        if (many == manyPlaces.length) {
            manyPlaces = Arrays.copyOf(manyPlaces, Math.max(4, 2 * many));
            manyFacts = Arrays.copyOf(manyFacts, Math.max(4, 2 * many));
        }
        manyPlaces[many] = place;
        manyFacts[many++] = fact;
    }

    private Text text(long place) {
        return (place & 3) == ESCAPED ? Escapes.unescape(raw(place)) : raw(place);
    }

    private Text raw(long place) {
        int start = (int) (place >>> 32);
        return new Text(bytes, start, start + ((int) place >>> 2));
    }
}
