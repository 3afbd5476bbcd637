// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apian.stage.call.Outcome.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One record that a protocol tells value by value, under the names of the native record, on its way to a call.
///
/// The first value of a name counts, unless it is one of many. Values are put one behind the other into one buffer, as
/// if they had been read there, so that all formats meet in the same [Draft] and secrets end in the same place.
public final class TypedRecord {

    /// What OpenTelemetry writes for a method that is not in its list; the real one stands beside it.
    private static final String OTHER_METHOD = "_OTHER";

    private static final int BUFFER_BYTES = 1_024;

    /// Digits of a long, with its sign.
    private static final int DIGITS_MAX = 20;

    private record Shared(Fact fact, int from, int to) {}

    private final Assembly assembly;
    private final Limits limits;
    private final List<Shared> shared = new ArrayList<>();
    private int sharedBytes;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private Draft draft;
    private boolean http;
    private boolean tooLong;
    private boolean tooDeep;

    TypedRecord(Assembly assembly, Limits limits) {
        this.assembly = assembly;
        this.limits = limits;
        this.draft = new Draft(buffer, 0, 0, limits.headers());
    }

    /// Begins with records that share nothing.
    public void clear() {
        shared.clear();
        sharedBytes = 0;
        next();
    }

    /// Begins the next record, of which is known what all share.
    public void next() {
        draft = new Draft(buffer, 0, sharedBytes, limits.headers());
        http = false;
        tooLong = false;
        tooDeep = false;
    }

    /// A value that holds for all records until [#clear], unless one says otherwise. To be told before the first.
    public void share(String name, String value) {
        Fact fact = TypedNames.factOf(name);
        if (fact == null) {
            return;
        }
        int from = draft.to;
        if (append(value)) {
            shared.add(new Shared(fact, from, draft.to));
            sharedBytes = draft.to;
        }
    }

    /// When the call was, nanoseconds since 1970, 0 if unknown. Told first it wins over what the values say.
    public void startedAt(long nanos) {
        if (nanos != 0) {
            put(Fact.TIMESTAMP, Long.toUnsignedString(nanos));
        }
    }

    /// When the call was, if nothing that came before told it.
    public void observedAt(long nanos) {
        if (!draft.has(Fact.TIMESTAMP) && !draft.has(Fact.AT_TIMESTAMP) && !draft.has(Fact.TIME)) {
            startedAt(nanos);
        }
    }

    /// How long the call took; nothing if it is negative.
    public void took(long nanos) {
        if (nanos >= 0) {
            put(Fact.NANOS, nanos);
        }
    }

    /// The sender's own id of the call; nothing if it is empty.
    public void id(String id) {
        if (!id.isEmpty()) {
            put(Fact.EVENT_ID, id);
        }
    }

    public void put(String name, String value) {
        Fact fact = TypedNames.factOf(name);
        if (fact != null) {
            put(fact, value);
        }
    }

    public void put(String name, long value) {
        Fact fact = TypedNames.factOf(name);
        if (fact != null) {
            put(fact, value);
        }
    }

    public void put(String name, double value) {
        Fact fact = TypedNames.factOf(name);
        if (fact != null) {
            put(fact, Double.toString(value));
        }
    }

    /// Whether a name tells a body, which is kept whole, as JSON if it has parts.
    public static boolean isBody(String name) {
        Fact fact = TypedNames.factOf(name);
        return fact != null && fact.isBody();
    }

    /// Adds what a native record, JSON, tells. What is no JSON object adds nothing.
    public void putJson(String json) {
        int from = draft.to;
        if (!append(json)) {
            return;
        }
        Draft read = new Draft(buffer, from, draft.to, limits.headers());
        Reason wrong = JsonRecord.read(NativeReader.NAMES, read, limits.nesting());
        if (wrong == null) {
            wrong = JsonRecord.read(NativeReader.NAMES, draft, from, draft.to, limits.nesting());
        }
        http |= wrong == null && draft.has(Fact.METHOD);
        tooDeep |= wrong == Reason.TOO_DEEP;
    }

    /// Whether it tells of an HTTP call: there is a method.
    public boolean isHttp() {
        return http;
    }

    /// The call, or why there is none.
    public Outcome finish() {
        for (Shared one : shared) {
            draft.put(one.fact, one.from, one.to, Draft.PLAIN);
        }
        if (tooLong) {
            String found = "more than the " + limits.recordBytes() + " bytes allowed";
            return Sample.rejected(Reason.TOO_LONG, found, buffer, 0, draft.to);
        }
        if (tooDeep) {
            return Sample.rejected(Reason.TOO_DEEP, "nested deeper than " + limits.nesting(), buffer, 0, draft.to);
        }
        return assembly.finish(draft);
    }

    private void put(Fact fact, String value) {
        if (fact == Fact.METHOD) {
            http = true;
            if (value.equals(OTHER_METHOD)) {
                return;
            }
        }
        int from = draft.to;
        if (append(value)) {
            draft.put(fact, from, draft.to, Draft.PLAIN);
        }
    }

    private void put(Fact fact, long value) {
        if (value < 0) {
            put(fact, Long.toString(value));
            return;
        }
        http |= fact == Fact.METHOD;
        int from = draft.to;
        if (!hasRoom(DIGITS_MAX)) {
            return;
        }
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int at = from + digits - 1; at >= from; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        draft.to = from + digits;
        draft.put(fact, from, draft.to, Draft.LITERAL);
    }

    /// Puts a value behind the others. False if the record has become too long.
    private boolean append(String value) {
        int length = value.length();
        if (!hasRoom(length)) {
            return false;
        }
        int at = draft.to;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return appendUtf8(value);
            }
            buffer[at + i] = (byte) c;
        }
        draft.to = at + length;
        return true;
    }

    private boolean appendUtf8(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        if (!hasRoom(bytes.length)) {
            return false;
        }
        System.arraycopy(bytes, 0, buffer, draft.to, bytes.length);
        draft.to += bytes.length;
        return true;
    }

    private boolean hasRoom(int length) {
        if (length > limits.recordBytes() - draft.to) {
            tooLong = true;
            return false;
        }
        if (draft.to + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, draft.to + length));
            draft.bytes = buffer;
        }
        return true;
    }
}
