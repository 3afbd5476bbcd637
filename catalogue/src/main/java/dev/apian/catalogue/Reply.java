// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import org.jspecify.annotations.Nullable;

/// What became of one try to deliver a message.
///
/// @param status of HTTP, null if there was no answer
/// @param said   the beginning of the answer, or why there was none
public record Reply(@Nullable Integer status, String said) {

    public boolean isTaken() {
        return status != null && status >= 200 && status < 300;
    }
}
