// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import dev.apian.stage.call.Call;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads one source call by call. Opens it when it is first asked, and knows the position after the last call
/// taken.
final class Cursor implements AutoCloseable {

    /// Whether there is a call to take.
    enum State {
        READY,
        ENDED,
        STOPPED
    }

    /// Opens the feed of a source when its time has come.
    interface Opener {
        Feed open(Content content, Mark start) throws IOException;
    }

    /// So many calls vote on where in time a source is, so that one wrong clock does not hold the others up.
    private static final int VOTES = 5;

    private final Source source;
    private final Opener opener;
    private final Rejects rejects;
    private @Nullable Content content;
    private @Nullable Feed feed;
    private @Nullable Batch batch;
    private int next;
    private int nextReject;
    private long position;
    private long line;
    private long batchLine;
    private byte[] tail = new byte[0];
    private long length = -1;
    private long calls;
    private long rejected;
    private @Nullable IOException failure;

    Cursor(Source source, Opener opener, Rejects rejects) {
        this.source = source;
        this.opener = opener;
        this.rejects = rejects;
        this.position = source.start().position();
        this.line = source.start().line();
        this.batchLine = line;
    }

    /// Makes the next call ready, waiting for it.
    State ready() {
        if (failure != null || length >= 0) {
            return State.ENDED;
        }
        while (batch == null || next == batch.size()) {
            leaveBatch();
            Feed.Delivery delivery;
            try {
                delivery = feed().take();
            } catch (IOException e) {
                failure = e;
                return State.ENDED;
            }
            switch (delivery) {
                case Feed.Delivery.Of of -> {
                    batch = of.batch();
                    next = 0;
                    nextReject = 0;
                }
                case Feed.Delivery.Last last -> {
                    end(last.end());
                    return State.ENDED;
                }
                case Feed.Delivery.Bug bug -> throw new IllegalStateException(bug.cause());
                case null -> {
                    return State.STOPPED;
                }
            }
        }
        return State.READY;
    }

    /// Where the source is in time: the median of the calls it gives next; before it is opened the time of
    /// its first.
    long key() {
        if (batch == null || next == batch.size()) {
            return source.firstMicros();
        }
        long[] votes = new long[Math.min(VOTES, batch.size() - next)];
        for (int i = 0; i < votes.length; i++) {
            votes[i] = batch.call(next + i).micros();
        }
        Arrays.sort(votes);
        return votes[votes.length / 2];
    }

    /// Takes the call that is [#ready].
    Call take() {
        if (batch == null) {
            throw new IllegalStateException("take before ready");
        }
        countRejects(batch, batch.lineOf(next));
        position = batch.endOf(next);
        line = batchLine + batch.lineOf(next);
        calls++;
        return batch.call(next++);
    }

    /// Where to go on after the last call taken.
    Mark mark(Marks marks) {
        byte[] before = batch == null ? tail : batch.before(position, Mark.TAIL_BYTES_MAX);
        before = before.length == 0 ? tail : before;
        Mark start = source.start();
        boolean moved = position != start.position();
        return new Mark(
                source.name(),
                start.headBytes(),
                start.head(),
                position,
                line,
                moved ? before.length : start.tailBytes(),
                moved ? marks.fingerprint(before, 0, before.length) : start.tail(),
                length,
                start.order());
    }

    Source source() {
        return source;
    }

    boolean hasMoved() {
        return position != source.start().position() || length >= 0;
    }

    long calls() {
        return calls;
    }

    long rejected() {
        return rejected;
    }

    /// Why the source could not be read, or not to its end.
    @Nullable
    IOException failure() {
        return failure;
    }

    long lines() {
        return line;
    }

    /// Bytes of the file that were read so far, as it is packed.
    long rawBytes() {
        return content == null ? 0 : content.rawBytes();
    }

    @Override
    public void close() throws IOException {
        if (feed != null) {
            feed.close();
        }
        if (content != null) {
            content.close();
        } else if (source.open() != null) {
            source.open().close();
        }
    }

    private Feed feed() throws IOException {
        Feed open = feed;
        if (open == null) {
            Content opened = source.content();
            content = opened;
            open = opener.open(opened, source.start());
            feed = open;
        }
        return open;
    }

    private void leaveBatch() {
        if (batch == null) {
            return;
        }
        countRejects(batch, Integer.MAX_VALUE);
        position = batch.endOfWholeLines();
        line = batchLine + batch.lineCount() - (position == batch.end() ? 0 : 1);
        batchLine += batch.lineCount();
        tail = batch.before(position, Mark.TAIL_BYTES_MAX);
        if (feed != null) {
            feed.reuse(batch);
        }
        batch = null;
    }

    private void countRejects(Batch of, int beforeLine) {
        while (nextReject < of.rejected() && of.rejectLine(nextReject) < beforeLine) {
            int at = of.rejectLine(nextReject);
            rejects.add(of.rejectReason(nextReject), source.name(), batchLine + at, of.sampleAt(at));
            nextReject++;
            rejected++;
        }
    }

    private void end(Lines.Piece last) {
        switch (last) {
            case Lines.Piece.End end -> length = end.position();
            case Lines.Piece.Broken broken -> failure = broken.reason();
            case Lines.Piece.Block block -> throw new IllegalStateException("lines are no end");
            case Lines.Piece.TooLong tooLong -> throw new IllegalStateException("a line is no end");
        }
    }
}
