// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stage.call.FieldNames.Entry;
import dev.apian.stage.call.Outcome.Reason;
import org.jspecify.annotations.Nullable;

/// Reads a JSON object into a [Draft] in one pass over its bytes: known keys are noted, all else is stepped
/// over.
///
/// It is lenient where a record stays readable (bytes that are no UTF-8, control characters in strings) and
/// strict where it is not: an unfinished record is no record.
final class JsonRecord {

    private final FieldNames names;
    private final Draft draft;
    private final byte[] bytes;
    private final int end;
    private final int nestingMax;
    private int at;
    private int keys;
    private boolean escaped;
    private @Nullable Reason wrong;

    private JsonRecord(FieldNames names, Draft draft, int from, int to, int nestingMax) {
        this.names = names;
        this.draft = draft;
        this.bytes = draft.bytes;
        this.at = from;
        this.end = to;
        this.nestingMax = nestingMax;
    }

    /// Fills the draft. Gives the reason if the bytes are no record, null if they are.
    static @Nullable Reason read(FieldNames names, Draft draft, int nestingMax) {
        return read(names, draft, draft.from, draft.to, nestingMax);
    }

    /// The same with a record that is part of what the draft holds.
    static @Nullable Reason read(FieldNames names, Draft draft, int from, int to, int nestingMax) {
        JsonRecord record = new JsonRecord(names, draft, from, to, nestingMax);
        if (record.next() != '{') {
            return Reason.MALFORMED;
        }
        record.at++;
        if (!record.object(FieldNames.ROOT, 1)) {
            return record.wrong == null ? Reason.MALFORMED : record.wrong;
        }
        return record.next() == 0 ? null : Reason.MALFORMED;
    }

    /// Reads the members of an object whose brace was read. False if it does not end well. Recursion is
    /// bounded by the depth of the known names.
    private boolean object(int node, int depth) {
        int c = next();
        if (c == '}') {
            at++;
            return true;
        }
        while (c == '"') {
            int ordinal = keys++;
            Entry entry = names.guess(ordinal, node, bytes, at + 1, end);
            if (entry != null) {
                at += entry.length() + 2;
            } else {
                int keyFrom = at + 1;
                int keyTo = string();
                if (keyTo < 0) {
                    return false;
                }
                entry = entry(node, keyFrom, keyTo);
                names.learn(ordinal, entry);
            }
            if (next() != ':') {
                return false;
            }
            at++;
            if (!value(entry, depth)) {
                return false;
            }
            c = next();
            if (c == '}') {
                at++;
                return true;
            }
            if (c != ',') {
                return false;
            }
            at++;
            c = next();
        }
        return false;
    }

    private @Nullable Entry entry(int node, int keyFrom, int keyTo) {
        if (escaped) {
            Text key = Escapes.unescape(new Text(bytes, keyFrom, keyTo));
            return names.find(node, key.bytes, key.from, key.to);
        }
        return names.find(node, bytes, keyFrom, keyTo);
    }

    private boolean value(@Nullable Entry entry, int depth) {
        int c = next();
        Fact fact = entry == null ? null : entry.fact;
        return switch (c) {
            case '"' -> text(fact);
            case '{' -> {
                if (entry != null && entry.node >= 0) {
                    at++;
                    yield object(entry.node, depth + 1);
                }
                yield nested(fact, depth);
            }
            case '[' -> (fact == null || fact.isBody()) ? nested(fact, depth) : array(fact, depth);
            default -> literal(fact);
        };
    }

    private boolean text(@Nullable Fact fact) {
        int from = at + 1;
        int to = string();
        if (to >= 0 && fact != null) {
            draft.put(fact, from, to, escaped ? Draft.ESCAPED : Draft.PLAIN);
        }
        return to >= 0;
    }

    /// An array of values of one fact.
    private boolean array(Fact fact, int depth) {
        at++;
        int c = next();
        if (c == ']') {
            at++;
            return true;
        }
        while (c != 0) {
            boolean good = c == '"' ? text(fact) : isOpening(c) ? nested(null, depth + 1) : literal(fact);
            if (!good) {
                return false;
            }
            c = next();
            if (c == ']') {
                at++;
                return true;
            }
            if (c != ',') {
                return false;
            }
            at++;
            c = next();
        }
        return false;
    }

    /// Steps over an object or array, counting brackets outside strings. A body is kept whole.
    private boolean nested(@Nullable Fact fact, int outside) {
        Fact body = fact != null && fact.isBody() ? fact : null;
        int from = at;
        int depth = 0;
        while (at < end) {
            byte c = bytes[at];
            if (c == '"') {
                if (string() < 0) {
                    return false;
                }
                continue;
            }
            at++;
            if (c == '{' || c == '[') {
                depth++;
                if (outside + depth > nestingMax && body == null) {
                    wrong = Reason.TOO_DEEP;
                    return false;
                }
            } else if ((c == '}' || c == ']') && --depth == 0) {
                if (body != null) {
                    draft.put(body, from, at, Draft.NESTED);
                }
                return true;
            }
        }
        return false;
    }

    private static boolean isOpening(int c) {
        return c == '{' || c == '[';
    }

    /// A number, true, false or null.
    private boolean literal(@Nullable Fact fact) {
        int from = at;
        while (at < end && isLiteral(bytes[at])) {
            at++;
        }
        if (at == from) {
            return false;
        }
        byte first = bytes[from];
        if (fact != null && (Text.isDigit(first) || first == '-')) {
            draft.put(fact, from, at, Draft.LITERAL);
        }
        return Text.isDigit(first) || first == '-' || first == 't' || first == 'f' || first == 'n' || first == 'N';
    }

    private static boolean isLiteral(byte c) {
        return Text.isDigit(c) || Text.isLetter(c) || c == '.' || c == '-' || c == '+';
    }

    /// Steps over a string. Gives the index of its closing quote, -1 if there is none, and sets `escaped`.
    private int string() {
        int i = at + 1;
        escaped = false;
        i = Text.indexOfEither(bytes, i, end, (byte) '"', (byte) '\\');
        while (i < end && bytes[i] != '"') {
            escaped = true;
            i = Text.indexOfEither(bytes, i + 2, end, (byte) '"', (byte) '\\');
        }
        if (i >= end) {
            at = end;
            return -1;
        }
        at = i + 1;
        return i;
    }

    /// The next byte that is no blank, 0 at the end.
    private int next() {
        while (at < end) {
            byte c = bytes[at];
            if (c > ' ' || c < 0) {
                return c;
            }
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                return c == 0 ? 1 : c;
            }
            at++;
        }
        return 0;
    }
}
