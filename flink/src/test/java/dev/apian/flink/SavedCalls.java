// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink;

import dev.apian.flink.source.RecordReader;
import dev.apian.stage.call.CallCodec;
import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.Outcome;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/// Reads calls that were saved as base 64, for tests that have calls rather than records.
final class SavedCalls implements RecordReader {

    private static final long serialVersionUID = 1;

    @Override
    public CallReader open() {
        return (bytes, from, to) -> {
            byte[] saved = Base64.getDecoder().decode(java.util.Arrays.copyOfRange(bytes, from, to));
            try {
                return new Outcome.Accepted(CallCodec.load(new DataInputStream(new ByteArrayInputStream(saved))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
