// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.shadow;

import dev.apian.stage.call.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Recorded traffic that can be read again and again, and is never written to.
interface Recording {

    /// Where it is, in words.
    String source();

    /// Whether bodies may have been recorded, so that what was shown to whom is known.
    boolean bodies();

    /// Hands over every call, nearly by time.
    void replay(Consumer<Call> to) throws IOException;

    /// A data directory of Apian, or a folder of record files.
    ///
    /// @throws IllegalArgumentException if it is neither
    static Recording in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    folder + " is no folder; give a data directory or a folder with records");
        }
        return Files.isDirectory(folder.resolve("lake")) ? new KeptCalls(folder) : RecordFiles.in(folder);
    }
}
