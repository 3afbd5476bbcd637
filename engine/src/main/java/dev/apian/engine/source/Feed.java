// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.Formats;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Reads the pieces of one file on many threads and hands them out in order.
///
/// A worker takes the next piece off the file (one at a time) and reads its records (in parallel). No more
/// than `depth` pieces are on their way, so memory stays bounded however slow the taker is.
final class Feed implements AutoCloseable {

    /// What became of a piece.
    sealed interface Delivery {
        /// Lines that were read.
        record Of(Batch batch) implements Delivery {}

        /// The end of the file, or of what could be read of it.
        record Last(Lines.Piece end) implements Delivery {}

        /// A bug on a worker.
        record Bug(Throwable cause) implements Delivery {}
    }

    /// How the records of a file are read.
    ///
    /// @param reader for them
    /// @param detect whether the start must look like records first; otherwise the file is refused
    record Reading(CallReader reader, boolean detect) {}

    private static final long POLL_MILLIS = 100;

    private final Lines lines;
    private final Reading reading;
    private final Executor pool;
    private final Map<Long, Delivery> ready = new HashMap<>();
    private final BooleanSupplier stopped;
    private boolean looked;
    private long cut;
    private long taken;
    private boolean closed;

    Feed(Lines lines, Reading reading, Executor pool, int depth, BooleanSupplier stopped) {
        this.lines = lines;
        this.reading = reading;
        this.pool = pool;
        this.stopped = stopped;
        this.looked = !reading.detect;
        for (int i = 0; i < depth; i++) {
            pool.execute(this::readOne);
        }
    }

    /// The next delivery, waiting for it; null if the run was stopped before it came.
    @Nullable
    Delivery take() {
        Delivery next;
        synchronized (ready) {
            while (!ready.containsKey(taken)) {
                if (stopped.getAsBoolean()) {
                    return null;
                }
                await();
            }
            next = ready.remove(taken++);
        }
        switch (next) {
            case Delivery.Of batch -> pool.execute(this::readOne);
            case Delivery.Last last -> {}
            case Delivery.Bug bug -> throw new IllegalStateException("reading failed: " + bug.cause, bug.cause);
            case null -> {}
        }
        return next;
    }

    /// Gives the memory of a batch back.
    void reuse(Batch batch) {
        lines.reuse(batch.bytes());
    }

    @Override
    public void close() {
        synchronized (lines) {
            closed = true;
        }
    }

    private void await() {
        try {
            ready.wait(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }

    private void readOne() {
        long sequence;
        Lines.Piece piece;
        Delivery delivery;
        synchronized (lines) {
            if (closed) {
                return;
            }
            sequence = cut++;
            try {
                piece = looked(lines.next());
                delivery = new Delivery.Last(piece);
            } catch (RuntimeException | Error e) {
                piece = new Lines.Piece.End(0);
                delivery = new Delivery.Bug(e);
            }
        }
        try {
            delivery = switch (piece) {
                case Lines.Piece.Block block -> new Delivery.Of(Batch.of(block, reading.reader));
                case Lines.Piece.TooLong line -> new Delivery.Of(Batch.of(line, reading.reader));
                case Lines.Piece.End end -> delivery;
                case Lines.Piece.Broken broken -> delivery;
            };
        } catch (RuntimeException | Error e) {
            delivery = new Delivery.Bug(e);
        }
        synchronized (ready) {
            ready.put(sequence, delivery);
            ready.notifyAll();
        }
    }

    /// The first lines decide whether the file holds records at all.
    private Lines.Piece looked(Lines.Piece piece) {
        if (looked || !(piece instanceof Lines.Piece.Block block) || isBlank(block)) {
            return piece;
        }
        looked = true;
        return switch (Formats.detect(block.bytes(), 0, block.length())) {
            case Formats.Detected.Known known -> piece;
            case Formats.Detected.Unknown unknown -> {
                closed = true;
                yield new Lines.Piece.Broken(new InputException(unknown.reason()), block.position());
            }
        };
    }

    private static boolean isBlank(Lines.Piece.Block block) {
        for (int i = 0; i < block.length(); i++) {
            if (block.bytes()[i] > ' ' || block.bytes()[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
