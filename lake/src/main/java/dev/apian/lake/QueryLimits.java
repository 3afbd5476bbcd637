// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.time.Duration;

/// What one query may use.
///
/// @param timeout  until the last row is read
/// @param memoryMb of DuckDB, over all queries at a time; beyond it sorting and grouping spill to disk
/// @param spillMb  on disk, under the data directory
/// @param rowsMax  of a result; more are cut, and [QueryResult#isCut] says so
/// @param threads  that work on queries; 0 for as many as there are processors
public record QueryLimits(Duration timeout, int memoryMb, int spillMb, long rowsMax, int threads) {

    public static final QueryLimits DEFAULT = new QueryLimits(Duration.ofSeconds(60), 1024, 16 << 10, 1_000_000);

    /// One statement, before it is parsed.
    public static final int SQL_CHARACTERS_MAX = 100_000;

    public QueryLimits {
        if (timeout.isNegative() || timeout.isZero() || memoryMb < 64 || spillMb < 0 || rowsMax < 1 || threads < 0) {
            throw new IllegalArgumentException(
                    ("timeout=%s memoryMb=%d spillMb=%d rowsMax=%d threads=%d; timeout and rowsMax must be positive,"
                                    + " memoryMb >= 64")
                            .formatted(timeout, memoryMb, spillMb, rowsMax, threads));
        }
    }

    /// With all processors.
    public QueryLimits(Duration timeout, int memoryMb, int spillMb, long rowsMax) {
        this(timeout, memoryMb, spillMb, rowsMax, 0);
    }

    public QueryLimits withTimeout(Duration other) {
        return new QueryLimits(other, memoryMb, spillMb, rowsMax, threads);
    }

    public QueryLimits withRowsMax(long other) {
        return new QueryLimits(timeout, memoryMb, spillMb, other, threads);
    }
}
