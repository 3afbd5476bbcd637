// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Reads every `openapi.*` below a folder that is given, and tells how that went. Run by hand.
final class Vendors {

    private Vendors() {}

    public static void main(String[] args) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
            files = all.filter(file -> file.getFileName().toString().startsWith("openapi."))
                    .sorted()
                    .toList();
        }
        int read = 0;
        long keys = 0;
        long operations = 0;
        long began = System.nanoTime();
        for (Path file : files) {
            long start = System.nanoTime();
            try {
                ApiDocument document = ApiDocument.read(String.valueOf(file.getParent()), Files.readString(file));
                read++;
                operations += document.operations().size();
                long here = document.operations().stream()
                        .mapToLong(o ->
                                o.request().keys().size() + o.response().keys().size())
                        .sum();
                keys += here;
                System.out.printf(
                        "%s\t%d\t%d\t%d ms\t%s\t%s%n",
                        document.name(),
                        document.operations().size(),
                        here,
                        (System.nanoTime() - start) / 1_000_000,
                        document.hosts(),
                        document.notes());
            } catch (DocumentException e) {
                System.out.println("REFUSED " + e.getMessage());
            }
        }
        System.out.printf(
                "%d of %d read, %d operations, %d keys, %.1f s%n",
                read, files.size(), operations, keys, (System.nanoTime() - began) / 1e9);
    }
}
