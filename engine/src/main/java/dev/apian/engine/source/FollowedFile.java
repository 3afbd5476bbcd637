// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import dev.apian.stage.call.Formats;
import dev.apian.stage.call.Outcome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One file that is followed: kept open, so that it is read to its end whatever becomes of its name.
///
/// Whenever it changed it is read from where its [Track] ends. Before that its beginning is compared, so that a file
/// that was truncated, or replaced under one inode, begins anew. Belongs to the follower's thread.
final class FollowedFile {

    private static final int BLOCK_BYTES = 1 << 17;

    /// Where it is.
    enum State {
        /// Not identified yet: too little of it is there, or it is a copy of another that is followed.
        WAITING,
        FOLLOWED,
        /// It holds no records, or what it holds cannot be told from what was read.
        SET_ASIDE
    }

    private final Lent lent;
    private Path path;
    private @Nullable FileChannel channel;
    private State state = State.WAITING;
    private @Nullable Track track;
    private @Nullable Content content;
    private @Nullable Lines lines;
    private @Nullable Batch batch;
    private int next;
    private int nextReject;
    private boolean looked;
    private boolean packed;
    private boolean unfinished;
    private boolean takesLastLine;
    private boolean due = true;
    private boolean gone;
    private long size = -1;
    private long modified;
    private long changedMillis;
    private long firstMicros = Long.MIN_VALUE;

    FollowedFile(Lent lent, Path path) {
        this.lent = lent;
        this.path = path;
    }

    State state() {
        return state;
    }

    Path path() {
        return path;
    }

    /// Looks whether it changed.
    ///
    /// @param found      null where it has no name any more that is followed
    /// @param attributes of the file; null where it has no name any more
    void look(@Nullable Path found, @Nullable BasicFileAttributes attributes, long nowMillis) throws IOException {
        path = found == null ? path : found;
        gone = found == null;
        long newSize = attributes != null ? attributes.size() : channel != null ? channel.size() : size;
        long newModified =
                attributes == null ? modified : attributes.lastModifiedTime().toMillis();
        if (newSize != size || newModified != modified) {
            size = newSize;
            modified = newModified;
            changedMillis = nowMillis;
            due = true;
        }
        Duration wait = gone ? lent.settings().gone() : lent.settings().lastLine();
        if (unfinished && nowMillis - changedMillis >= wait.toMillis()) {
            takesLastLine = true;
            due = true;
            changedMillis = gone ? changedMillis : nowMillis;
        }
        if (!isReachable()) {
            return;
        }
        if (state == State.WAITING || (due && isTruncated())) {
            identify();
        }
        rest();
    }

    /// Whether it is gone and all of it was read.
    boolean isOver(long nowMillis) {
        boolean quiet = nowMillis - changedMillis >= lent.settings().gone().toMillis();
        boolean read = state != State.FOLLOWED || (!due && !unfinished);
        return gone && (!isReachable() || (quiet && batch == null && read));
    }

    /// Whether it can still be read.
    private boolean isReachable() {
        return channel != null || !gone;
    }

    /// Where it is in time: its next call; before it is opened the first, where it is known.
    long key() {
        return batch == null || next == batch.size()
                ? firstMicros
                : batch.call(next).micros();
    }

    /// Whether there may be something to read.
    boolean isDue() {
        return state == State.FOLLOWED && (due || lines != null || batch != null);
    }

    /// Makes lines ready, and says whether there are any.
    boolean ready() throws IOException {
        firstMicros = Long.MIN_VALUE;
        while (batch == null && isDue()) {
            Lines open = lines();
            if (open == null) {
                return false;
            }
            switch (open.next()) {
                case Lines.Piece.Block block -> take(block);
                case Lines.Piece.TooLong line ->
                    batch = Batch.of(line, lent.settings().reader());
                case Lines.Piece.End end -> endSession();
                case Lines.Piece.Broken broken -> {
                    lent.said().say(path + ": " + broken.reason().getMessage());
                    endSession();
                }
            }
            next = 0;
            nextReject = 0;
        }
        return batch != null;
    }

