// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

/// The verdict on one algorithm for one vendor, seed and kind of traffic.
record Result(
        Variant variant,
        Regime regime,
        int requests,
        long seed,
        Algorithm algorithm,
        String vendor,
        Trial.Verdict verdict) {

    Score score() {
        return verdict.score();
    }
}
