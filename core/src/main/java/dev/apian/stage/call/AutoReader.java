// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.Outcome.Reason;
import dev.apian.stage.call.Outcome.Rejected;
import java.util.List;

/// Tells the format of each record by its content, so that a file may mix them.
public final class AutoReader implements CallReader {

    private final NativeReader nativeReader;
    private final CombinedReader combinedReader;
    private final AlbReader albReader;
    private final List<CallReader> archives;
    private final List<CallReader> others;

    public AutoReader(ReaderSettings settings) {
        nativeReader = new NativeReader(settings);
        combinedReader = new CombinedReader(settings);
        albReader = new AlbReader(settings);
        archives = List.of(new HarReader(settings));
        others = List.of(
                new NginxJsonReader(settings),
                new CloudTrailReader(settings),
                new ApiGatewayReader(settings),
                new KongReader(settings),
                archives.getFirst());
    }

    @Override
    public Outcome read(byte[] bytes, int from, int to) {
        Text text = new Text(bytes, from, to).trim();
        boolean line = !text.isEmpty() && text.at(0) != '{' && text.contains("\" ");
        if (line && AlbReader.isLike(text)) {
            return albReader.read(bytes, from, to);
        }
        if (line) {
            return combinedReader.read(bytes, from, to);
        }
        Outcome outcome = nativeReader.read(bytes, from, to);
        return switch (outcome) {
            case Accepted accepted -> accepted;
            case Rejected rejected ->
                switch (rejected.reason()) {
                    case NOT_TEXT, TOO_LONG, TOO_DEEP, MALFORMED -> rejected;
                    // What an archive calls time is a duration.
                    case BAD_TIME, IMPLAUSIBLE_TIME -> firstOf(archives, rejected, bytes, from, to);
                    case NO_TIME, NO_METHOD, NO_PATH, NO_STATUS -> firstOf(others, rejected, bytes, from, to);
                };
        };
    }

    /// What is wrong with an entry of an archive is best said by its own reader.
    private static Outcome firstOf(List<CallReader> readers, Rejected otherwise, byte[] bytes, int from, int to) {
        Rejected known = otherwise;
        for (CallReader reader : readers) {
            switch (reader.read(bytes, from, to)) {
                case Accepted accepted -> {
                    return accepted;
                }
                case Rejected rejected -> {
                    boolean told = rejected.reason() != Reason.NO_TIME && reader instanceof HarReader;
                    known = told ? rejected : known;
                }
            }
        }
        return known;
    }
}
