// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.stage.endpoint.Correction;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What people and documents said about endpoints' paths, kept. Safe for many threads.
public interface EndpointCorrections {

    /// More are refused.
    int CORRECTIONS_MAX = 10_000;

    /// One of them.
    ///
    /// @param id stable
    /// @param by who said so, empty where nobody signed in
    record Entry(String id, Correction correction, String by, Instant at) {}

    /// The latest first.
    List<Entry> list() throws IOException;

    /// Keeps one more. What was said already is not said twice: then the answer is the entry there is.
    Entry add(Correction correction, String by, Instant at) throws IOException;

    /// Takes one back; empty if there is none with this id.
    Optional<Entry> remove(String id) throws IOException;
}
