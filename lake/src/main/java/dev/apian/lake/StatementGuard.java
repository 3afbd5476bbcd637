// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Lets one reading statement through and nothing else.
///
/// DuckDB itself parses the statement and hands its tree out as JSON, so there is no second parser to
/// disagree with the first. It does so for reading statements only: `SELECT`, `WITH`, `FROM`, `VALUES`,
/// `DESCRIBE`, `SHOW`, `SUMMARIZE`. In the tree, every query must be of a kind that reads, and every table
/// function must be one known to be harmless: those that read files, run texts as SQL or change logging and
/// storage are not on the list. This is the first of two locks; the second is [ConfinedDuckDb], which keeps
/// DuckDB inside the data directory.
final class StatementGuard {

    private static final ObjectMapper JSON = new JsonMapper();

    private static final Set<String> READING_NODES =
            Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE");

    private static final Set<String> TABLE_FUNCTIONS = Set.of(
            "range",
            "generate_series",
            "unnest",
            "json_each",
            "json_tree",
            "repeat",
            "duckdb_columns",
            "duckdb_functions",
            "duckdb_keywords",
            "duckdb_types",
            "pg_timezone_names");

    /// Scalar functions that reach outside the query, or hold a thread without working.
    private static final Set<String> FUNCTIONS_REFUSED =
            Set.of("getenv", "write_log", "nextval", "setval", "sleep_ms", "pg_sleep", "setseed", "set_config");

    /// How DuckDB tells a file from a table in `FROM 'calls.csv'`.
    private static final Pattern FILE_NAME = Pattern.compile("[./\\\\:*?\\[]");

    private static final Pattern EXPLAIN =
            Pattern.compile("^\\s*EXPLAIN(?:\\s+ANALYZE)?(?=[\\s(])", Pattern.CASE_INSENSITIVE);

    private static final String ALLOWED =
            "only one SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW, SUMMARIZE or EXPLAIN of such is allowed";

    private StatementGuard() {}

    /// @return the tables that the statement names
    static List<String> check(Connection connection, String sql) throws QueryException, SQLException {
        if (sql.length() > QueryLimits.SQL_CHARACTERS_MAX) {
            throw new QueryException("the statement has %d characters, at most %d are allowed"
                    .formatted(sql.length(), QueryLimits.SQL_CHARACTERS_MAX));
        }
        String reading = withoutExplain(sql);
        JsonNode tree = parse(connection, reading);
        if (tree.path("error").asBoolean()) {
            throw refusal(tree, sql, sql.length() - reading.length());
        }
        JsonNode statements = tree.path("statements");
        if (statements.size() != 1) {
            throw new QueryException("found %d statements; %s".formatted(statements.size(), ALLOWED));
        }
        List<String> tables = new ArrayList<>();
        check(statements, tables);
        return tables;
    }

    private static void check(JsonNode node, List<String> tables) throws QueryException {
        checkKind(node.path("type").asString(""));
        checkFunction(node);
        String table = node.path("table_name").asString("");
        if (FILE_NAME.matcher(table).find()) {
            throw new QueryException(
                    "FROM '%s' looks like a file; the tables are %s".formatted(table, String.join(", ", Views.NAMES)));
        }
        if (!table.isEmpty()) {
            tables.add(table);
        }
        for (JsonNode child : node) {
            check(child, tables);
        }
    }

    private static void checkKind(String type) throws QueryException {
        if (type.endsWith("_NODE") && !READING_NODES.contains(type)) {
            throw new QueryException("found %s inside the query; %s"
                    .formatted(type.replace("_QUERY_NODE", "").replace("_NODE", ""), ALLOWED));
        }
    }

    private static void checkFunction(JsonNode node) throws QueryException {
        String name = node.path("function_name").asString("").toLowerCase(Locale.ROOT);
        if (FUNCTIONS_REFUSED.contains(name)) {
            throw new QueryException("the function %s() is not allowed here; leave it out".formatted(name));
        }
        if (node.path("type").asString("").equals("TABLE_FUNCTION")) {
            String table = node.path("function").path("function_name").asString("");
            if (!TABLE_FUNCTIONS.contains(table.toLowerCase(Locale.ROOT))) {
                throw new QueryException("the table function %s() is not allowed here; the tables are %s"
                        .formatted(table, String.join(", ", Views.NAMES)));
            }
        }
    }

    private static String withoutExplain(String sql) {
        Matcher explain = EXPLAIN.matcher(sql);
        return explain.find() ? sql.substring(explain.end()) : sql;
    }

    private static JsonNode parse(Connection connection, String sql) throws QueryException, SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
            statement.setString(1, sql);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return JSON.readTree(result.getString(1));
            }
        } catch (JacksonException e) {
            throw new QueryException("the statement is nested too deeply; split it with WITH", e);
        }
    }

    /// @param before the characters of the statement that the tree knows nothing of
    private static QueryException refusal(JsonNode tree, String sql, int before) {
        return tree.path("error_type").asString("").equals("parser")
                ? new QueryException(
                        "cannot read the statement: %s at character %s"
                                .formatted(
                                        tree.path("error_message").asString(""),
                                        tree.path("position").asString("?")),
                        null,
                        ErrorPlace.at(sql, before, tree.path("position").asString("")))
                : new QueryException("this statement does more than read, or has no fixed columns; " + ALLOWED);
    }
}
