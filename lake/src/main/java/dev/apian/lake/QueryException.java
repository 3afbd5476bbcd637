// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A query that was refused, failed, took too much, or was stopped. The message says what was found and what to do.
public class QueryException extends Exception {

    /// What ended it: a mistake in the statement, a limit, or whoever pressed stop.
    public enum Why {
        STATEMENT,
        TIME,
        MEMORY,
        STOPPED
    }

    @Serial
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final transient @Nullable ErrorPlace place;

    QueryException(String message) {
        this(message, null);
    }

    QueryException(String message, @Nullable Throwable cause) {
        this(message, cause, null);
    }

    /// @param place where in the statement
    QueryException(String message, @Nullable Throwable cause, @Nullable ErrorPlace place) {
        super(message, cause);
        this.why = Why.STATEMENT;
        this.place = place;
    }

    QueryException(Why why, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.why = why;
        this.place = null;
    }

    static QueryException stopped(@Nullable Throwable cause) {
        return new QueryException(Why.STOPPED, "the query was stopped", cause);
    }

    public Why why() {
        return why;
    }

    /// Where in the statement something is wrong, if that is known.
    public Optional<ErrorPlace> place() {
        return Optional.ofNullable(place);
    }
}
