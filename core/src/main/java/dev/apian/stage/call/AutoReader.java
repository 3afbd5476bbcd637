// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.Outcome.Rejected;

/// Tells the format of each record by its content, so that a file may mix them.
public final class AutoReader implements CallReader {

    private final NativeReader nativeReader;
    private final NginxJsonReader nginxReader;
    private final CloudTrailReader cloudTrailReader;
    private final CombinedReader combinedReader;

    public AutoReader(ReaderSettings settings) {
        nativeReader = new NativeReader(settings);
        nginxReader = new NginxJsonReader(settings);
        cloudTrailReader = new CloudTrailReader(settings);
        combinedReader = new CombinedReader(settings);
    }

    @Override
    public Outcome read(byte[] bytes, int from, int to) {
        Text text = new Text(bytes, from, to).trim();
        boolean line = !text.isEmpty() && text.at(0) != '{' && text.contains("\" ");
        if (line) {
            return combinedReader.read(bytes, from, to);
        }
        Outcome outcome = nativeReader.read(bytes, from, to);
        return switch (outcome) {
            case Accepted accepted -> accepted;
            case Rejected rejected ->
                switch (rejected.reason()) {
                    case NOT_TEXT, TOO_LONG, TOO_DEEP, MALFORMED, BAD_TIME, IMPLAUSIBLE_TIME -> rejected;
                    case NO_TIME, NO_METHOD, NO_PATH, NO_STATUS -> other(rejected, bytes, from, to);
                };
        };
    }

    private Outcome other(Rejected notNative, byte[] bytes, int from, int to) {
        if (nginxReader.read(bytes, from, to) instanceof Accepted accepted) {
            return accepted;
        }
        return cloudTrailReader.read(bytes, from, to) instanceof Accepted accepted ? accepted : notNative;
    }
}
