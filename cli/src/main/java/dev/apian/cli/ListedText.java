// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.TextTable;
import dev.apian.stage.endpoint.Decision;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Facts;
import dev.apian.stage.endpoint.Listed;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A line of the inventory as text for a terminal.
record ListedText(Listed listed) {

    void write(Appendable out) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        addFacts(rows);
        TextTable.write(List.of(listed.endpoint().toString(), hostOr("any host")), rows, out);
        out.append('\n');
        writeDecisions(out);
        writeBodies("request", listed.facts().request(), out);
        writeBodies("response", listed.facts().response(), out);
    }

    private void addFacts(List<List<String>> rows) {
        Endpoint endpoint = listed.endpoint();
        Facts facts = listed.facts();
        rows.add(List.of("id", endpoint.text()));
        rows.add(List.of(
                "calls",
                "%d, %d served, %d of them without a credential"
                        .formatted(facts.calls(), facts.served(), facts.anonymous())));
        rows.add(List.of("seen", facts.calls() == 0 ? "" : time(facts.first()) + " to " + time(facts.last())));
        rows.add(List.of("posture", word(facts.posture())));
        rows.add(List.of("sensitivity", word(endpoint.sensitivity())));
        rows.add(List.of(
                "labels",
                endpoint.labels().stream().map(ListedText::word).sorted().collect(Collectors.joining(", "))));
        rows.add(List.of("statuses", counts(facts.statuses())));
        rows.add(List.of("query", counts(facts.parameters())));
        rows.add(List.of("data in requests", counts(labels(facts.requestData()))));
        rows.add(List.of("data in responses", counts(labels(facts.responseData()))));
    }

    private void writeDecisions(Appendable out) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Decision decision : listed.decisions()) {
            rows.add(List.of(
                    decision.text(),
                    word(decision.because()),
                    decision.odds() == 0 ? "" : "%.1f".formatted(decision.odds()),
                    String.join("; ", decision.evidence())));
        }
        if (!rows.isEmpty()) {
            TextTable.write(List.of("part", "because", "odds", "evidence"), rows, out);
            out.append('\n');
        }
    }

    private static void writeBodies(String direction, Facts.Bodies bodies, Appendable out) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        new TreeMap<>(bodies.keys().entrySet().stream()
                        .collect(Collectors.toMap(
                                key -> key.getKey().path() + "  "
                                        + word(key.getKey().type()),
                                Map.Entry::getValue)))
                .forEach((key, count) -> rows.add(List.of(key, "in %d of %d".formatted(count, bodies.seen()))));
        if (!rows.isEmpty()) {
            TextTable.write(List.of("keys of " + direction + "s", "bodies"), rows, out);
            out.append('\n');
        }
    }

    private String hostOr(String none) {
        String host = listed.endpoint().host();
        return host.isEmpty() ? none : host;
    }

    private static Map<String, Long> labels(Map<? extends Enum<?>, Long> counts) {
        return counts.entrySet().stream().collect(Collectors.toMap(count -> word(count.getKey()), Map.Entry::getValue));
    }

    private static <K> String counts(Map<K, Long> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(count -> count.getKey() + ": " + count.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String time(long micros) {
        return Instant.EPOCH
                .plus(micros, ChronoUnit.MICROS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
