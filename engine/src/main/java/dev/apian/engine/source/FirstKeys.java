// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Set;

/// The keys that records of a document begin with. By them the next record is found behind a broken one, since its
/// brackets and quotes say nothing any more.
final class FirstKeys {

    /// More than these are not learned.
    static final int KEYS_MAX = 16;

    static final int KEY_BYTES_MAX = 64;

    private final Set<String> keys = new HashSet<>(Set.of("eventVersion"));

    /// Learns from a record that is known to begin at a brace.
    void learn(byte[] bytes, int brace, int to) {
        if (keys.size() < KEYS_MAX) {
            String key = keyAt(bytes, brace, to);
            if (!key.isEmpty()) {
                keys.add(key);
            }
        }
    }

    /// Whether a record begins here.
    boolean beginsAt(byte[] bytes, int at, int to) {
        return bytes[at] == '{' && keys.contains(keyAt(bytes, at, to));
    }

    private static String keyAt(byte[] bytes, int brace, int to) {
        int quote = brace + 1;
        while (quote < to && RecordScan.isBlank(bytes[quote])) {
            quote++;
        }
        if (quote >= to || bytes[quote] != '"') {
            return "";
        }
        int end = quote + 1;
        while (end < to && bytes[end] != '"' && end - quote <= KEY_BYTES_MAX) {
            end++;
        }
        return end < to && bytes[end] == '"' ? new String(bytes, quote + 1, end - quote - 1, UTF_8) : "";
    }
}
