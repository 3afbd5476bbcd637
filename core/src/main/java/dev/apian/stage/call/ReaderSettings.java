// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.function.LongSupplier;

/// What every reader needs to know.
///
/// @param latestMicros the latest event time to believe, asked for each record; the core has no clock of its
///                     own
public record ReaderSettings(
        Fingerprints fingerprints, TrustedProxies proxies, LongSupplier latestMicros, Limits limits) {

    /// 2000-01-01: what is older is a number in the wrong unit or a clock that was never set.
    public static final long EARLIEST_MICROS = 946_684_800_000_000L;

    /// Reads with the default limits and private networks as trusted proxies.
    public static ReaderSettings of(byte[] key, LongSupplier latestMicros) {
        return new ReaderSettings(new Fingerprints(key), TrustedProxies.PRIVATE, latestMicros, Limits.DEFAULT);
    }

    public static ReaderSettings of(byte[] key, long latestMicros) {
        return of(key, () -> latestMicros);
    }

    public ReaderSettings withLimits(Limits other) {
        return new ReaderSettings(fingerprints, proxies, latestMicros, other);
    }

    public ReaderSettings withProxies(TrustedProxies other) {
        return new ReaderSettings(fingerprints, other, latestMicros, limits);
    }
}
