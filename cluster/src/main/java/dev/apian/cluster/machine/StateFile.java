// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `cluster.json`: replaced as a whole, so that a reader never sees half of it.
record StateFile(Path file) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// @return nothing if there is no file
    Optional<ClusterState> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), ClusterState.class));
        } catch (JacksonException e) {
            throw new IOException(
                    file + " is not what `cluster up` wrote (" + e.getOriginalMessage()
                            + "); stop the cluster's processes by hand and delete the file",
                    e);
        }
    }

    void write(ClusterState state) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, JSON.writeValueAsBytes(state));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
