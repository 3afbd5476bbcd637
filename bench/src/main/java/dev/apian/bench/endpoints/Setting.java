// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

/// The traffic to make.
///
/// @param requests of one operation, on average
/// @param noise    calls of scanners for one call of the API
/// @param bodies   whether the log has bodies, or only their sizes
/// @param senders  whether the log has authorization headers
record Setting(Regime regime, int requests, long seed, double noise, boolean bodies, boolean senders) {

    Setting {
        if (requests < 1 || noise < 0) {
            throw new IllegalArgumentException(
                    "requests=" + requests + ", noise=" + noise + ", expected at least 1 and at least 0");
        }
    }

    /// Traffic with bodies and senders.
    static Setting of(Regime regime, int requests, long seed, double noise) {
        return new Setting(regime, requests, seed, noise, true, true);
    }
}
