// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import java.io.IOException;

/// Where the states of one step rest that are not in memory. Asked for a state when an item of its key comes, so from
/// any thread that owns a [KeyedStates].
@FunctionalInterface
public interface Cold {

    /// What [Changes#changed] was last given for a key.
    byte[] load(long key) throws IOException;
}
