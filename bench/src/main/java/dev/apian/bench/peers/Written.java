// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.peers;

import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// How many bytes something writes.
final class Written {

    private Written() {}

    /// What is written.
    @FunctionalInterface
    interface Writing {
        void to(DataOutput out) throws IOException;
    }

    static long bytes(Writing writing) {
        try (DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream())) {
            writing.to(out);
            return out.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
