// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// The right to replace a folder's list of files: one process has it, until it closes it or dies.
final class WriterLock implements AutoCloseable {

    private static final String NAME = ".lock";
    private static final Duration ASK_EVERY = Duration.ofMillis(50);

    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @param wait how long a writer before may take to end
    /// @param next what to do if it does not
    static WriterLock acquire(Path folder, Duration wait, String next) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        for (Duration waited = Duration.ZERO; !tryLock(channel); waited = waited.plus(ASK_EVERY)) {
            if (waited.compareTo(wait) >= 0 || !sleep()) {
                channel.close();
                throw new IOException("%s: another process writes to this lake; %s".formatted(folder, next));
            }
        }
        return new WriterLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held in this process: the same answer as held in another
        }
    }

    private static boolean sleep() {
        try {
            Thread.sleep(ASK_EVERY.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
