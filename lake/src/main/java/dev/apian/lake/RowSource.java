// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The rows of one file, one after the other, in the order of [ActorOrder].
interface RowSource extends AutoCloseable {

    /// The next row, or null after the last.
    @Nullable
    CallRow next() throws IOException;

    @Override
    void close() throws IOException;
}
