// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Counts of one thing at every [Scale], and the gamma-Poisson statistics of the windows gone by: 24 bytes a scale.
///
/// Only windows in which something was counted are taken in, so nights and weekends do not water the baseline down.
/// Two memories fade side by side: a slow one, which nobody can lift by being patient for a week, and a fast one,
/// which follows a change of habits. A window is taken in with at most [#WINSOR_TIMES] what was expected (or
/// [#WINSOR_FLOOR]), and after such a window the pair learns at half the pace for [#HELD_HOURS], so that bursts do
/// not teach that bursts are usual. Counts, sums and squares are additive: merging is adding.
final class Rates {

    static final long SLOW_MICROS = 21L * 24 * 3_600 * 1_000_000;
    static final long FAST_MICROS = 3L * 24 * 3_600 * 1_000_000;

    private static final float WINSOR_TIMES = 6;
    private static final float WINSOR_FLOOR = 12;

    /// The first window may be somebody's usual hundred calls, or an attack with a stolen key.
    private static final float WINSOR_FIRST = 100;

    /// For so long after a window that had to be cut.
    private static final int HELD_HOURS = 24;

    private static final float HELD_SHARE = 0.5f;

    /// Share of a history that an endpoint takes with it when it is split off.
    static final float INHERITED = 0.3f;

    /// Fewer windows than this are what rounding leaves of none.
    private static final float WINDOWS_LEFT_MIN = 0.01f;

    /// A count below this is never worth a second look, whatever is usual.
    static final int ALARM_MIN = 8;

    /// And neither is one within so many times the mean.
    private static final float ALARM_TIMES = 3;

    /// Values of one scale, four bytes each.
    private static final int COUNT = 0;

    private static final int WINDOWS = 1;
    private static final int SUM = 2;
    private static final int SQUARES = 3;

    /// The fast memory as floats without their last byte. These two bytes are the alarm count, as [#code] writes it.
    private static final int FAST_WINDOWS = 4;

    private static final int FAST_SUM = 5;
    static final int WIDTH = 6;

    private static final int BYTE = Byte.SIZE;
    private static final int LOWEST = 0xFF;
    private static final int CODE_BITS = 11;

    private static final long NEVER = Long.MIN_VALUE;
    /// For counts that nobody needs to hear of.
    static final Closed NOBODY = (scale, start, count, before) -> {};
    private static final long HOUR_MICROS = Scale.HOUR.micros();

    private final int[] values = new int[WIDTH * Scale.COUNT];

    /// Event time at which the shortest window that goes on was entered, microseconds: it tells in which window of each
    /// scale we are.
    private long last = NEVER;

    /// End of the shortest window. It ends no later than the longer ones, so before it nothing closes.
    private long until = NEVER;

    /// Until this hour since the epoch learning is held back.
    private int heldUntil = Integer.MIN_VALUE;

    /// By the place of a scale: the window that goes on began as another's, so that its count is not all of it.
    private byte partial;

    /// Hears of a window that is over, with what was known before it.
    @FunctionalInterface
    interface Closed {
        void closed(Scale scale, long startMicros, int count, Past before);
    }

    /// Counts so much at `micros`; earlier windows close.
    void count(long micros, int amount, Closed closed) {
        if (micros >= until) {
            closeBefore(micros, closed);
        }
        add(amount, COUNT);
    }

    /// Counts calls of which only the hour is known: windows shorter than that stay as they are.
    void countInHour(long micros, int amount) {
        if (micros >= until) {
            closeBefore(micros, NOBODY);
        }
        add(amount, COUNT + WIDTH * Scale.HOUR.place());
    }

    private void add(int amount, int from) {
        for (int i = from; i < values.length; i += WIDTH) {
            values[i] = sum(values[i], amount);
        }
    }

    private static int sum(int count, int more) {
        int sum = count + more;
        return sum < count ? Integer.MAX_VALUE : sum;
    }

