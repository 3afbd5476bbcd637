// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.stage.call.Call;
import org.jspecify.annotations.Nullable;

/// Finds out from calls which of them belong together.
interface Discovery {

    void learn(Call call);

    /// What was learned is in force from here on.
    ///
    /// @param tick the number of a minute
    void publish(long tick);

    /// The group of a call by what is in force; nothing if it fits none.
    @Nullable
    Group groupOf(Call call);
}
