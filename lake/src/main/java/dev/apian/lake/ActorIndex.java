// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dynatrace.hash4j.hashing.Hashing;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32C;

/// Which rows of one sorted file are whose, and where its pages are: a small file beside it, with which one
/// actor's calls are read in under a millisecond. Made from the file and worth nothing without it; where it is
/// missing or damaged, the file is read without.
///
/// Layout: [#MAGIC], [#VERSION], bytes of the file it is of, rows of its largest page, number of actors, number of
/// blocks; hash, first row and rows of each actor by hash; where each block begins, the [BlockLayout]s; CRC-32C of
/// all before. It is mapped rather than read, so that those of a large lake take no heap.
final class ActorIndex {

    static final int MAGIC = 0x41504958;
    static final int VERSION = 1;

    static final String SUFFIX = ".actors";

    private static final int FILE_BYTES = 2 * Integer.BYTES;
    private static final int PAGE_ROWS = FILE_BYTES + Long.BYTES;
    private static final int ACTORS = PAGE_ROWS + Integer.BYTES;
    private static final int BLOCKS = ACTORS + Integer.BYTES;
    private static final int HEADER = BLOCKS + Integer.BYTES;

    private final ByteBuffer bytes;

    private ActorIndex(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /// Neighbouring rows of a file.
    record Rows(int first, int count) {}

    /// Where the index of a file is, hidden if the file still is.
    static Path beside(Path parquet) {
        String name = Objects.requireNonNull(parquet.getFileName()).toString();
        return parquet.resolveSibling(name.replace(".parquet", SUFFIX));
    }

    static long hash(byte[] actor) {
        return Hashing.xxh3_64().hashBytesToLong(actor);
    }

    /// The index of a file, if there is one and it is whole.
    static Optional<ActorIndex> of(Path parquet) throws IOException {
        try (FileChannel file = FileChannel.open(beside(parquet))) {
            ByteBuffer all = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
            return isWhole(all, Files.size(parquet)) ? Optional.of(new ActorIndex(all)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// Rows of the largest page of a file: what a reader of one call decompresses. Empty without an index.
    static OptionalInt pageRows(Path parquet) throws IOException {
        try (FileChannel index = FileChannel.open(beside(parquet))) {
            return OptionalInt.of(ByteBuffer.wrap(Footer.bytes(index, PAGE_ROWS, Integer.BYTES))
                    .getInt());
        } catch (NoSuchFileException | EOFException e) {
            return OptionalInt.empty();
        }
    }

    private static boolean isWhole(ByteBuffer bytes, long fileBytes) {
        if (bytes.capacity() < HEADER + Integer.BYTES
                || bytes.getInt(0) != MAGIC
                || bytes.getInt(Integer.BYTES) != VERSION
                || bytes.getLong(FILE_BYTES) != fileBytes) {
            return false;
        }
        int end = bytes.capacity() - Integer.BYTES;
        return bytes.getInt(end) == checksum(bytes.slice(0, end));
    }

    static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /// Rows that may be an actor's: usually none or one stretch, more if hashes are equal. The first row of each
    /// tells whose they are.
    List<Rows> find(String actor) {
        long hash = hash(actor.getBytes(UTF_8));
        List<Rows> found = new ArrayList<>(1);
        for (int i = lowest(hash); i < actors() && hashAt(i) == hash; i++) {
            int at = rowsAt() + i * 2 * Integer.BYTES;
            found.add(new Rows(bytes.getInt(at), bytes.getInt(at + Integer.BYTES)));
        }
        return found;
    }

    int blocks() {
        return bytes.getInt(BLOCKS);
    }

    BlockLayout block(int number) {
        return new BlockLayout(bytes, bytes.getInt(blocksAt() + number * Integer.BYTES));
    }

    /// The number of the block that holds a row.
    int blockOf(int row) {
        int low = 0;
        int high = blocks() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (block(middle).firstRow() <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private int lowest(long hash) {
        int low = 0;
        int high = actors();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hashAt(middle) < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int actors() {
        return bytes.getInt(ACTORS);
    }

    private long hashAt(int actor) {
        return bytes.getLong(HEADER + actor * Long.BYTES);
    }

    private int rowsAt() {
        return HEADER + actors() * Long.BYTES;
    }

    private int blocksAt() {
        return rowsAt() + actors() * 2 * Integer.BYTES;
    }
}
