// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// Reads records of one format. Holds settings only, so one reader may serve many threads.
public interface CallReader {

    /// Reads one record: the bytes of a line without its line break.
    Outcome read(byte[] bytes, int from, int to);
}
