// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/// The end of a Parquet file, which says what is where in it.
final class Footer {

    /// `PAR1`, at both ends of every Parquet file.
    static final int MAGIC = 0x31524150;

    private static final int TAIL_BYTES = 2 * Integer.BYTES;

    private Footer() {}

    /// The file is no whole Parquet file. The message goes on after the name of the file.
    static final class NotParquetException extends IOException {

        NotParquetException(String message) {
            super(message);
        }
    }

    /// @throws NotParquetException that says what is wrong with the file
    static FileMetaData read(FileChannel file) throws IOException {
        long size = file.size();
        if (size == 0) {
            throw new NotParquetException("is empty");
        }
        if (size < Integer.BYTES + TAIL_BYTES) {
            throw new NotParquetException("has %d bytes, fewer than any Parquet file".formatted(size));
        }
        if (littleEndian(bytes(file, 0, Integer.BYTES)).getInt() != MAGIC) {
            throw new NotParquetException("does not begin as a Parquet file");
        }
        ByteBuffer tail = littleEndian(bytes(file, size - TAIL_BYTES, TAIL_BYTES));
        int length = tail.getInt();
        if (tail.getInt() != MAGIC) {
            throw new NotParquetException("does not end as a Parquet file: it was cut or overwritten");
        }
        if (length <= 0 || length > size - Integer.BYTES - TAIL_BYTES) {
            throw new NotParquetException("has a footer of %d bytes, which cannot be".formatted(length));
        }
        try {
            return Util.readFileMetaData(new ByteArrayInputStream(bytes(file, size - TAIL_BYTES - length, length)));
        } catch (IOException | RuntimeException e) {
            throw new NotParquetException("has a footer that cannot be read: " + e.getMessage());
        }
    }

    static byte[] bytes(FileChannel file, long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("ends before byte " + (offset + length));
            }
        }
        return bytes.array();
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
