// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Path;

/// Makes a file of a buffer: [CallFileWriter], or a disk that has no room in a test.
interface FileWriter extends AutoCloseable {

    /// Creates the file; it is on stable storage when this returns. What is there after a failure is of no use.
    void write(DayBuffer rows, Path path) throws IOException;

    @Override
    void close();
}
