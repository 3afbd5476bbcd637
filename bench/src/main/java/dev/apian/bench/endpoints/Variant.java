// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

/// What a log holds besides the calls of the API.
///
/// @param noise calls of scanners for one call of the API
record Variant(double noise, boolean bodies, boolean senders) {

    String label() {
        return (noise == 0 ? "no noise" : Math.round(100 * noise) + "% noise")
                + (bodies ? "" : ", no bodies")
                + (senders ? "" : ", no senders");
    }

    Setting setting(Regime regime, int requests, long seed) {
        return new Setting(regime, requests, seed, noise, bodies, senders);
    }
}
