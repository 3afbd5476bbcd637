// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import org.jspecify.annotations.Nullable;

/// A line of words and quoted texts on its way into a [Draft], from the front to the back.
final class LogLine {

    final Draft draft;
    final byte[] bytes;
    final int end;
    int at;

    LogLine(Draft draft) {
        this.draft = draft;
        this.bytes = draft.bytes;
        this.at = draft.from;
        this.end = draft.to;
    }

    void blanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
    }

    /// Where a word ends that begins at `from`.
    int wordEnd(int from, int limit) {
        return from >= limit ? limit : Text.indexOfEither(bytes, from, limit, (byte) ' ', (byte) '\t');
    }

    boolean isAtQuote() {
        return at < end && bytes[at] == '"';
    }

    /// A quoted text whose opening quote is here. False if it does not end.
    ///
    /// @param fact null for what tells nothing
    boolean quoted(@Nullable Fact fact) {
        int from = at + 1;
        int i = from;
        boolean escaped = false;
        while (true) {
            i = Text.indexOfEither(bytes, i, end, (byte) '"', (byte) '\\');
            if (i >= end) {
                at = end;
                return false;
            }
            if (bytes[i] == '"') {
                break;
            }
            escaped = true;
            i += 2;
        }
        if (fact != null) {
            draft.put(fact, from, i, escaped ? Draft.ESCAPED : Draft.PLAIN);
        }
        at = i + 1;
        return true;
    }
}
