// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.sketch.Hash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What an engine remembers that is not kept by key: what learners know, calls that wait, counts. Each part is cut into
/// pieces, and only pieces that changed are written.
final class Parts {

    private static final int PIECE_BYTES = 1 << 16;

    private static final long[] NONE = {};

    private final StateStore store;

    /// Hashes of the pieces in the store, by name of the part.
    private final Map<String, long[]> pieces = new HashMap<>();

    Parts(StateStore store) {
        this.store = store;
    }

    /// Puts what changed of a part into a commit.
    void save(String name, Saving saving, StateStore.Commit commit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        saving.to(out);
        out.flush();
        byte[] all = bytes.toByteArray();
        long[] before = pieces.getOrDefault(name, NONE);
        long[] now = new long[Math.ceilDiv(all.length, PIECE_BYTES)];
        for (int i = 0; i < now.length; i++) {
            byte[] piece = Arrays.copyOfRange(all, i * PIECE_BYTES, Math.min(all.length, (i + 1) * PIECE_BYTES));
            now[i] = Hash.of(piece);
            if (i >= before.length || now[i] != before[i]) {
                commit.part(keyOf(name, i), piece);
            }
        }
        for (int i = now.length; i < before.length; i++) {
            commit.removePart(keyOf(name, i));
        }
        pieces.put(name, now);
    }

    /// Reads a part.
    void load(String name, Loading loading) throws IOException {
        List<byte[]> found = store.parts(name + '/');
        pieces.put(name, found.stream().mapToLong(Hash::of).toArray());
        List<InputStream> streams = new ArrayList<>();
        found.forEach(piece -> streams.add(new ByteArrayInputStream(piece)));
        loading.from(new DataInputStream(new SequenceInputStream(Collections.enumeration(streams))));
    }

    private static String keyOf(String name, int piece) {
        return "%s/%08d".formatted(name, piece);
    }

    /// Writes a part.
    interface Saving {
        void to(DataOutput out) throws IOException;
    }

    /// Reads a part.
    interface Loading {
        void from(DataInput in) throws IOException;
    }
}
