// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.sketch.Hash;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Identified;
import java.util.function.Consumer;

/// What one call's counts teach about all actors: windows that are over, and ten minutes that go on.
///
/// Most windows hold a single call and all say the same, so one in [#SINGLES] tells for all.
final class Telling {

    private static final int SINGLES = 8;

    /// Counts of ten minutes are told at 1, 2, 3, 4, 6, 8, 12, 16 and so on up to here, where they are cut anyway.
    private static final int FLOW_MAX = 4_096;

    private final long actor;
    private final Actor.Kind kind;
    private final long group;
    private final long micros;
    private final ActiveHours hours;
    private final Consumer<? super Lesson> lessons;

    Telling(Identified call, long group, ActiveHours hours, Consumer<? super Lesson> lessons) {
        this.actor = call.actor().key();
        this.kind = call.actor().kind();
        this.group = group;
        this.micros = call.micros();
        this.hours = hours;
        this.lessons = lessons;
    }

    /// @param counted the id of an endpoint, or the key of a measure
    Rates.Closed of(long counted) {
        return (scale, start, count, before) -> {
            if (scale == Scale.MONTH) {
                return;
            }
            boolean single = count == 1;
            if (!single || tells(counted, start)) {
                int weight = single ? SINGLES : 1;
                lessons.accept(new Lesson.Window(
                        group, kind, counted, scale, start, count, weight, before, hours.share(start)));
            }
        };
    }

    private boolean tells(long counted, long start) {
        return Long.remainderUnsigned(Hash.of(actor ^ counted, start), SINGLES) == 0;
    }

    void flow(long endpoint, Rates rates) {
        int count = rates.inWindow(Scale.TEN_MINUTES);
        int before = stepBefore(count);
        if (before >= 0) {
            Past usual = rates.past(Scale.TEN_MINUTES);
            boolean newly = rates.inWindow(Scale.HOUR) == 1;
            lessons.accept(new Lesson.Flow(group, kind, endpoint, micros, before, count, newly, usual));
        }
    }

    /// The count told before this one; negative if this one is not told.
    private static int stepBefore(int count) {
        if (count <= 4) {
            return count - 1;
        }
        int power = Integer.highestOneBit(count);
        if (count > FLOW_MAX) {
            return -1;
        }
        if (count == power) {
            return power / 4 * 3;
        }
        return count == power + power / 2 ? power : -1;
    }
}
