// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;

/// What came in and is no API call, which is no mistake of the sender: telemetry tells of much else. Counted by
/// reason over all runs on a data directory, so that nobody wonders where it went. For many threads.
@SuppressWarnings("EnumOrdinal") // the slots of an array, never kept
public final class Skipped {

    /// Why something is no call. The label is what people see.
    public enum Reason {
        CLIENT_SPAN("client span"),
        INTERNAL_SPAN("internal span"),
        MESSAGING_SPAN("producer or consumer span"),
        OTHER_SERVER_SPAN("server span without HTTP"),
        OTHER_LOG("log record without HTTP"),
        TCP_CONNECTION("TCP connection"),
        OTHER_STAGE("access log entry of an unfinished or upstream request");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private static final String NOTE = "skipped.";
    private static final Reason[] REASONS = Reason.values();

    private final AtomicLongArray counts = new AtomicLongArray(REASONS.length);

    /// @param notes of the last checkpoint: what earlier runs counted
    Skipped(Map<String, String> notes) {
        for (Reason reason : REASONS) {
            counts.set(reason.ordinal(), Long.parseLong(notes.getOrDefault(NOTE + reason, "0")));
        }
    }

    public void add(Reason reason, long count) {
        counts.addAndGet(reason.ordinal(), count);
    }

    /// How many of each reason that occurred.
    public Map<Reason, Long> counts() {
        Map<Reason, Long> out = new EnumMap<>(Reason.class);
        for (Reason reason : REASONS) {
            long count = counts.get(reason.ordinal());
            if (count > 0) {
                out.put(reason, count);
            }
        }
        return out;
    }

    Map<String, String> notes() {
        Map<String, String> notes = new TreeMap<>();
        counts().forEach((reason, count) -> notes.put(NOTE + reason, Long.toString(count)));
        return notes;
    }
}
