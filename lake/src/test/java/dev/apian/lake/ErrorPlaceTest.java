// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What DuckDB marks is found again in the statement.
class ErrorPlaceTest {

    @TempDir
    private Path directory;

    @Test
    void anUnknownColumnIsMarkedInItsLine() throws Exception {
        assertThat(marked("SELECT actor,\n  statsu\nFROM calls")).contains("statsu");
        assertThat(marked("SELECT actor\nFROM cals")).contains("cals");
    }

    @Test
    void aPlaceFarInsideALongLineIsFound() throws Exception {
        String many = "actor, ".repeat(60);
        assertThat(marked("SELECT " + many + "nofunc(actor), " + many + "actor FROM calls"))
                .contains("nofunc(actor)");
    }

    @Test
    void whatTheParserStumblesOverIsMarkedAlsoBehindAnExplainAndOtherLetters() throws Exception {
        assertThat(marked("SELEC 1")).contains("SELEC");
        assertThat(marked("EXPLAIN SELEC 1")).contains("SELEC");
        assertThat(marked("SELECT 'größer' FROM calls wher a b c")).contains("a");
        assertThat(marked("SELECT actor FROM calls WHERE")).isPresent();
    }

    @Test
    void aFailureWithoutAPlaceHasNone() throws Exception {
        assertThat(marked("SELECT 1 UNION SELECT 1, 2")).isEmpty();
        assertThat(marked("COPY calls TO 'x'")).isEmpty();
        assertThat(ErrorPlace.in("SELECT 1", "Binder Error: x\n\nLINE 9: SELECT 7\n        ^"))
                .isNull();
    }

    private Optional<String> marked(String sql) throws Exception {
        try (Query query = Query.open(directory, QueryLimits.DEFAULT)) {
            QueryException failure = catchThrowableOfType(
                    QueryException.class, () -> query.run(sql).close());
            return failure.place().map(place -> sql.substring(place.from(), place.from() + place.length()));
        }
    }
}
