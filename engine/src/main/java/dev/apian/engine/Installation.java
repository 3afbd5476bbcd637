// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// A data directory, held by one process at a time. Everything that is kept is in it.
///
/// ```
/// DIR/
/// ├── apian.key        16 random bytes that secrets are fingerprinted with; whoever has it can test guesses
/// ├── state/           the last checkpoint, a RocksDB database
/// ├── rejects.json     what could not be read
/// ├── lake/calls/      Parquet, a folder a day
/// └── tables/          actors, endpoints, alerts
/// ```
public final class Installation implements Closeable {

    private static final int KEY_BYTES = 16;

    private final Path root;
    private final byte[] key;
    private final FileChannel lock;

    private Installation(Path root, byte[] key, FileChannel lock) {
        this.root = root;
        this.key = key;
        this.lock = lock;
    }

    /// Opens a data directory for writing, and makes it where there is none.
    ///
    /// @throws IOException if it cannot be written, or another process holds it
    public static Installation open(Path root) throws IOException {
        Files.createDirectories(root);
        FileChannel lock = lock(root);
        try {
            return new Installation(root, readOrMakeKey(root.resolve("apian.key")), lock);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    public Path root() {
        return root;
    }

    /// The key that secrets are fingerprinted with.
    public byte[] key() {
        return key.clone();
    }

    /// The folder of the state.
    Path state() {
        return root.resolve("state");
    }

    /// The state up to version 5 of its layout.
    Path oldState() {
        return root.resolve("state.zst");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock held;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            held = null;
        }
        if (held == null) {
            channel.close();
            throw new IOException("data directory " + root + " is in use by another apian process; stop it,"
                    + " or send it calls over HTTP instead (POST /v1/calls)");
        }
        return channel;
    }

    /// Under another name first: a key that a crash cut off would be none.
    private static void makeKey(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(key));
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] readOrMakeKey(Path file) throws IOException {
        if (!Files.exists(file)) {
            makeKey(file);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != KEY_BYTES) {
            throw new IOException(
                    "fingerprint key %s has %d bytes, expected %d; restore it from a backup, since without"
                                    .formatted(file, key.length, KEY_BYTES)
                            + " it no credential seen so far is recognised again");
        }
        return key;
    }
}
