// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/// What one actor uses, as the learner keeps it: 16 bytes an endpoint, in arrays, since there are millions.
///
/// Of each endpoint the first day and the last one of its use, and on how many days it was used.
final class UsedEndpoints {

    /// As many as a profile has habits.
    static final int ENDPOINTS_MAX = 128;

    /// Days of use are counted up to here.
    private static final int DAYS_MAX = 255;

    private static final int DAY_BITS = 28;
    private static final long DAY_MASK = (1L << DAY_BITS) - 1;

    long group;

    /// Key of the application; 0 if none is known.
    long application;

    /// Id of the readable group at the last refit; 0 if in none.
    long like;

    int firstDay;
    private long[] ids = new long[4];
    private long[] marks = new long[4];
    private int size;

    UsedEndpoints(int firstDay) {
        this.firstDay = firstDay;
    }

    int size() {
        return size;
    }

    long id(int n) {
        return ids[n];
    }

    int firstDay(int n) {
        return (int) (marks[n] & DAY_MASK);
    }

    int lastDay(int n) {
        return (int) (marks[n] >>> DAY_BITS & DAY_MASK);
    }

    int days(int n) {
        return (int) (marks[n] >>> 2 * DAY_BITS);
    }

    int lastDay() {
        return IntStream.range(0, size).map(this::lastDay).max().orElse(firstDay);
    }

    /// Counts a day of use.
    ///
    /// @return whether it is the first of this endpoint
    boolean add(long endpoint, int day) {
        firstDay = Math.min(firstDay, day);
        int at = find(endpoint);
        if (at >= 0) {
            int more = day == lastDay(at) ? 0 : 1;
            mark(at, Math.min(firstDay(at), day), Math.max(lastDay(at), day), Math.min(DAYS_MAX, days(at) + more));
            return false;
        }
        if (size == ENDPOINTS_MAX) {
            return false;
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            marks = Arrays.copyOf(marks, 2 * size);
        }
        ids[size] = endpoint;
        mark(size, day, day, 1);
        size++;
        return true;
    }

    /// Forgets what was last used before a day.
    void forgetBefore(int day) {
        int kept = 0;
        for (int n = 0; n < size; n++) {
            if (lastDay(n) >= day) {
                ids[kept] = ids[n];
                marks[kept] = marks[n];
                kept++;
            }
        }
        size = kept;
    }

    /// Endpoints merged: their days of use are the longer of the two.
    void rename(LongUnaryOperator current) {
        int kept = 0;
        for (int n = 0; n < size; n++) {
            long id = current.applyAsLong(ids[n]);
            long mark = marks[n];
            int same = -1;
            for (int before = 0; before < kept; before++) {
                same = ids[before] == id ? before : same;
            }
            if (same < 0) {
                ids[kept] = id;
                marks[kept++] = mark;
            } else {
                marks[kept] = mark;
                mark(
                        same,
                        Math.min(firstDay(same), firstDay(kept)),
                        Math.max(lastDay(same), lastDay(kept)),
                        Math.max(days(same), days(kept)));
            }
        }
        size = kept;
    }

    private int find(long endpoint) {
        for (int n = 0; n < size; n++) {
            if (ids[n] == endpoint) {
                return n;
            }
        }
        return -1;
    }

    private void mark(int at, int first, int last, int days) {
        marks[at] = first | (long) last << DAY_BITS | (long) days << 2 * DAY_BITS;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(group);
        out.writeLong(application);
        out.writeLong(like);
        out.writeInt(firstDay);
        out.writeInt(size);
        for (int n = 0; n < size; n++) {
            out.writeLong(ids[n]);
            out.writeLong(marks[n]);
        }
    }

    static UsedEndpoints read(DataInput in) throws IOException {
        long group = in.readLong();
        long application = in.readLong();
        long like = in.readLong();
        UsedEndpoints row = new UsedEndpoints(in.readInt());
        row.group = group;
        row.application = application;
        row.like = like;
        row.size = in.readInt();
        row.ids = new long[Math.max(4, row.size)];
        row.marks = new long[Math.max(4, row.size)];
        for (int n = 0; n < row.size; n++) {
            row.ids[n] = in.readLong();
            row.marks[n] = in.readLong();
        }
        return row;
    }
}
