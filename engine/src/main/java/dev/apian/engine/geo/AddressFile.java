// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import dev.apian.stage.call.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// One file that tells something about addresses. What it does not tell is unknown in the answer.
sealed interface AddressFile extends AutoCloseable permits MmdbFile, OperatorRanges {

    /// @param ip text form of an address
    Origin find(String ip);

    /// What is wrong with the file, as far as that is known by now; empty if nothing.
    default List<String> troubles() {
        return List.of();
    }

    @Override
    void close() throws IOException;

    /// @throws IOException if the file is missing or none of the known kinds
    static AddressFile open(Path file) throws IOException {
        return file.toString().endsWith(".csv") ? OperatorRanges.open(file) : MmdbFile.open(file);
    }
}
