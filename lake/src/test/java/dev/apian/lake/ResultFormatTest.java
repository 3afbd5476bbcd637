// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFormatTest {

    private static final String AWKWARD = """
            SELECT 'a,b' AS text, 'say "hi"' AS quoted, '' AS empty, NULL AS nothing, e'two\\nlines' AS lines,
            TIMESTAMPTZ '2026-11-01 12:00:00+00' AS time, [{'id': 'x', 'n': 1}] AS list""";

    @TempDir
    private Path directory;

    @Test
    void csvFollowsRfc4180() throws Exception {
        assertThat(written(ResultFormat.CSV, AWKWARD))
                .isEqualTo("text,quoted,empty,nothing,lines,time,list\r\n"
                        + "\"a,b\",\"say \"\"hi\"\"\",\"\",,\"two\nlines\",2026-11-01T12:00:00Z,"
                        + "\"[{\"\"id\"\":\"\"x\"\",\"\"n\"\":1}]\"\r\n");
    }

    @Test
    void jsonNestsListsAndStructs() throws Exception {
        assertThat(written(ResultFormat.JSON, AWKWARD + " UNION ALL FROM (" + AWKWARD + ")"))
                .startsWith("[\n{\"text\":\"a,b\",\"quoted\":\"say \\\"hi\\\"\",\"empty\":\"\",\"nothing\":null,"
                        + "\"lines\":\"two\\nlines\",\"time\":\"2026-11-01T12:00:00Z\","
                        + "\"list\":[{\"id\":\"x\",\"n\":1}]},\n{")
                .endsWith("}\n]\n");
    }

    @Test
    void jsonOfNothingIsAnEmptyArray() throws Exception {
        assertThat(written(ResultFormat.JSON, "SELECT 1 WHERE false")).isEqualTo("[]\n");
    }

    @Test
    void jsonKeepsColumnsOfTheSameNameApart() throws Exception {
        assertThat(written(ResultFormat.JSON, "SELECT 1 AS a, 2 AS a")).isEqualTo("[\n{\"a\":1,\"a_1\":2}\n]\n");
    }

    @Test
    void aTableAlignsWhatATerminalShows() throws Exception {
        assertThat(written(
                        ResultFormat.TABLE, "SELECT * FROM (VALUES ('名前', 7), ('zoë', 1234), ('🦊', NULL)) t(name, n)"))
                .isEqualTo("""
                        name     n
                        ────  ────
                        名前     7
                        zoë   1234
                        🦊
                        """);
    }

    @Test
    void aTableShowsControlCharactersInsteadOfSendingThem() throws Exception {
        assertThat(written(ResultFormat.TABLE, "SELECT e'\\x1b[31mred\\n' AS path"))
                .contains("\\u001b[31mred\\u000a");
    }

    @Test
    void aTableFitsTheTerminalWhenAsked() throws Exception {
        StringBuilder out = new StringBuilder();
        try (Query query = Query.open(directory, QueryLimits.DEFAULT);
                QueryResult result = query.run("SELECT repeat('名', 50) AS a, repeat('x', 100) AS b, 5 AS c")) {
            TextTable.write(result, out, 40);
        }
        assertThat(out.toString().lines())
                .allMatch(line ->
                        line.codePoints().map(point -> point == '名' ? 2 : 1).sum() <= 40);
        assertThat(out.toString()).contains("名…").contains("x…");
    }

    private String written(ResultFormat format, String sql) throws Exception {
        StringBuilder out = new StringBuilder();
        try (Query query = Query.open(directory, QueryLimits.DEFAULT);
                QueryResult result = query.run(sql)) {
            format.write(result, out);
        }
        return out.toString();
    }
}
