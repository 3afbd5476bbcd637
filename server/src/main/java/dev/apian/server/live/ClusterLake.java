// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.Changes;
import dev.apian.catalogue.StoredAlert;
import dev.apian.engine.CoveredHour;
import dev.apian.engine.source.Rejects.Tally;
import dev.apian.lake.CallLake;
import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.stage.profile.Population;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a cluster's job left for readers: calls in its lake, alerts in the catalogue. Asked again whenever
/// somebody looks and the last answer is [#KEPT] old. For many threads: who wants alerts does not wait for a
/// long look at the lake.
public final class ClusterLake implements Watched, AlertShelf {

    static final Duration KEPT = Duration.ofSeconds(2);

    private static final String PROGRESS = """
            SELECT count(*) FILTER (WHERE NOT late), count(*) FILTER (WHERE late),
                   epoch_us(max(time) FILTER (WHERE NOT late))
            FROM calls
            """;

    private final Path lake;
    private final Query query;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final Object counting = new Object();
    private final Map<String, StoredAlert> alerts = new TreeMap<>();
    private Instant askedAlerts = Instant.MIN;
    private Instant askedProgress = Instant.MIN;
    private Progress progress = Progress.NONE;
    private String counted = "";
    private long sequence;
    private volatile @Nullable String lakeFailure;
    private volatile @Nullable String catalogueFailure;

    private ClusterLake(Path lake, Query query, Catalogue catalogue, InstantSource clock) {
        this.lake = lake;
        this.query = query;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// @param catalogue is asked, not closed
    public static ClusterLake open(Path lake, Catalogue catalogue, InstantSource clock) throws IOException {
        return new ClusterLake(lake, Query.open(lake, QueryLimits.DEFAULT), catalogue, clock);
    }

    @Override
    public boolean readsCorrections() {
        return false;
    }

    @Override
    public AlertShelf alerts() {
        return this;
    }

    @Override
    public synchronized List<String> all() {
        refresh();
        List<StoredAlert> sorted = new ArrayList<>(alerts.values());
        sorted.sort((a, b) -> Long.compare(a.raisedMicros(), b.raisedMicros()));
        return sorted.stream().map(StoredAlert::json).toList();
    }

    @Override
    public synchronized Optional<String> byId(String id) {
        refresh();
        return Optional.ofNullable(alerts.get(id)).map(StoredAlert::json);
    }

    @Override
    public synchronized long version() {
        refresh();
        return sequence;
    }

    @Override
    public Progress progress() {
        synchronized (counting) {
            if (isDue(askedProgress)) {
                askedProgress = clock.instant();
                count();
            }
            return progress;
        }
    }

    /// Counting goes over the whole lake, so it is done only if there are other files than before.
    private void count() {
        try {
            String version = CallLake.version(lake);
            if (lakeFailure != null || !version.equals(counted)) {
                look();
                counted = version;
            }
        } catch (IOException e) {
            lakeFailure = "the lake cannot be read: " + e.getMessage();
        }
    }

    private void look() {
        try (QueryResult rows = query.run(PROGRESS)) {
            if (rows.next()) {
                progress = new Progress(
                        number(rows.get(0), 0),
                        number(rows.get(1), 0),
                        number(rows.get(2), Long.MIN_VALUE),
                        0,
                        Map.of());
            }
            lakeFailure = null;
        } catch (IOException | QueryException e) {
            lakeFailure = "the lake cannot be read: " + e.getMessage();
        }
    }

    /// The job puts them into its topic of dead letters.
    @Override
    public List<Tally> rejects() {
        return List.of();
    }

    /// Only calls go into the topic.
    @Override
    public Skipped skipped() {
        return new Skipped(Map.of());
    }

    /// The job keeps it to itself.
    @Override
    public Population population() {
        return Population.UNKNOWN;
    }

    /// The same.
    @Override
    public List<CoveredHour> coverage() {
        return List.of();
    }

    @Override
    public synchronized @Nullable String failure() {
        refresh();
        return catalogueFailure == null ? lakeFailure : catalogueFailure;
    }

    @Override
    public void close() throws IOException {
        query.close();
    }

    private void refresh() {
        if (!isDue(askedAlerts)) {
            return;
        }
        askedAlerts = clock.instant();
        try {
            catalogue.refresh();
            Changes changes = catalogue.alerts().since(sequence);
            changes.alerts().forEach(alert -> alerts.put(alert.id(), alert));
            sequence = changes.sequence();
            catalogueFailure = null;
        } catch (IOException e) {
            catalogueFailure = e.getMessage();
        }
    }

    private boolean isDue(Instant asked) {
        return asked.equals(Instant.MIN) || !clock.instant().isBefore(asked.plus(KEPT));
    }

    private static long number(@Nullable Object value, long absent) {
        return value instanceof Number number ? number.longValue() : absent;
    }
}
