// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.Outcome.Rejected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells the format of a file by the start of it: the format whose reader can read most lines wins.
public final class Formats {

    /// How many lines are looked at.
    public static final int LINES_MAX = 50;

    private static final List<Format> CANDIDATES = List.of(
            Format.NATIVE,
            Format.NGINX_JSON,
            Format.CLOUDTRAIL,
            Format.COMBINED,
            Format.ALB,
            Format.API_GATEWAY,
            Format.KONG,
            Format.HAR);

    /// What was made of the start of a file.
    public sealed interface Detected {

        /// @param read  lines that could be read
        /// @param lines lines that were looked at
        record Known(Format format, int read, int lines) implements Detected {}

        /// @param reason for people: what was found and what to do
        record Unknown(String reason) implements Detected {}
    }

    private Formats() {}

    /// Looks at the first lines of a range. A last line without a line break may be cut off and is looked at
    /// only if it is the only one.
    public static Detected detect(byte[] bytes, int from, int to) {
        ReaderSettings settings = ReaderSettings.of(new byte[Fingerprints.KEY_BYTES], Long.MAX_VALUE);
        List<CallReader> readers =
                CANDIDATES.stream().map(format -> format.reader(settings)).toList();
        int[] read = new int[readers.size()];
        boolean anyReferer = false;
        int lines = 0;
        Rejected wrong = null;
        int start = from;
        while (start < to && lines < LINES_MAX) {
            int end = Text.indexOfEither(bytes, start, to, (byte) '\n', (byte) '\n');
            Text line = new Text(bytes, start, end).trim();
            start = end + 1;
            if (line.isEmpty() || (end == to && lines > 0)) {
                continue;
            }
            lines++;
            for (int i = 0; i < read.length; i++) {
                switch (readers.get(i).read(line.bytes, line.from, line.to)) {
                    case Accepted accepted -> {
                        read[i]++;
                        anyReferer |= !accepted.call().userAgent().isEmpty() || line.at(line.length() - 1) == '"';
                    }
                    case Rejected rejected -> wrong = wrong == null ? rejected : wrong;
                }
            }
        }
        int best = 0;
        for (int i = 1; i < read.length; i++) {
            best = read[i] > read[best] ? i : best;
        }
        if (read[best] > 0) {
            Format format = CANDIDATES.get(best);
            boolean common = format == Format.COMBINED && !anyReferer;
            return new Detected.Known(common ? Format.COMMON : format, read[best], lines);
        }
        return new Detected.Unknown(reason(lines, wrong));
    }

    private static String reason(int lines, @Nullable Rejected wrong) {
        if (lines == 0 || wrong == null) {
            return "the file is empty; expected one record a line";
        }
        return "none of the first " + lines + " lines could be read: "
                + wrong.reason().label() + " (" + wrong.found()
                + "), for example " + Sample.of(Text.of(wrong.sample()), 80)
                + "; expected native records, CloudTrail events, a JSON access log, a combined or common access log,"
                + " logs of AWS load balancers, AWS API Gateway or Kong, or an HTTP archive";
    }
}
