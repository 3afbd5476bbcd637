// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

/// A damaged file was met in the middle of an answer. The same question asked again is answered without it.
public final class DamagedLakeException extends QueryException {

    DamagedLakeException(String message, Throwable cause) {
        super(message, cause);
    }
}
