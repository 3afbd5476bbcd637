// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One input that will be read, and from where.
///
/// @param path        null for what can be opened only once
/// @param open        null for what is opened when its time comes
/// @param start       where to begin
/// @param firstMicros time of its first call, as far as the head tells; `Long.MIN_VALUE` if it does not
/// @param bytes       size as it is packed, -1 if unknown
record Source(String name, @Nullable Path path, @Nullable Content open, Mark start, long firstMicros, long bytes) {

    /// The content from the start's position on.
    Content content() throws IOException {
        if (open != null) {
            return open;
        }
        if (path == null) {
            throw new IllegalStateException(name + " has neither a path nor a stream");
        }
        Content content = Content.of(Files.newInputStream(path));
        if (!content.skip(start.position())) {
            content.close();
            throw new InputException("ends before position " + start.position() + "; it changed while it was read");
        }
        return content;
    }
}
