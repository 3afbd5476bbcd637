// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much room the disk under a data directory has, and the reserve below which nothing more is taken in.
///
/// The reserve is what a checkpoint, a merge and the system itself need while calls are refused, so that the
/// program never stops in the middle of writing.
///
/// @param reserveBytes 0 to take calls in until the disk is full
public record DiskRoom(Usable usable, long reserveBytes) {

    /// Enough for a checkpoint of a million actors and the merge of a busy day.
    public static final long RESERVE_BYTES = 1L << 30;

    /// What the file system would let this process write now, in bytes.
    public interface Usable {
        long bytes() throws IOException;
    }

    public DiskRoom {
        if (reserveBytes < 0) {
            throw new IllegalArgumentException("reserve=%d bytes is negative; give 0 for none".formatted(reserveBytes));
        }
    }

    /// Of the disk that a directory is on.
    public static DiskRoom of(Path directory, long reserveBytes) {
        return new DiskRoom(() -> Files.getFileStore(directory).getUsableSpace(), reserveBytes);
    }

    /// Whether calls must be refused.
    public boolean isLow() throws IOException {
        return usable.bytes() < reserveBytes;
    }

    /// What was found, what is needed, and what to do.
    public String message() throws IOException {
        return ("the disk has %d MB left, the reserve is %d MB: no more calls are taken in; free some space, or keep"
                        + " less with --keep-days or --keep-bytes")
                .formatted(usable.bytes() >> 20, reserveBytes >> 20);
    }

    /// Whether something failed because the disk, or the user's part of it, is full: it may be tried again.
    public static boolean isFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }
}
