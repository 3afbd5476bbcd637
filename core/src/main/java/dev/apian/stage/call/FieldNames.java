// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The field names of a JSON format. A name is found from any enclosing object, so `http.request.method` may
/// be written flat, nested, or half of each, and costs one look-up per key with no string made.
final class FieldNames {

    /// What a key in an object leads to: a fact, further objects, or both.
    static final class Entry {
        private final Text name;
        private final int parent;
        private final int hash;

        @Nullable
        Fact fact;
        /// The object to continue in, -1 if none is known under this key.
        int node = -1;

        private Entry(int parent, String name) {
            this.name = Text.of(name).own();
            this.parent = parent;
            this.hash = hash(parent, this.name.bytes, 0, this.name.to);
        }

        int length() {
            return name.to;
        }

        private boolean isNamed(byte[] bytes, int from, int to) {
            return Text.sameName(name.bytes, 0, name.to, bytes, from, to);
        }
    }

    static final int ROOT = 0;

    /// Keys of a record for which the key seen there last is remembered.
    static final int GUESSES_MAX = 64;

    /// The entry seen last at each key of a record. Records of one source have their keys in one order, so
    /// the guess is mostly right and spares the search for the end of the key. Threads may race: a guess is
    /// checked before use.
    private final AtomicReferenceArray<@Nullable Entry> guesses = new AtomicReferenceArray<>(GUESSES_MAX);

    private final Entry[] table;
    private final int mask;
    private final int headerNode;
    private final Entry apiKeyHeader = new Entry(-1, "");
    private final Entry tokenHeader = new Entry(-1, "");

    private FieldNames(List<Entry> entries, int headerNode) {
        int size = Integer.highestOneBit(entries.size() * 4);
        this.table = new Entry[size];
        this.mask = size - 1;
        this.headerNode = headerNode;
        apiKeyHeader.fact = Fact.API_KEY;
        tokenHeader.fact = Fact.ACCESS_TOKEN;
        for (Entry entry : entries) {
            int at = entry.hash & mask;
            while (table[at] != null) {
                at = (at + 1) & mask;
            }
            table[at] = entry;
        }
    }

    /// @param headerPrefix the object of request headers, in which any name that ends like a key counts as one
    static FieldNames of(Map<String, Fact> names, String headerPrefix) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, Integer> nodes = new LinkedHashMap<>();
        nodes.put("", ROOT);
        names.forEach((name, fact) -> add(name, fact, entries, nodes));
        return new FieldNames(new ArrayList<>(entries.values()), nodes.getOrDefault(headerPrefix, -1));
    }

    /// The entry guessed for the next key, whose name begins at `from`, or null.
    @Nullable
    Entry guess(int ordinal, int node, byte[] bytes, int from, int to) {
        Entry entry = ordinal < GUESSES_MAX ? guesses.getAcquire(ordinal) : null;
        if (entry == null || entry.parent != node) {
            return null;
        }
        int end = from + entry.length();
        return end < to && bytes[end] == '"' && entry.isNamed(bytes, from, end) ? entry : null;
    }

    void learn(int ordinal, @Nullable Entry entry) {
        if (ordinal < GUESSES_MAX && entry != null && entry.parent >= 0) {
            guesses.setRelease(ordinal, entry);
        }
    }

    @Nullable
    Entry find(int node, byte[] bytes, int from, int to) {
        int at = hash(node, bytes, from, to) & mask;
        for (Entry entry = table[at]; entry != null; entry = table[at]) {
            if (entry.parent == node && entry.isNamed(bytes, from, to)) {
                return entry;
            }
            at = (at + 1) & mask;
        }
        if (headerNode >= 0 && (node == headerNode || (node == ROOT && to - from > FLAT_HEADER.length()))) {
            return otherHeader(node, new Text(bytes, from, to));
        }
        return null;
    }

    private static final String FLAT_HEADER = "http.request.header.";

    private @Nullable Entry otherHeader(int node, Text key) {
        if (node == ROOT && !key.startsWith(FLAT_HEADER)) {
            return null;
        }
        if (HeaderNames.isApiKey(key)) {
            return apiKeyHeader;
        }
        return HeaderNames.isToken(key) ? tokenHeader : null;
    }

    private static void add(String name, Fact fact, Map<String, Entry> entries, Map<String, Integer> nodes) {
        String[] words = name.split("\\.");
        for (int i = 0; i < words.length; i++) {
            int parent = nodes.computeIfAbsent(join(words, 0, i), unused -> nodes.size());
            for (int j = i + 1; j <= words.length; j++) {
                String rest = join(words, i, j);
                Entry entry = entries.computeIfAbsent(parent + " " + rest, unused -> new Entry(parent, rest));
                if (j == words.length) {
                    entry.fact = fact;
                } else {
                    entry.node = nodes.computeIfAbsent(join(words, 0, j), unused -> nodes.size());
                }
            }
        }
    }

    private static String join(String[] words, int from, int to) {
        return String.join(".", List.of(words).subList(from, to));
    }

    private static int hash(int node, byte[] bytes, int from, int to) {
        return Text.nameHash(bytes, from, to) + node * 0x9E3779B1;
    }
}
