// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.io.IOException;
import java.io.Serial;

/// An input that cannot be read, or not to its end. The message is for people: what was found, and what to do.
public final class InputException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
