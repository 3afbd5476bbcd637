// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What to measure, as the command line says.
///
/// @param vendors only these, all of the half if empty
/// @param full    also without noise and without bodies
/// @param worst   so many results are shown with their mistakes
record Options(
        Path corpus,
        Half half,
        List<Regime> regimes,
        List<Integer> requests,
        List<Long> seeds,
        double noise,
        boolean bodies,
        boolean senders,
        boolean rivals,
        boolean full,
        Set<String> vendors,
        int worst) {

    static final String USAGE = """
            usage: bench/endpoints CORPUS [--split tune|held-out] [--regimes easy,normal,hard] [--requests 20,100]
                [--seeds 1,2,3,4,5] [--noise 0.1] [--no-bodies] [--no-senders] [--no-rivals] [--full] [--vendors a,b]
                [--worst 20]
            CORPUS has templates.tsv (api, method, template, server) and specs/API/openapi.yaml.
            --full also measures without noise and without bodies.""";

    Options {
        regimes = List.copyOf(regimes);
        requests = List.copyOf(requests);
        seeds = List.copyOf(seeds);
        vendors = Set.copyOf(vendors);
    }

    /// @throws IllegalArgumentException with what is wrong
    static Options parse(String... args) {
        if (args.length == 0 || args[0].startsWith("--")) {
            throw new IllegalArgumentException("found no corpus\n" + USAGE);
        }
        Options options = new Options(
                Path.of(args[0]),
                Half.TUNE,
                List.of(Regime.values()),
                List.of(20, 100),
                List.of(1L, 2L, 3L, 4L, 5L),
                0.1,
                true,
                true,
                true,
                false,
                Set.of(),
                0);
        int at = 1;
        while (at < args.length) {
            String value = at + 1 < args.length ? args[at + 1] : "";
            options = options.with(args[at], value);
            at += value.startsWith("--") || value.isEmpty() ? 1 : 2;
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--split" -> copy(Half.named(value), regimes, requests, seeds, noise);
            case "--regimes" ->
                copy(half, list(value).stream().map(Regime::named).toList(), requests, seeds, noise);
            case "--requests" ->
                copy(half, regimes, list(value).stream().map(Integer::valueOf).toList(), seeds, noise);
            case "--seeds" ->
                copy(
                        half,
                        regimes,
                        requests,
                        list(value).stream().map(Long::valueOf).toList(),
                        noise);
            case "--noise" -> copy(half, regimes, requests, seeds, Double.parseDouble(value));
            case "--no-bodies" -> with(false, senders, rivals, full, vendors, worst);
            case "--no-senders" -> with(bodies, false, rivals, full, vendors, worst);
            case "--no-rivals" -> with(bodies, senders, false, full, vendors, worst);
            case "--full" -> with(bodies, senders, rivals, true, vendors, worst);
            case "--vendors" -> with(bodies, senders, rivals, full, Set.copyOf(list(value)), worst);
            case "--worst" -> with(bodies, senders, rivals, full, vendors, Integer.parseInt(value));
            default -> throw new IllegalArgumentException("found " + name + "\n" + USAGE);
        };
    }

    private static List<String> list(String value) {
        return Arrays.asList(value.split(",", -1));
    }

    private Options copy(Half half, List<Regime> regimes, List<Integer> requests, List<Long> seeds, double noise) {
        return new Options(
                corpus, half, regimes, requests, seeds, noise, bodies, senders, rivals, full, vendors, worst);
    }

    private Options with(
            boolean bodies, boolean senders, boolean rivals, boolean full, Set<String> vendors, int worst) {
        return new Options(
                corpus, half, regimes, requests, seeds, noise, bodies, senders, rivals, full, vendors, worst);
    }

    boolean wants(String vendor) {
        return Half.of(vendor) == half && (vendors.isEmpty() || vendors.contains(vendor));
    }

    /// The variants of the traffic, the main one first.
    List<Variant> variants() {
        Variant main = new Variant(noise, bodies, senders);
        return full
                ? List.of(main, new Variant(0, bodies, senders), new Variant(noise, false, senders))
                : List.of(main);
    }

    List<Algorithm> algorithms() {
        return rivals ? List.of(Algorithm.values()) : List.of(Algorithm.APIAN);
    }
}
