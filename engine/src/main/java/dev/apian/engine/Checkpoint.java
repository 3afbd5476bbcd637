// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The whole state at a tick in one file, replaced atomically: after a crash there is the old one or the new
/// one.
final class Checkpoint {

    private static final int MAGIC = 0x41504941;

    /// Grows when the layout changes; older files are read or refused by it.
    private static final int VERSION = 5;

    private Checkpoint() {}

    static void write(Path file, Saving saving) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileOutputStream raw = new FileOutputStream(fresh.toFile());
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(new ZstdOutputStream(raw, 1), 1 << 16))) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            saving.to(out);
            out.writeInt(MAGIC);
            out.flush();
            raw.getFD().sync();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void read(Path file, Loading loading) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new ZstdInputStream(Files.newInputStream(file)), 1 << 16))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " is no checkpoint of apian; move it away to start from an empty state");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new IOException("%s has version %d, this apian reads version %d; use the release that wrote it"
                        .formatted(file, version, VERSION));
            }
            loading.from(in);
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " is damaged; move it away to start from an empty state");
            }
        }
    }

    interface Saving {
        void to(DataOutput out) throws IOException;
    }

    interface Loading {
        void from(DataInput in) throws IOException;
    }
}
