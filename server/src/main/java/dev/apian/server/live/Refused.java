// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.engine.source.Rejects;
import dev.apian.engine.source.Rejects.Tally;
import dev.apian.stage.call.Outcome.Reason;
import dev.apian.stage.call.Outcome.Rejected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What could not be read, pushed or from files, over all runs on a data directory. For many threads.
public final class Refused {

    private static final String FILE = "rejects.json";

    private final Rejects rejects;
    private final Arrivals arrivals;

    /// @param arrivals hears of each
    Refused(Map<String, String> notes, Arrivals arrivals) {
        this.rejects = new Rejects(notes);
        this.arrivals = arrivals;
    }

    /// @param source what brought it
    /// @param line   its number in there, from 1
    public synchronized void add(String source, Rejected rejected, int line) {
        rejects.add(rejected.reason(), source, line, rejected);
        arrivals.refused(source);
    }

    /// @param file   where it was found
    /// @param sample the whole of it, where it was among the first for its reason
    synchronized void add(Reason reason, String file, long line, @Nullable Rejected sample) {
        rejects.add(reason, file, line, sample);
        arrivals.refused(file);
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
