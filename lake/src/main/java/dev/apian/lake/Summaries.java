// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// What is counted over all calls of a lake, kept as tables so that no page has to read fifty million calls: the tables
/// `actors`, `endpoints`, `entities`, `explained`, `matrix` and `processes` as [Query] has them, and some more.
///
/// A thread keeps them up to date: it adds the sums over new files to those it has ([Sums]) and tells the other tables
/// from them ([Told]). It rests ten times as long as it worked, so that the tables of a large lake are some minutes
/// old, and says of when they are ([#asOf]). Only files that a checkpoint covers count. If rows vanish, as retention
/// makes them, all is counted anew. Small lakes need no summaries and have none. For many threads.
public final class Summaries implements AutoCloseable {

    /// With fewer calls the lake itself is asked.
    public static final long CALLS_MIN = 100_000;

    private static final int REST_FACTOR = 10;
    private static final Duration CLOSING_MAX = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration REST_AFTER_FAILURE = Duration.ofMinutes(1);

    private final Path callFolder;
    private final Path tableFolder;
    private final QueryLimits limits;
    private final LeftOut leftOut;
    private final SummaryStore store;
    private final Thread worker;
    private volatile @Nullable Instant asOf;
    private volatile boolean closed;
    private Manifest seen = Manifest.EMPTY;

    private Summaries(Path directory, QueryLimits limits, SummaryStore store) throws SQLException {
        this.callFolder = CallLake.folder(directory);
        this.tableFolder = Snapshot.folder(directory);
        this.limits = limits;
        this.leftOut = new LeftOut(callFolder, directory.resolve("tmp"));
        this.store = store;
        this.asOf = store.state().map(SummaryStore.State::asOf).orElse(null);
        this.worker = Thread.ofPlatform().name("apian-summaries").daemon().unstarted(this::work);
    }

    /// Opens the summaries of a data directory or a cluster's lake, and begins to keep them up to date.
    public static Summaries open(Path dataDirectory, QueryLimits limits) throws IOException {
        Summaries summaries = over(dataDirectory, limits);
        summaries.worker.start();
        return summaries;
    }

    /// The same without a thread, for who calls [#refresh].
    static Summaries over(Path dataDirectory, QueryLimits limits) throws IOException {
        Path directory = dataDirectory.toRealPath();
        SummaryStore store = SummaryStore.open(directory);
        try {
            return new Summaries(directory, limits, store);
        } catch (SQLException e) {
            store.close();
            throw new IOException("%s: cannot open the summaries: %s".formatted(dataDirectory, e.getMessage()), e);
        }
    }

    /// When the lake was as these tables tell; empty while there are none.
    public Optional<Instant> asOf() {
        return Optional.ofNullable(asOf);
    }

    /// Runs a statement of the server's over these tables, with a value for each `?`.
    public QueryResult prepared(String sql, List<? extends @Nullable Object> parameters)
            throws QueryException, IOException {
        try {
            return Query.start(store.connect(), sql, parameters, limits, new QueryStop(), Summaries::midway);
        } catch (SQLException e) {
            throw new QueryException(String.valueOf(e.getMessage()), e);
        }
    }

    private static QueryException midway(SQLException failure) {
        return new QueryException(String.valueOf(failure.getMessage()), failure);
    }

    /// Brings the tables up to what is listed now.
    ///
    /// @param callsMin with fewer calls nothing is kept
    /// @return milliseconds of work; empty if there was nothing to do
    synchronized Optional<Long> refresh(long callsMin) throws IOException, SQLException {
        Manifest tables = Manifest.read(tableFolder);
        Manifest all = leftOut.readable(Manifest.read(callFolder));
        Manifest listed = all.withFiles(
                all.files().stream().filter(Manifest.Entry::sealed).toList());
        if (listed.files().stream().mapToLong(Manifest.Entry::rows).sum() < callsMin) {
            asOf = null;
            return Optional.empty();
        }
        if (listed.files().equals(seen.files()) && asOf != null) {
            return Optional.empty();
        }
        Views views = Views.of(Manifest.EMPTY, callFolder, tables, tableFolder, false);
        String former = former(views);
        Optional<SummaryStore.State> state =
                store.state().filter(known -> known.former().equals(former));
        Optional<Covered.Step> added =
                state.isEmpty() ? Optional.empty() : store.covered().towards(listed);
        Covered.Step step = added.orElseGet(() -> all(listed));
        long began = System.nanoTime();
        if (added.isEmpty() || !step.fresh().isEmpty() || !step.whole().equals(store.covered())) {
            long processed = state.map(SummaryStore.State::processed).orElse(0L);
            Folding.run(store, step, listed, callFolder, views, added.isEmpty(), former, processed);
        }
        seen = listed;
        asOf = store.state().map(SummaryStore.State::asOf).orElse(null);
        return Optional.of((System.nanoTime() - began) / 1_000_000);
    }

    private static Covered.Step all(Manifest listed) {
        return new Covered(Map.of()).towards(listed).orElseThrow();
    }

    /// Which endpoints are part of others by now: calls are counted under those.
    private String former(Views views) throws SQLException {
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement()) {
            List<Path> files = views.tables().getOrDefault(Table.ENDPOINTS, List.of());
            String endpoints = Views.rows(Table.ENDPOINTS, files);
            try (ResultSet rows = statement.executeQuery(
                    "SELECT coalesce(string_agg(f || ' ' || endpoint, chr(10) ORDER BY f, endpoint), '') FROM"
                            + " (SELECT unnest(former) AS f, endpoint FROM (" + endpoints + "))")) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private void work() {
        while (!closed) {
            long rest = LOOK.toMillis();
            try {
                rest = Math.max(rest, refresh(CALLS_MIN).orElse(0L) * REST_FACTOR);
            } catch (SQLException e) {
                rest = afterFailure(e);
            } catch (IOException | RuntimeException e) {
                rest = REST_AFTER_FAILURE.toMillis();
            }
            for (long until = System.nanoTime() + rest * 1_000_000; !closed && System.nanoTime() < until; ) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
        }
    }

    /// A damaged file is left out from now on; of anything else the tables of before stay.
    private long afterFailure(SQLException failure) {
        try {
            return LeftOut.isSuspect(failure) && leftOut.look() ? 0 : REST_AFTER_FAILURE.toMillis();
        } catch (IOException e) {
            return REST_AFTER_FAILURE.toMillis();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        LockSupport.unpark(worker);
        store.close();
        try {
            if (worker.isAlive()) {
                worker.join(CLOSING_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
