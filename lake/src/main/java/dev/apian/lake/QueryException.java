// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A query that was refused, failed or took too long. The message says what was found and what to do.
public class QueryException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    QueryException(String message) {
        super(message);
    }

    QueryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