    private void closeBefore(long now, Closed closed) {
        for (Scale scale : Scale.ALL) {
            if (last == NEVER || start(now, scale) != start(last, scale)) {
                int count = inWindow(scale);
                if (count > 0 && !isPartial(scale)) {
                    closed.closed(scale, start(last, scale), count, past(scale));
                }
                close(scale, now);
            }
        }
        last = now;
        until = endOfShortest(now);
    }

    private static long endOfShortest(long micros) {
        return start(micros, Scale.TEN_MINUTES) + Scale.TEN_MINUTES.micros();
    }

    private static long start(long micros, Scale scale) {
        return Math.floorDiv(micros, scale.micros()) * scale.micros();
    }

    int inWindow(Scale scale) {
        return values[scale.place() * WIDTH + COUNT];
    }

    /// What is known of the closed windows of a scale.
    Past past(Scale scale) {
        return past(values, scale);
    }

    private static Past past(int[] values, Scale scale) {
        int base = scale.place() * WIDTH;
        return new Past(
                Float.intBitsToFloat(values[base + WINDOWS]),
                Float.intBitsToFloat(values[base + SUM]),
                Float.intBitsToFloat(values[base + SQUARES]),
                fast(values[base + FAST_WINDOWS]),
                fast(values[base + FAST_SUM]));
    }

    private void put(Scale scale, Past past) {
        int base = scale.place() * WIDTH;
        values[base + WINDOWS] = Float.floatToRawIntBits(past.windows());
        values[base + SUM] = Float.floatToRawIntBits(past.sum());
        values[base + SQUARES] = Float.floatToRawIntBits(past.squares());
        int alarm = code(alarm(past));
        values[base + FAST_WINDOWS] = rounded(past.fastWindows()) | alarm >>> BYTE;
        values[base + FAST_SUM] = rounded(past.fastSum()) | alarm & LOWEST;
    }

    private void close(Scale scale, long now) {
        int base = scale.place() * WIDTH;
        int count = values[base + COUNT];
        Past past = past(scale);
        if (count > 0 && !isPartial(scale)) {
            float limit = past.windows() > 0 ? Math.max(WINSOR_FLOOR, WINSOR_TIMES * past.mean()) : WINSOR_FIRST;
            float taken = Math.min(count, limit);
            int hour = Math.toIntExact(Math.floorDiv(last, HOUR_MICROS));
            float weight = hour < heldUntil ? HELD_SHARE : 1;
            if (taken < count) {
                heldUntil = hour + HELD_HOURS;
                weight = HELD_SHARE;
            }
            long since = start(now, scale) - start(last, scale);
            past = past.with(taken, weight).faded(Fading.after(since, SLOW_MICROS), Fading.after(since, FAST_MICROS));
        }
        put(scale, past);
        partial &= (byte) ~(1 << scale.place());
        values[base + COUNT] = 0;
    }

    /// The count that an ordinary window stays under: one comparison of integers spares all else.
    private static int alarm(Past past) {
        return past.windows() == 0 ? ALARM_MIN : Math.max(ALARM_MIN, 1 + (int) (ALARM_TIMES * past.mean()));
    }

    private boolean isPartial(Scale scale) {
        return (partial & 1 << scale.place()) != 0;
    }

