// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.journal;

import dev.apian.stage.call.Call;
import java.util.List;

/// What the journal holds in order: calls of one push, or what the clock said between two.
public sealed interface Entry {

    /// Position of the first item: items are counted from 0 over the life of the data directory.
    long first();

    int count();

    /// The position after it.
    default long end() {
        return first() + count();
    }

    /// @param calls in the order they came in
    record Calls(long first, List<Call> calls) implements Entry {

        @Override
        public int count() {
            return calls.size();
        }
    }

    /// Event time reached `micros` though no call said so. It stands in the journal so that a restart sees time pass
    /// at the same place among the calls.
    record Clock(long first, long micros) implements Entry {

        @Override
        public int count() {
            return 1;
        }
    }
}
