// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.engine.source.Rejects;
import dev.apian.engine.source.Rejects.Tally;
import dev.apian.stage.call.Outcome.Rejected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What could not be read, pushed or from files, over all runs on a data directory. For many threads.
public final class Refused {

    private static final String FILE = "rejects.json";

    private final Rejects rejects;

    Refused(Map<String, String> notes) {
        rejects = new Rejects(notes);
    }

    /// @param source what brought it
    /// @param line   its number in there, from 1
    public synchronized void add(String source, Rejected rejected, int line) {
        rejects.add(rejected.reason(), source, line, rejected);
    }

    /// The most frequent reason first.
    public synchronized List<Tally> tallies() {
        return rejects.ofAllRuns();
    }

    synchronized Map<String, String> notes() {
        return rejects.notes();
    }

    synchronized void writeTo(Path dataDirectory) throws IOException {
        rejects.writeTo(dataDirectory.resolve(FILE));
    }
}