    /// Whether any count is high enough to be worth asking what is usual.
    boolean isElevated() {
        for (Scale scale : Scale.ALL) {
            if (isElevated(values, scale)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isElevated(int[] values, Scale scale) {
        int base = scale.place() * WIDTH;
        return values[base + COUNT] >= alarm(values, base);
    }

    /// Counts and histories as they are now.
    Frozen frozen() {
        return new Frozen(values.clone());
    }

    /// Adds another history. The windows that are not over go on; the other one's older windows, if any, close.
    void add(Rates other) {
        if (other.last == NEVER) {
            return;
        }
        if (last == NEVER) {
            System.arraycopy(other.values, 0, values, 0, values.length);
            last = other.last;
            until = other.until;
            partial = other.partial;
            heldUntil = other.heldUntil;
            return;
        }
        long now = Math.max(last, other.last);
        closeBefore(now, NOBODY);
        other.closeBefore(now, NOBODY);
        for (Scale scale : Scale.ALL) {
            int base = scale.place() * WIDTH;
            values[base + COUNT] = sum(values[base + COUNT], other.values[base + COUNT]);
            Past both = past(scale).plus(other.past(scale));
            put(scale, both);
        }
        partial |= other.partial;
        heldUntil = Math.max(heldUntil, other.heldUntil);
    }

    /// Takes calls away again that were counted at `micros`. Nothing becomes less than nothing, and the squares stay
    /// such that there is a variance.
    ///
    /// @param of all calls that were counted in that window, 0 if unknown: then what is usual stands for it
    void subtract(long micros, int calls, int of, Scale scale) {
        int base = scale.place() * WIDTH;
        if (last == NEVER || start(micros, scale) >= start(last, scale)) {
            values[base + COUNT] = Math.max(0, values[base + COUNT] - calls);
            return;
        }
        Past past = past(scale);
        if (past.windows() <= 0) {
            return;
        }
        long since = start(last, scale) - start(micros, scale);
        float fade = Fading.after(since, SLOW_MICROS);
        float fast = Fading.after(since, FAST_MICROS);
        float all = of > 0 ? of : Math.max(calls, past.mean());
        float left = Math.max(0, all - calls);
        boolean whole = of == calls;
        float windows = whole ? past.windows() - fade : past.windows();
        if (windows < WINDOWS_LEFT_MIN) {
            put(scale, Past.NONE);
            return;
        }
        float sum = Math.max(0, past.sum() - fade * calls);
        float squares = Math.max(sum * sum / windows, past.squares() - fade * (all * all - left * left));
        float fastWindows = whole ? Math.max(0, past.fastWindows() - fast) : past.fastWindows();
        put(scale, new Past(windows, sum, squares, fastWindows, Math.max(0, past.fastSum() - fast * calls)));
    }

    /// Begins with a history that was another's, as a prior of weight [#INHERITED].
    void inherit(Rates other) {
        last = other.last;
        until = other.until;
        for (Scale scale : Scale.ALL) {
            put(scale, other.past(scale).faded(INHERITED, INHERITED));
            partial |= (byte) (1 << scale.place());
        }
    }

    /// A float but for its last byte: to one in 65,536, so that adding one window to a thousand is not lost.
    private static int rounded(float value) {
        return Float.floatToRawIntBits(value) + (1 << BYTE - 1) & ~LOWEST;
    }

    private static float fast(int bits) {
        return Float.intBitsToFloat(bits & ~LOWEST);
    }

    /// A count in two bytes: as it is up to 2,047, and rounded down to eleven bits beyond.
    static int code(int count) {
        int shift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(count) - CODE_BITS);
        return shift << CODE_BITS | count >>> shift;
    }

    static int decode(int code) {
        return (code & (1 << CODE_BITS) - 1) << (code >>> CODE_BITS);
    }

    private static int alarm(int[] values, int base) {
        return decode((values[base + FAST_WINDOWS] & LOWEST) << BYTE | values[base + FAST_SUM] & LOWEST);
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(last);
        out.writeInt(heldUntil);
        out.writeByte(partial);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    void load(DataInput in) throws IOException {
        last = in.readLong();
        until = last == NEVER ? NEVER : endOfShortest(last);
        heldUntil = in.readInt();
        partial = in.readByte();
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
    }

    /// The windows that go on and the histories before them, as they were at a call.
    static final class Frozen {

        private final int[] values;

        private Frozen(int[] values) {
            this.values = values;
        }

        int inWindow(Scale scale) {
            return values[scale.place() * WIDTH + COUNT];
        }

        /// Whether the count is high enough to be worth asking what is usual.
        boolean elevated(Scale scale) {
            return isElevated(values, scale);
        }

        Past past(Scale scale) {
            return Rates.past(values, scale);
        }

        void save(DataOutput out) throws IOException {
            for (int value : values) {
                out.writeInt(value);
            }
        }

        static Frozen read(DataInput in) throws IOException {
            int[] values = new int[WIDTH * Scale.COUNT];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readInt();
            }
            return new Frozen(values);
        }
    }
}
