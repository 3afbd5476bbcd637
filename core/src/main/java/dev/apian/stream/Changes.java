// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import java.io.IOException;

/// Takes what changed of the states of one step since it was asked last: all removals first, since a key may have come
/// back after one.
public interface Changes {

    void removed(long key) throws IOException;

    /// @param lastSeconds when the key was in use last, as [Seconds] counts
    /// @return how many bytes the state takes
    int changed(long key, int lastSeconds, State state) throws IOException;
}
