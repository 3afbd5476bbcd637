// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The vendors of a folder: `templates.tsv` (api, method, template, server) and `specs/API/openapi.*`.
final class Corpus {

    private Corpus() {}

    /// @param wanted by the vendor's name
    static List<Vendor> read(Path folder, Predicate<String> wanted) throws IOException {
        Map<String, List<String[]>> rows = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("templates.tsv"))) {
            String[] row = line.split("\t", -1);
            if (row.length != 4) {
                throw new IOException("templates.tsv: found " + line + ", expected api, method, template, server");
            }
            if (wanted.test(row[0])) {
                rows.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(row);
            }
        }
        List<Vendor> vendors = new ArrayList<>();
        for (Map.Entry<String, List<String[]>> entry : rows.entrySet()) {
            Path specs = folder.resolve("specs").resolve(entry.getKey());
            vendors.add(vendor(entry.getKey(), Document.parse(Files.readAllBytes(document(specs))), entry.getValue()));
        }
        return vendors;
    }

    private static Vendor vendor(String name, Document document, List<String[]> rows) {
        return Vendor.of(
                name,
                rows.stream()
                        .map(row -> document.operation(document.base(row[3]), row[1], row[2]))
                        .toList());
    }

    /// The document as it was mended, if there is that and the original.
    private static Path document(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("openapi\\.(ya?ml|json)"))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new IOException(folder + ": found no openapi.yaml, .yml or .json"));
        }
    }
}