    /// The next calls up to a time, one at least.
    Portion take(long untilMicros, int callsMax) {
        Batch from = batch;
        Track of = track;
        if (from == null || of == null) {
            throw new IllegalStateException("take before ready");
        }
        int to = next;
        while (to < from.size()
                && to - next < callsMax
                && (to == next || from.call(to).micros() <= untilMicros)) {
            to++;
        }
        Mark before = of.mark();
        Mark end = to < from.size() ? null : behind(from, before);
        Portion portion = new Portion(receipt(of), before, from, next, to, nextReject, end);
        while (to > next && nextReject < from.rejected() && from.rejectLine(nextReject) < from.lineOf(to - 1)) {
            nextReject++;
        }
        next = to;
        if (end != null) {
            of.mark(end);
            batch = null;
        }
        return portion;
    }

    /// Closes it for good.
    ///
    /// @return the last word about it, null if it was never followed
    @Nullable
    Portion close() throws IOException {
        leave();
        Track of = track;
        if (of == null || of.reader() != this) {
            return null;
        }
        of.reader(null);
        of.mark(of.mark().ended());
        Batch nothing = Batch.none(of.mark().position());
        return new Portion(receipt(of), of.mark(), nothing, 0, 0, 0, of.mark());
    }

    /// Closes it because the follower ends; it will be gone on with.
    void leave() throws IOException {
        endSession();
        channel = lent.open().close(channel);
    }

    /// Where many files are open, one that is not being read is closed until it changes.
    private void rest() throws IOException {
        if (lines == null && lent.open().isFull()) {
            channel = lent.open().close(channel);
        }
    }

    private Content open() throws IOException {
        FileChannel file = channel;
        if (file == null) {
            file = lent.open().open(path);
            channel = file;
        }
        return Content.of(new ChannelStream(file));
    }

    private Portion.Receipt receipt(Track of) {
        return new Portion.Receipt(of.slot, lent.ledger(), lent.refusals());
    }

    private Mark behind(Batch read, Mark before) {
        byte[] tail = read.before(read.end(), Mark.TAIL_BYTES_MAX);
        String print = lent.tracks().marks().fingerprint(tail, 0, tail.length);
        return before.named(path.toString()).at(read.end(), before.line() + read.lineCount(), tail.length, print);
    }

    /// Null if the file is shorter than it was, which the next look will find out.
    private @Nullable Lines lines() throws IOException {
        Track of = track;
        if (lines == null && of != null) {
            due = false;
            Content opened = open();
            content = opened;
            packed = opened.isPacked();
            lent.tracks().begins(of, opened.head());
            if (!opened.skip(of.mark().position())) {
                endSession();
                due = true;
                return null;
            }
            lines = new Lines(
                    opened, of.mark().position(), BLOCK_BYTES, lent.settings().lineBytes());
        }
        return lines;
    }

    private void endSession() throws IOException {
        lines = null;
        if (content != null) {
            content.close();
            content = null;
        }
        rest();
    }

    /// Whole lines are taken. A last one without a line break may still be being written, unless it is a JSON object,
    /// which says itself where it ends, or the end of a packed file.
    private void take(Lines.Piece.Block block) throws IOException {
        int end = block.length();
        while (end > 0 && block.bytes()[end - 1] != '\n') {
            end--;
        }
        boolean isWhole = end == block.length() || takesLastLine || packed || isObject(block, end);
        unfinished = !isWhole;
        Lines.Piece.Block whole = isWhole ? block : new Lines.Piece.Block(block.bytes(), end, block.position());
        if (whole.length() > 0 && isRecords(whole)) {
            batch = Batch.of(whole, lent.settings().reader());
        }
        if (!isWhole) {
            endSession();
        }
        takesLastLine = false;
    }

    private boolean isObject(Lines.Piece.Block block, int from) {
        return block.bytes()[from] == '{'
                && lent.settings().reader().read(block.bytes(), from, block.length()) instanceof Outcome.Accepted;
    }

