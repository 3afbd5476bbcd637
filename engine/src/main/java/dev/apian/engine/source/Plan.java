// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

/// What is to become of an input.
sealed interface Plan {

    /// It will be read.
    ///
    /// @param note what people should know, empty if nothing
    record Read(Source source, String note) implements Plan {}

    /// It was read already, on this data directory or as another input of this run.
    record Known(String message) implements Plan {}

    /// There is nothing in it.
    record Empty(String message) implements Plan {}

    /// It cannot be read.
    record Unreadable(String message) implements Plan {}
}
