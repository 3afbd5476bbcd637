// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.shadow;

import dev.apian.engine.source.Inputs;
import dev.apian.engine.source.Rejects;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Fingerprints;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.ReaderSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The files of one folder, in any format that Apian reads. Secrets become fingerprints as they are read.
///
/// @param files in the order of their names
record RecordFiles(Path folder, List<Path> files) implements Recording {

    private static final int THREADS = 2;

    /// Only fingerprints of one run are compared with each other, and none is kept, so the key needs no secret.
    private static final byte[] KEY = new byte[Fingerprints.KEY_BYTES];

    static RecordFiles in(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> files = inside.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException(
                        folder + " has no files; give a data directory or a folder with records");
            }
            return new RecordFiles(folder, files);
        }
    }

    @Override
    public String source() {
        return files.size() + (files.size() == 1 ? " file in " : " files in ") + folder;
    }

    @Override
    public boolean bodies() {
        return true;
    }

    @Override
    public void replay(Consumer<Call> to) throws IOException {
        Inputs.Settings settings =
                new Inputs.Settings(Format.AUTO, true, THREADS, ReaderSettings.of(KEY, Long.MAX_VALUE));
        try (Inputs inputs = new Inputs(
                files, InputStream.nullInputStream(), KEY, Map.of(), settings, new Rejects(Map.of()), () -> false)) {
            for (Call call = inputs.next(); call != null; call = inputs.next()) {
                to.accept(call);
            }
        }
    }
}