    /// The first lines decide whether the file holds records at all.
    private boolean isRecords(Lines.Piece.Block block) throws IOException {
        if (looked || !lent.settings().detects() || block.position() > 0) {
            return true;
        }
        return switch (Formats.detect(block.bytes(), 0, block.length())) {
            case Formats.Detected.Known known -> {
                looked = true;
                yield true;
            }
            case Formats.Detected.Unknown unknown -> {
                if (LineBreak.count(block.bytes(), block.length()) >= Formats.LINES_MAX
                        || packed
                        || (gone && takesLastLine)) {
                    setAside(unknown.reason());
                } else {
                    unfinished = true;
                    lent.said().once(path + ": " + unknown.reason() + "; it is looked at again when it grows");
                }
                endSession();
                yield false;
            }
        };
    }

    private void setAside(String why) throws IOException {
        state = State.SET_ASIDE;
        lent.said().once(path + " is set aside: " + why);
        endSession();
    }

    /// Whether what was read is there no more.
    private boolean isTruncated() throws IOException {
        Track of = track;
        if (of == null || lines != null) {
            return false;
        }
        try (Content now = open()) {
            int known = of.head().length;
            boolean same = now.head().length >= known
                    && Arrays.equals(now.head(), 0, known, of.head(), 0, known)
                    && now.skip(of.mark().position());
            if (same) {
                return false;
            }
        }
        lent.said()
                .say(String.format(
                        Locale.ROOT,
                        "%s was truncated or replaced after line %,d; it begins anew, and what was written behind that"
                                + " line is read only if it is in another file that is followed",
                        path,
                        of.mark().line()));
        lent.said().count(Said.BEGUN_ANEW);
        of.reader(null);
        track = null;
        looked = false;
        unfinished = false;
        return true;
    }

    /// Tells which content it is.
    private void identify() throws IOException {
        state = State.WAITING;
        try (Content now = open()) {
            byte[] head = now.head();
            if (head.length == 0) {
                return;
            }
            Track known = lent.tracks().find(head);
            if (known == null) {
                boolean copy = head.length < Track.HEAD_BYTES && lent.tracks().findLonger(head) != null;
                if (!copy) {
                    beginFresh(head);
                }
            } else {
                meet(known, now, head);
            }
        } catch (InputException e) {
            setAside(String.valueOf(e.getMessage()));
        }
    }

    /// It begins like a content that is known. A copy waits until the file it was made from is gone; whoever differs
    /// later is another.
    private void meet(Track known, Content now, byte[] head) throws IOException {
        Mark mark = known.mark();
        byte[] tail = new byte[mark.tailBytes()];
        boolean isLong = now.skip(mark.position() - tail.length) && Planner.read(now, tail);
        String print = tail.length == 0 ? mark.tail() : lent.tracks().marks().fingerprint(tail, 0, tail.length);
        if (isLong && !print.equals(mark.tail())) {
            if (Math.min(head.length, Track.HEAD_BYTES) > mark.headBytes()) {
                beginFresh(head);
            } else if (head.length >= Track.HEAD_BYTES) {
                setAside("it begins like " + mark.name() + ", which was read, but differs before byte "
                        + mark.position() + ", so what is new in it cannot be told; give it to apian analyze --again");
            }
        } else if (known.reader() == null && isLong) {
            lent.said()
                    .say(String.format(
                            Locale.ROOT,
                            "%s: going on after line %,d, where %s was left",
                            path,
                            mark.line(),
                            mark.name()));
            begin(known);
        } else if (known.reader() == null) {
            lent.said()
                    .once(path + " is shorter than " + mark.name() + " was when it was read: an older copy, or cut"
                            + " off; what it gets beyond that is read");
        }
    }

    private void beginFresh(byte[] head) {
        firstMicros = Planner.firstMicros(lent.settings().reader(), head);
        begin(lent.tracks().fresh(path.toString(), head));
        lent.begun().add(path.toString());
    }

    private void begin(Track of) {
        track = of;
        of.reader(this);
        state = State.FOLLOWED;
        due = true;
    }
}
