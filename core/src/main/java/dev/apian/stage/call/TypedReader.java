// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// Reads records that are no text: protocols with typed fields tell them value by value. Holds settings only, so one
/// reader may serve many threads, each with a [TypedRecord] of its own.
public final class TypedReader {

    private final Limits limits;
    private final Assembly assembly;

    public TypedReader(ReaderSettings settings) {
        this.limits = settings.limits();
        this.assembly = new Assembly(settings);
    }

    /// A record that may be filled again and again, by one thread at a time.
    public TypedRecord record() {
        return new TypedRecord(assembly, limits);
    }
}
