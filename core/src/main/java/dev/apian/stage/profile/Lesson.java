// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

/// What one actor's call teaches about all of them. Small, and additive in any order.
public sealed interface Lesson extends ProfileStep.Given {

    /// A member of a group is active in this epoch.
    record Active(long group, long micros) implements Lesson {}

    /// A member of a group used an endpoint for the first time in this epoch.
    record Used(long group, long endpoint, long micros) implements Lesson {}

    /// An actor was served by an endpoint for the first time this day.
    record UsedOn(long actor, long group, long endpoint, long micros) implements Lesson {}

    /// Some actor made so many calls to an endpoint in an hour.
    record Hour(long endpoint, int calls) implements Lesson {}

    /// A member of a group touched an entity for the first time.
    record Access(long group, long endpoint, boolean explained, long micros) implements Lesson {}

    /// A member of a group was served with an entity whose owner is known, for the first time in this epoch; or, if
    /// `foreign`, with one of another tenant that nothing explains.
    record Owned(long group, long endpoint, boolean foreign, long micros) implements Lesson {}
}
