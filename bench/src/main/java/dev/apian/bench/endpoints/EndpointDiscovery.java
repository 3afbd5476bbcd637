// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures how well endpoints are found, and prints tables.
public final class EndpointDiscovery {

    private EndpointDiscovery() {}

    /// @param args see [Options#USAGE]
    public static void main(String[] args) throws IOException {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        long began = System.nanoTime();
        List<Vendor> vendors = Corpus.read(options.corpus(), options::wants);
        int operations =
                vendors.stream().mapToInt(vendor -> vendor.operations().size()).sum();
        System.err.printf(
                Locale.ROOT,
                "%s: %d vendors, %d operations, read in %.1f s%n",
                options.half().label(),
                vendors.size(),
                operations,
                seconds(began));
        List<Result> results = new ArrayList<>();
        for (Variant variant : options.variants()) {
            for (Regime regime : options.regimes()) {
                for (int requests : options.requests()) {
                    for (long seed : options.seeds()) {
                        measure(options, vendors, variant, regime, requests, seed, results);
                    }
                }
            }
        }
        Tables tables = new Tables(options, results);
        System.out.println(tables.markdown());
        if (options.worst() > 0) {
            System.out.println(tables.worst());
        }
    }

    private static void measure(
            Options options,
            List<Vendor> vendors,
            Variant variant,
            Regime regime,
            int requests,
            long seed,
            List<Result> results) {
        long began = System.nanoTime();
        long calls = 0;
        for (Vendor vendor : vendors) {
            Trial trial = new Trial(vendor, variant.setting(regime, requests, seed));
            calls += trial.calls();
            for (Algorithm algorithm : options.algorithms()) {
                Trial.Verdict verdict = trial.run(algorithm.begin());
                results.add(new Result(variant, regime, requests, seed, algorithm, vendor.name(), verdict));
            }
        }
        System.err.printf(
                Locale.ROOT,
                "%s, %s, %d requests, seed %d: %,d calls in %.1f s%n",
                variant.label(),
                regime.label(),
                requests,
                seed,
                calls,
                seconds(began));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
