// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench;

import dev.apian.openapi.ApiDocument;
import dev.apian.openapi.ApiExport;
import dev.apian.openapi.DocumentException;
import dev.apian.openapi.Drift;
import dev.apian.openapi.Operation;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Endpoint.Sensitivity;
import dev.apian.stage.endpoint.Facts;
import dev.apian.stage.endpoint.Facts.Bodies;
import dev.apian.stage.endpoint.Listed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// How many documents of a folder can be read, how long that takes, and whether traffic that keeps to one drifts from
/// it: each operation is seen once, and the inventory is exported and read again.
public final class OpenApiReading {

    private OpenApiReading() {}

    /// @param args the folder; every `openapi.*` below it is read
    public static void main(String[] args) throws IOException {
        List<ApiDocument> read = new ArrayList<>();
        List<Path> files = files(Path.of(args[0]));
        long began = System.nanoTime();
        for (Path file : files) {
            try {
                read.add(ApiDocument.read(file.toString(), Files.readString(file)));
            } catch (DocumentException e) {
                System.out.println(e.getMessage());
            }
        }
        System.out.printf(
                "%d of %d documents read, %,d operations, %.1f s%n",
                read.size(), files.size(), operations(read), seconds(began));
        compare(read);
    }

    private static void compare(List<ApiDocument> documents) throws IOException {
        long drifts = 0;
        long again = 0;
        long began = System.nanoTime();
        List<Listed> all = new ArrayList<>();
        for (ApiDocument document : documents) {
            List<Listed> seen = document.operations().stream()
                    .map(OpenApiReading::seen)
                    .distinct()
                    .toList();
            drifts += Drift.of(List.of(document), seen).size();
            again += readAgain(document.name(), ApiExport.of(seen, "")) ? 1 : 0;
            all.addAll(seen);
        }
        System.out.printf(
                "each beside its own traffic: %d drifts; %d exports read again; %.1f s%n",
                drifts, again, seconds(began));
        began = System.nanoTime();
        int found = Drift.of(documents, all).size();
        System.out.printf(
                "all beside all traffic, %,d endpoints: %d drifts, %.1f s%n", all.size(), found, seconds(began));
    }

    private static boolean readAgain(String name, String export) throws IOException {
        try {
            return !ApiDocument.read(name, export).operations().isEmpty();
        } catch (DocumentException e) {
            throw new IOException(e);
        }
    }

    private static Listed seen(Operation operation) {
        String host = operation.hosts().stream().sorted().findFirst().orElse("");
        Facts facts = new Facts(1, 1, 0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), Bodies.NONE, Bodies.NONE, 0);
        return new Listed(
                new Endpoint(0, operation.method(), host, operation.template(), Sensitivity.LOW, Set.of()),
                facts,
                List.of(),
                List.of());
    }

    private static long operations(List<ApiDocument> documents) {
        return documents.stream()
                .mapToLong(document -> document.operations().size())
                .sum();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> String.valueOf(file.getFileName()).startsWith("openapi."))
                    .sorted()
                    .toList();
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
