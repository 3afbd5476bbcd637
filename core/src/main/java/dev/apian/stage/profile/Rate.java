// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Counts of one thing in windows of one scale, and the gamma-Poisson statistics of the windows gone by.
///
/// Only windows with calls count, so nights and weekends do not water the baseline down. Old windows fade with
/// [#HALF_LIFE_MICROS]. A window is taken in with at most [#WINSOR_TIMES] what was expected (or
/// [#WINSOR_FLOOR]), so that one burst does not
/// teach the profile that bursts are usual. Sums of counts and squares are additive: merging is adding.
final class Rate {

    static final long HALF_LIFE_MICROS = 21L * 24 * 3_600 * 1_000_000;
    private static final float WINSOR_TIMES = 12;
    private static final float WINSOR_FLOOR = 20;

    /// Share of a history that an endpoint takes with it when it is split off.
    static final float INHERITED = 0.3f;

    /// Fewer windows than this are what rounding leaves of none.
    private static final float WINDOWS_LEFT_MIN = 0.01f;

    private long window = Long.MIN_VALUE;
    private int count;
    private float windows;
    private float sum;
    private float squares;

    /// Whether the window that goes on began as another's, so that its count is not all of it.
    private boolean partial;

    /// Counts one call. Tells the count of the window that it closed, or 0.
    int count(long micros, Scale scale) {
        long now = Math.floorDiv(micros, scale.micros());
        int closed = 0;
        if (now != window) {
            closed = count;
            close(now, scale);
        }
        count++;
        return closed;
    }

    int inWindow() {
        return count;
    }

    /// The window that goes on and the history before it, as they are now.
    Frozen frozen() {
        return new Frozen(count, windows, sum, squares);
    }

    /// @param inWindow counted so far in the window that goes on
    /// @param windows  closed ones, older ones weighing less
    /// @param sum      of their counts
    /// @param squares  sum of their squared counts
    record Frozen(int inWindow, float windows, float sum, float squares) {

        void save(DataOutput out) throws IOException {
            out.writeInt(inWindow);
            out.writeFloat(windows);
            out.writeFloat(sum);
            out.writeFloat(squares);
        }

        static Frozen read(DataInput in) throws IOException {
            return new Frozen(in.readInt(), in.readFloat(), in.readFloat(), in.readFloat());
        }
    }

    /// Adds another history. The window that is not over goes on; the other one's older window, if any, closes.
    void add(Rate other, Scale scale) {
        if (other.window > window) {
            close(other.window, scale);
        } else if (other.window < window) {
            other.close(window, scale);
        }
        count += other.count;
        windows += other.windows;
        sum += other.sum;
        squares += other.squares;
    }

    /// Counts calls of a window that lies together, where only their number is kept.
    void count(long micros, Scale scale, int calls) {
        long then = Math.floorDiv(micros, scale.micros());
        if (then != window) {
            close(then, scale);
        }
        count += calls;
    }

    /// Takes calls away again that were counted at `micros`. Nothing becomes less than nothing, and the squares stay
    /// such that there is a variance.
    ///
    /// @param of all calls that were counted in that window, 0 if unknown: then what is usual stands for it
    void subtract(long micros, int calls, int of, Scale scale) {
        long then = Math.floorDiv(micros, scale.micros());
        if (then >= window) {
            count = Math.max(0, count - calls);
            return;
        }
        if (windows <= 0) {
            return;
        }
        float fade = fade(window - then, scale);
        float all = of > 0 ? of : Math.max(calls, sum / windows);
        float left = Math.max(0, all - calls);
        windows = of == calls ? windows - fade : windows;
        if (windows < WINDOWS_LEFT_MIN) {
            windows = 0;
            sum = 0;
            squares = 0;
            return;
        }
        sum = Math.max(0, sum - fade * calls);
        squares = Math.max(sum * sum / windows, squares - fade * (all * all - left * left));
    }

    private static float fade(long closed, Scale scale) {
        return (float) StrictMath.pow(0.5, (double) closed * scale.micros() / HALF_LIFE_MICROS);
    }

    /// Begins with a history that was another's, as a prior of weight [#INHERITED].
    void inherit(Rate other) {
        window = other.window;
        windows = INHERITED * other.windows;
        sum = INHERITED * other.sum;
        squares = INHERITED * other.squares;
        partial = true;
    }

    private void close(long now, Scale scale) {
        if (count > 0 && !partial) {
            float limit = windows > 0 ? Math.max(WINSOR_FLOOR, WINSOR_TIMES * sum / windows) : Float.MAX_VALUE;
            float taken = Math.min(count, limit);
            float fade = fade(now - window, scale);
            windows = fade * (windows + 1);
            sum = fade * (sum + taken);
            squares = fade * (squares + taken * taken);
        }
        window = now;
        count = 0;
        partial = false;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(window);
        out.writeInt(count);
        out.writeFloat(windows);
        out.writeFloat(sum);
        out.writeFloat(squares);
        out.writeBoolean(partial);
    }

    void load(DataInput in) throws IOException {
        window = in.readLong();
        count = in.readInt();
        windows = in.readFloat();
        sum = in.readFloat();
        squares = in.readFloat();
        partial = in.readBoolean();
    }
}
