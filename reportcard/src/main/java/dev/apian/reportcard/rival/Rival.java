// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import dev.apian.reportcard.score.Finding;
import java.util.function.Consumer;

/// A simple method that sees the calls of one world in the order of time.
///
/// It keeps state for the world, so every world needs a new one. It gives every finding that passes its most
/// lenient limit, each with a score; stricter limits are cuts on the score, so that one run serves all limits.
public interface Rival {

    /// What people call it, for example `ten times the mean`.
    String name();

    /// Takes the next call, and gives the findings that are certain by then.
    void see(TrueCall call, Consumer<Finding> findings);

    /// The world is over.
    void end(Consumer<Finding> findings);

    /// The score from which on the rule as people publish it would alert.
    double published();
}
