// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The operations of several documents, found by path.
final class Documented {

    /// An operation with the document that it is from.
    record Entry(String document, Operation operation, PathTemplate path) {}

    private final List<Entry> all = new ArrayList<>();
    private final Map<String, List<Entry>> byMethodAndLength = new HashMap<>();
    private final Map<String, List<Entry>> open = new HashMap<>();

    Documented(List<ApiDocument> documents) {
        for (ApiDocument document : documents) {
            for (Operation operation : document.operations()) {
                add(new Entry(document.name(), operation, PathTemplate.of(operation.template())));
            }
        }
    }

    private void add(Entry entry) {
        all.add(entry);
        String method = entry.operation.method();
        if (entry.path.last()) {
            open.computeIfAbsent(method, key -> new ArrayList<>()).add(entry);
        } else {
            byMethodAndLength
                    .computeIfAbsent(method + entry.path.segments().size(), key -> new ArrayList<>())
                    .add(entry);
        }
    }

    List<Entry> all() {
        return all;
    }

    /// Those that are meant by a path on a host: of all that cover it, those with the most names. Several if several
    /// documents have it; the first is as good as the others.
    List<Entry> meant(String method, String host, PathTemplate seen) {
        List<Entry> meant = new ArrayList<>();
        int names = -1;
        for (List<Entry> some : List.of(
                byMethodAndLength.getOrDefault(method + seen.segments().size(), List.of()),
                open.getOrDefault(method, List.of()))) {
            for (Entry entry : some) {
                if (entry.operation.covers(host) && entry.path.names() >= names && entry.path.covers(seen)) {
                    if (entry.path.names() > names) {
                        meant.clear();
                    }
                    names = entry.path.names();
                    meant.add(entry);
                }
            }
        }
        return meant;
    }
}
