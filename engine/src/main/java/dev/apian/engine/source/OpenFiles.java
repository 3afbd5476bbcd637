// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// How many followed files are open. One that is keeps its content though its name goes away.
final class OpenFiles {

    /// Beyond it files are opened only to be read, and what is written to one after it was renamed out of sight is
    /// missed.
    static final int OPEN_MAX = 512;

    private int open;

    FileChannel open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        open++;
        return channel;
    }

    /// Gives null, the file that is open then.
    @Nullable
    FileChannel close(@Nullable FileChannel channel) throws IOException {
        if (channel != null) {
            open--;
            channel.close();
        }
        return null;
    }

    boolean isFull() {
        return open > OPEN_MAX;
    }
}
