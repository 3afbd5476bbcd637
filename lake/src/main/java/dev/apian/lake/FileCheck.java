// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.FileMetaData;

/// Tells what is wrong with a listed file, in words, if something is.
final class FileCheck {

    private static final String MEMORY_MAX = "512MB";

    private FileCheck() {}

    /// Looks at both ends and the length only: what a crash, a full disk or a careless copy does.
    static Optional<String> quick(Path path, Manifest.Entry entry) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            if (entry.bytes() != Manifest.Entry.UNKNOWN && file.size() != entry.bytes()) {
                return Optional.of("has %d bytes, was written with %d".formatted(file.size(), entry.bytes()));
            }
            FileMetaData footer = Footer.read(file);
            return footer.getNum_rows() == entry.rows()
                    ? Optional.empty()
                    : Optional.of("has %d rows, was listed with %d".formatted(footer.getNum_rows(), entry.rows()));
        } catch (NoSuchFileException e) {
            return Optional.of("is not there");
        } catch (Footer.NotParquetException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Looks at every byte.
    ///
    /// @param spill a folder for DuckDB, which reads files that were listed without a checksum
    static Optional<String> thorough(Path path, Manifest.Entry entry, Path spill) throws IOException {
        Optional<String> wrong = quick(path, entry);
        if (wrong.isPresent()) {
            return wrong;
        }
        if (entry.checksum().isEmpty()) {
            return unreadable(path, spill);
        }
        String found = Checksum.of(path);
        return found.equals(entry.checksum())
                ? Optional.empty()
                : Optional.of("has checksum %s, was written with %s: some of its bytes have changed"
                        .formatted(found, entry.checksum()));
    }

    /// What a reader would stumble over; some changes of bytes only change values, and nothing tells.
    private static Optional<String> unreadable(Path path, Path spill) throws IOException {
        if (!Files.isReadable(path)) {
            throw new IOException(path + ": cannot be opened for reading; check its permissions");
        }
        try (Connection connection = DuckDb.open(spill, MEMORY_MAX, DuckDb.Results.WHOLE);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT count(hash(c)) FROM (%s) c".formatted(Views.rows(Table.CALLS, List.of(path))));
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of("cannot be read: " + e.getMessage());
        }
    }
}
