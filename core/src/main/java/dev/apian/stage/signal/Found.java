// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.stage.profile.Lesson;

/// What a watched call gave: a signal for triage, or a lesson for the learner.
public sealed interface Found {

    record Raised(Signal signal) implements Found {}

    record Taught(Lesson lesson) implements Found {}
}
