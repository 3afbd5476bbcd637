// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// The disk as the journal needs it. Tests bring one that is slow, full or broken.
public interface Disk {

    /// Creates a file whose name is durable when this returns; one that is there already is an error.
    Out create(Path file) throws IOException;

    /// Bytes that can still be written where a folder lies.
    long usableBytes(Path folder) throws IOException;

    /// A file that only grows.
    interface Out extends Closeable {

        /// Writes all of it.
        void write(ByteBuffer bytes) throws IOException;

        /// Forces what was written to stable storage. After it failed, nobody knows what of it is there.
        void force() throws IOException;

        void truncate(long bytes) throws IOException;
    }
}
