// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.identity.Actor;

/// What one actor's call teaches about all of them. Small, and additive in any order.
public sealed interface Lesson extends ProfileStep.Given {

    /// A member of a group is active in this epoch.
    record Active(long group, long micros) implements Lesson {}

    /// A member of a group used an endpoint for the first time in this epoch.
    record Used(long group, long endpoint, long micros) implements Lesson {}

    /// An actor was served by an endpoint for the first time this day.
    record UsedOn(long actor, long group, long endpoint, long micros) implements Lesson {}

    /// What an actor has in common with others, in words: told beside its first use of an endpoint.
    ///
    /// @param name        of the group: its permissions; empty if none were told
    /// @param application client id; empty if none was told
    record Named(long actor, long group, String name, String application) implements Lesson {}

    /// A window of an actor at an endpoint is over.
    ///
    /// @param weight of how many windows it is told: of those with a single call, most are not
    /// @param micros when it began
    /// @param before what was known of the actor's windows of this scale before it
    /// @param hour   the actor's activity at the hour of the week in which it began
    record Window(
            long group,
            Actor.Kind kind,
            long endpoint,
            Scale scale,
            long micros,
            int count,
            int weight,
            Past before,
            ActiveHours.Share hour)
            implements Lesson {}

    /// An actor has made so many calls to an endpoint in ten minutes that are not over.
    ///
    /// @param before so many were told before
    /// @param newly  the actor had not called the endpoint in this hour
    /// @param usual  what is known of the actor's ten minutes
    record Flow(
            long group, Actor.Kind kind, long endpoint, long micros, int before, int count, boolean newly, Past usual)
            implements Lesson {}

    /// A member of a group touched an entity for the first time.
    record Access(long group, long endpoint, boolean explained, long micros) implements Lesson {}

    /// A member of a group was served with an entity whose owner is known, for the first time in this epoch; or, if
    /// `foreign`, with one of another tenant that nothing explains.
    record Owned(long group, long endpoint, boolean foreign, long micros) implements Lesson {}
}
