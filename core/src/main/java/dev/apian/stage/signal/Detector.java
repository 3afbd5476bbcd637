// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.stream.State;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Watches for one kind of misuse.
///
/// What it sees is the observation, what it remembers is the state of one key, and the time is the time of
/// the call. So the same calls give the same signals: in a test, in the engine and on Flink.
public interface Detector<S extends State> {

    Card card();

    /// Whose calls come together.
    Scope scope();

    /// The key within the scope whose state this call belongs to: an endpoint's, a credential's, or 0 for all
    /// calls of the scope. Empty when the call is of no interest.
    OptionalLong keyOf(Observation seen);

    S freshState();

    /// How long the state of a silent key is kept. Together with a bounded state this bounds memory.
    Duration memory();

    /// Looks at one call. The calls of one key come in event order, the runner sees to it.
    Optional<Signal> observe(S state, Observation seen);

    /// What people may set of it.
    default Settings settings() {
        return Settings.NONE;
    }

    /// What it looks at that is not kept with a stored call.
    default Set<Unkept> unkept() {
        return Set.of();
    }

    /// Whose calls a detector sees together.
    enum Scope {
        /// One consumer, with its profile.
        ACTOR,
        /// One network, whoever its actors are; there is no profile.
        NETWORK
    }
}
