// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The files that a data directory has read, kept in its checkpoint's notes. Fingerprints are keyed, so that
/// they give nothing of the content away.
final class Marks {

    /// The oldest are forgotten beyond this.
    static final int MARKS_MAX = 10_000;

    private static final String NOTE = "source.";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int FINGERPRINT_BYTES = 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Mac mac;
    private final Map<String, Mark> byHead = new HashMap<>();
    private long order;

    /// Reads the marks among notes, and removes the oldest from the notes if there are too many. A file may have been
    /// analysed and followed: then the mark that is further on counts.
    Marks(byte[] key, Map<String, String> notes) {
        this.mac = mac(key);
        for (Map.Entry<String, String> note : notes.entrySet()) {
            if (note.getKey().startsWith(NOTE) || note.getKey().startsWith(Ledger.NOTE)) {
                Mark mark = JSON.readValue(note.getValue(), Mark.class);
                byHead.merge(mark.head(), mark, (one, other) -> one.position() < other.position() ? other : one);
                order = Math.max(order, mark.order());
            }
        }
        List<Mark> oldest = new ArrayList<>(byHead.values());
        oldest.sort(Comparator.comparingLong(Mark::order));
        for (Mark mark : oldest.subList(0, Math.max(0, oldest.size() - MARKS_MAX))) {
            byHead.remove(mark.head());
            notes.remove(NOTE + mark.head());
        }
    }

    /// The mark of the content that begins so. Of several the longest beginning wins.
    @Nullable
    Mark find(byte[] head) {
        int[] sizes = byHead.values().stream()
                .mapToInt(Mark::headBytes)
                .filter(size -> size <= head.length && size > 0)
                .distinct()
                .sorted()
                .toArray();
        for (int i = sizes.length - 1; i >= 0; i--) {
            Mark mark = byHead.get(fingerprint(head, 0, sizes[i]));
            if (mark != null && mark.headBytes() == sizes[i]) {
                return mark;
            }
        }
        return null;
    }

    /// A mark at the beginning of content that was never read.
    Mark fresh(String name, byte[] head) {
        return new Mark(name, head.length, fingerprint(head, 0, head.length), 0, 0, 0, "", -1, ++order);
    }

    String fingerprint(byte[] bytes, int from, int to) {
        mac.update(bytes, from, to - from);
        return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(), FINGERPRINT_BYTES));
    }

    static String noteKey(Mark mark) {
        return NOTE + mark.head();
    }

    static String note(Mark mark) {
        return JSON.writeValueAsString(mark);
    }

    static Mark mark(String note) {
        return JSON.readValue(note, Mark.class);
    }

    /// All of them, in no order.
    List<Mark> all() {
        return List.copyOf(byHead.values());
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
