// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stage.call.Outcome.Reason;
import java.util.function.Consumer;

/// Reads records that are JSON objects, under the field names of one format.
final class JsonReader {

    private final FieldNames names;
    private final Limits limits;
    private final Assembly assembly;

    JsonReader(FieldNames names, ReaderSettings settings) {
        this.names = names;
        this.limits = settings.limits();
        this.assembly = new Assembly(settings);
    }

    Outcome read(byte[] bytes, int from, int to) {
        return read(bytes, from, to, draft -> {});
    }

    /// @param more notes what else is known of the record, before its call is made
    Outcome read(byte[] bytes, int from, int to, Consumer<Draft> more) {
        int length = to - from;
        if (length > limits.recordBytes()) {
            String found = length + " bytes, allowed " + limits.recordBytes();
            return Sample.rejected(Reason.TOO_LONG, found, bytes, from, to);
        }
        int start = hasByteOrderMark(bytes, from, to) ? from + 3 : from;
        Draft draft = new Draft(bytes, start, to, limits.headers());
        Reason wrong = JsonRecord.read(names, draft, limits.nesting());
        if (wrong == null) {
            more.accept(draft);
            return assembly.finish(draft);
        }
        Text text = new Text(bytes, from, to).trim();
        if (wrong == Reason.TOO_DEEP) {
            return Sample.rejected(wrong, "nested deeper than " + limits.nesting(), bytes, from, to);
        }
        if (text.isEmpty()) {
            return Sample.rejected(wrong, "an empty line", bytes, from, to);
        }
        if (isBinary(text)) {
            return Sample.rejected(Reason.NOT_TEXT, "control bytes at the start", bytes, from, to);
        }
        String found = text.at(0) == '{' ? "JSON that is cut off or broken" : "no JSON object";
        return Sample.rejected(wrong, found, bytes, from, to);
    }

    private static boolean hasByteOrderMark(byte[] bytes, int from, int to) {
        return to - from >= 3
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
    }

    /// Whether the start of a record is no text: control bytes, and no brace in front of them.
    static boolean isBinary(Text text) {
        Text head = text.head(64);
        if (head.startsWith("{")) {
            return false;
        }
        for (int i = 0; i < head.length(); i++) {
            byte c = head.at(i);
            if (c >= 0 && c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != 0x1b) {
                return true;
            }
        }
        return false;
    }
}
