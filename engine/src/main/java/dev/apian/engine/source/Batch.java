// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.Outcome;
import dev.apian.stage.call.Outcome.Reason;
import dev.apian.stage.call.Outcome.Rejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lines of one block, read: calls and rejects, each with where its line ends. Columns rather than
/// objects, because a block of junk may be hundreds of thousands of lines.
final class Batch {

    /// One line that gave no call.
    ///
    /// @param line within the batch, from 1
    record Reject(int line, Rejected rejected) {}

    private final byte[] bytes;
    private final int length;
    private final long position;
    private final List<Call> calls = new ArrayList<>();
    private int[] ends = new int[256];
    private int[] lines = new int[256];
    private int[] rejectLines = new int[8];
    private Reason[] rejectReasons = new Reason[8];
    private int rejected;
    private int lineCount;
    private int unfinished = -1;
    private final List<Reject> samples = new ArrayList<>();
    private final Map<Reason, Integer> sampled = new EnumMap<>(Reason.class);

    private Batch(byte[] bytes, int length, long position) {
        this.bytes = bytes;
        this.length = length;
        this.position = position;
    }

    /// Reads every line of a block. Blank lines are no records and no rejects.
    static Batch of(Lines.Piece.Block block, CallReader reader) {
        Batch batch = new Batch(block.bytes(), block.length(), block.position());
        int from = 0;
        while (from < block.length()) {
            int end = LineBreak.next(block.bytes(), from, block.length());
            batch.read(reader, from, end);
            from = end + 1;
        }
        return batch;
    }

    /// A line that no reader gets to see whole: one reject. Its start makes the reader say so, with a masked
    /// sample.
    static Batch of(Lines.Piece.TooLong line, CallReader reader) {
        Batch batch = new Batch(new byte[0], 0, line.next());
        batch.lineCount = 1;
        if (reader.read(line.start(), 0, line.start().length) instanceof Rejected rejected) {
            String allowed = "allowed " + (line.start().length - 1);
            batch.reject(new Rejected(Reason.TOO_LONG, line.length() + " bytes, " + allowed, rejected.sample()));
        }
        return batch;
    }

    /// No lines, at a position.
    static Batch none(long position) {
        return new Batch(new byte[0], 0, position);
    }

    private void read(CallReader reader, int from, int end) {
        lineCount++;
        if (isBlank(from, end)) {
            return;
        }
        switch (reader.read(bytes, from, end)) {
            case Outcome.Accepted accepted -> accept(accepted.call(), Math.min(end + 1, length));
            case Rejected refused -> {
                reject(refused);
                unfinished = end == length ? from : -1;
            }
        }
    }

    private void accept(Call call, int end) {
        int at = calls.size();
        if (at == ends.length) {
            ends = Arrays.copyOf(ends, 2 * at);
            lines = Arrays.copyOf(lines, 2 * at);
        }
        ends[at] = end;
        lines[at] = lineCount;
        calls.add(call);
    }

    private void reject(Rejected why) {
        if (rejected == rejectLines.length) {
            rejectLines = Arrays.copyOf(rejectLines, 2 * rejected);
            rejectReasons = Arrays.copyOf(rejectReasons, 2 * rejected);
        }
        rejectLines[rejected] = lineCount;
        rejectReasons[rejected++] = why.reason();
        if (sampled.merge(why.reason(), 1, Integer::sum) <= Rejects.SAMPLES_PER_REASON_MAX) {
            samples.add(new Reject(lineCount, why));
        }
    }

    private boolean isBlank(int from, int end) {
        for (int at = from; at < end; at++) {
            if (bytes[at] != ' ' && bytes[at] != '\t' && bytes[at] != '\r') {
                return false;
            }
        }
        return true;
    }

    int size() {
        return calls.size();
    }

    Call call(int index) {
        return calls.get(index);
    }

    /// Position in the content after the line of a call.
    long endOf(int index) {
        return position + ends[index];
    }

    /// Line of a call within the batch, from 1.
    int lineOf(int index) {
        return lines[index];
    }

    int lineCount() {
        return lineCount;
    }

    int rejected() {
        return rejected;
    }

    int rejectLine(int index) {
        return rejectLines[index];
    }

    Reason rejectReason(int index) {
        return rejectReasons[index];
    }

    /// The whole reject, where it was among the first for its reason.
    @Nullable
    Rejected sampleAt(int line) {
        for (Reject sample : samples) {
            if (sample.line() == line) {
                return sample.rejected();
            }
        }
        return null;
    }

    long end() {
        return position + length;
    }

    /// Where a last line begins that has no line break and could not be read: perhaps it is still being
    /// written. The end otherwise.
    long endOfWholeLines() {
        return unfinished < 0 ? end() : position + unfinished;
    }

    /// The last bytes before a position, at most so many; fewer if the block begins later.
    byte[] before(long end, int max) {
        int to = Math.toIntExact(end - position);
        return to < 0 ? new byte[0] : Arrays.copyOfRange(bytes, Math.max(0, to - max), to);
    }

    /// The bytes the batch was read from; nobody may look at them after giving them back.
    byte[] bytes() {
        return bytes;
    }
}
