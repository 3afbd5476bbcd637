// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// When a credential ends that says how long it lasts.
final class Expiry {

    /// Ten years: what claims to last longer is taken as lasting that long.
    static final long SECONDS_MAX = 315_360_000L;

    private Expiry() {}

    static long after(long micros, long seconds) {
        return micros + Math.min(seconds, SECONDS_MAX) * 1_000_000;
    }
}
