// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Outcome.Reason;
import dev.apian.stage.call.Outcome.Rejected;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls that follow one another in a followed file, on their way to the engine, with the positions they end at.
///
/// Whoever offers them to the engine says of each beforehand that it is [#take]n, so that a checkpoint holds the
/// position behind exactly the calls that are in it. Bad lines are counted on the same way, and as exactly.
public final class Portion {

    /// Counts a line that was no call. Called on the thread that offers calls to the engine.
    public interface Refusals {

        /// @param sample the whole of it, where it was among the first for its reason
        void add(Reason reason, String file, long line, @Nullable Rejected sample);
    }

    /// Where it is told how far the engine came.
    ///
    /// @param slot of the content in the ledger
    record Receipt(int slot, Ledger ledger, Refusals refusals) {}

    private final Receipt receipt;
    private final Mark before;
    private final Batch batch;
    private final int from;
    private final List<Call> calls;
    private final @Nullable Mark end;
    private int nextReject;
    private int taken;

    /// @param before      the mark before the batch
    /// @param from        index of the first call in the batch
    /// @param to          index after the last
    /// @param firstReject index of the first reject in the batch that is not counted yet
    /// @param end         the mark behind the batch if this is the last of it
    Portion(Receipt receipt, Mark before, Batch batch, int from, int to, int firstReject, @Nullable Mark end) {
        this.receipt = receipt;
        this.before = before;
        this.batch = batch;
        this.from = from;
        this.calls = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            calls.add(batch.call(i));
        }
        this.nextReject = firstReject;
        this.end = end;
    }

    /// The file they are in, as people read it.
    public String file() {
        return before.name();
    }

    /// In the order of the file. May be empty, where lines were no calls.
    public List<Call> calls() {
        return calls;
    }

    /// The next call is being offered to the engine.
    public void take() {
        if (taken == 0) {
            receipt.ledger.began(receipt.slot, this);
        }
        countRejects(batch.lineOf(from + taken));
        taken++;
    }

    /// All calls were offered.
    public void finish() {
        if (end != null) {
            countRejects(Integer.MAX_VALUE);
            receipt.ledger.ended(receipt.slot, end);
        }
    }

    /// How far the file was taken.
    Mark mark(Marks marks) {
        int last = from + taken - 1;
        byte[] tail = batch.before(batch.endOf(last), Mark.TAIL_BYTES_MAX);
        String print = marks.fingerprint(tail, 0, tail.length);
        return before.at(batch.endOf(last), before.line() + batch.lineOf(last), tail.length, print);
    }

    private void countRejects(int beforeLine) {
        while (nextReject < batch.rejected() && batch.rejectLine(nextReject) < beforeLine) {
            int line = batch.rejectLine(nextReject);
            Reason reason = batch.rejectReason(nextReject++);
            receipt.refusals.add(reason, before.name(), before.line() + line, batch.sampleAt(line));
        }
    }
}
