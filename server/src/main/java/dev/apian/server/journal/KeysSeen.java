// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.journal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/// Keys of the latest pushes, so that one that is sent again is kept once. For many threads.
///
/// They are written beside the segments before segments that held them are deleted.
final class KeysSeen {

    /// Of more, the oldest are forgotten, and such a push would be taken for a new one.
    static final int KEYS_MAX = 100_000;

    private static final String FILE = "keys";

    private final Path file;
    private final Set<PushKey> keys = new LinkedHashSet<>();
    private boolean changed;

    private KeysSeen(Path file) {
        this.file = file;
    }

    static KeysSeen in(Path folder) throws IOException {
        KeysSeen seen = new KeysSeen(folder.resolve(FILE));
        if (Files.exists(seen.file)) {
            seen.load();
        }
        return seen;
    }

    synchronized boolean contains(PushKey key) {
        return keys.contains(key);
    }

    synchronized void add(PushKey key) {
        if (keys.add(key)) {
            changed = true;
            if (keys.size() > KEYS_MAX) {
                keys.remove(keys.iterator().next());
            }
        }
    }

    synchronized void save() throws IOException {
        if (!changed) {
            return;
        }
        Path fresh = file.resolveSibling(FILE + ".tmp");
        try (FileOutputStream raw = new FileOutputStream(fresh.toFile())) {
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + keys.size() * 2 * Long.BYTES);
            bytes.putInt(keys.size());
            keys.forEach(key -> bytes.putLong(key.high()).putLong(key.low()));
            CheckedOutputStream checked = new CheckedOutputStream(raw, new CRC32C());
            checked.write(bytes.array());
            new DataOutputStream(raw).writeInt((int) checked.getChecksum().getValue());
            raw.getFD().sync();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        LocalDisk.syncFolder(Objects.requireNonNull(file.getParent()));
        changed = false;
    }

    private void load() throws IOException {
        try (CheckedInputStream checked = new CheckedInputStream(Files.newInputStream(file), new CRC32C())) {
            DataInputStream in = new DataInputStream(checked);
            for (int left = in.readInt(); left > 0; left--) {
                keys.add(new PushKey(in.readLong(), in.readLong()));
            }
            int found = (int) checked.getChecksum().getValue();
            if (in.readInt() != found) {
                throw damaged();
            }
        } catch (EOFException e) {
            throw damaged();
        }
    }

    private IOException damaged() {
        return new IOException("%s is damaged; move it away to go on, but a push that is sent again then counts twice"
                .formatted(file));
    }
}
