// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/// An embedded DuckDB without a database of its own: it reads and writes files.
final class DuckDb {

    /// How rows arrive. Streamed ones take no memory, but DuckDB's driver loses the message of an early error.
    enum Results {
        WHOLE,
        STREAMED
    }

    private DuckDb() {}

    /// @param spill      where operations larger than memory go; created when needed
    /// @param memoryMax  such as `1GB`
    static Connection open(Path spill, String memoryMax, Results results) throws SQLException {
        return openAt("", spill, memoryMax, results);
    }

    /// The same with a database of its own.
    ///
    /// @param file its path
    static Connection openAt(String file, Path spill, String memoryMax, Results results) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, Boolean.toString(results == Results.STREAMED));
        Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("SET memory_limit = " + text(memoryMax));
            statement.execute("SET temp_directory = " + text(spill.toString()));
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("SET autoload_known_extensions = false");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// A text as SQL.
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String list(Collection<Path> paths) {
        return paths.stream().map(path -> text(path.toString())).collect(Collectors.joining(", ", "[", "]"));
    }
}
