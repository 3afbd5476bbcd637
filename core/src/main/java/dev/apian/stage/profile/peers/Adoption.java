// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How many of a group began to use an endpoint, on the newest day and the one before.
final class Adoption {

    private int day = Integer.MIN_VALUE;
    private int now;
    private int before;

    void add(int onDay) {
        if (onDay > day) {
            before = onDay == day + 1 ? now : 0;
            now = 0;
            day = onDay;
        }
        if (onDay == day) {
            now++;
        } else if (onDay == day - 1) {
            before++;
        }
    }

    int lately() {
        return now + before;
    }

    /// Whether nobody did on a day or the one before.
    boolean isOver(int today) {
        return day < today - 1;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(day);
        out.writeInt(now);
        out.writeInt(before);
    }

    static Adoption read(DataInput in) throws IOException {
        Adoption adoption = new Adoption();
        adoption.day = in.readInt();
        adoption.now = in.readInt();
        adoption.before = in.readInt();
        return adoption;
    }
}
