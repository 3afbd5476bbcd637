// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.Arrays;

/// Walks over a JSON text and shows a visitor its keys and scalars. Makes no tree, does not recurse, and takes
/// what it can of a text that is cut off or broken: bodies come from clients and gateways cut them.
final class JsonWalk<K> {

    /// Deeper parts are not looked at.
    static final int NESTING_MAX = Limits.NESTING_MAX;

    /// @param <K> what a visitor knows of a key
    interface Visitor<K> {
        /// A key of an object.
        ///
        /// @param owner what the object stands under
        K key(K owner, byte[] bytes, int from, int to);

        /// An object or array begins.
        ///
        /// @return what its elements stand under
        K inside(K key, boolean isArray);

        /// Whether a value is worth reading. Asked for every scalar; `true`, `false` and `null` are not shown, whatever
        /// the answer.
        ///
        /// @param bytes   the value as it stands in the text
        /// @param escaped whether the value itself is another and shorter
        boolean meets(K key, Body.Type type, byte[] bytes, int from, int to, boolean escaped);

        /// @param key   what the value stands under
        /// @param owner what the object around it stands under
        void scalar(K key, K owner, Text value, boolean quoted);
    }

    private final boolean inString;
    private final K none;
    private final Visitor<K> visitor;
    private final byte[] bytes;
    private final int end;
    private int at;
    private boolean escaped;

    private JsonWalk(Text text, boolean inString, K none, Visitor<K> visitor) {
        this.inString = inString;
        this.none = none;
        this.visitor = visitor;
        this.bytes = text.bytes;
        this.at = text.from;
        this.end = text.to;
    }

    static <K> void over(Text text, K none, Visitor<K> visitor) {
        new JsonWalk<>(text, false, none, visitor).walk();
    }

    /// The same over a JSON text that is still a JSON string in its record, each quote of it behind a
    /// backslash. Taking the escapes out first would cost another pass over the body.
    static <K> void overString(Text text, K none, Visitor<K> visitor) {
        new JsonWalk<>(text, true, none, visitor).walk();
    }

    private void walk() {
        Object[] labels = new Object[8];
        labels[0] = none;
        long objects = 0;
        int depth = 0;
        K key = none;
        boolean keyNext = false;
        while (at < end) {
            byte c = bytes[at];
            switch (c) {
                case '{', '[' -> {
                    if (++depth >= NESTING_MAX) {
                        return;
                    }
                    if (depth == labels.length) {
                        labels = Arrays.copyOf(labels, 2 * depth);
                    }
                    keyNext = c == '{';
                    key = visitor.inside(key, !keyNext);
                    labels[depth] = key;
                    objects = keyNext ? objects | (1L << depth) : objects & ~(1L << depth);
                    at++;
                }
                case '}', ']' -> {
                    if (depth == 0) {
                        return;
                    }
                    depth--;
                    key = label(labels, depth);
                    keyNext = false;
                    at++;
                }
                case ',' -> {
                    keyNext = (objects & (1L << depth)) != 0;
                    key = label(labels, depth);
                    at++;
                }
                case '"', '\\' -> {
                    if (c == '\\' && !isQuote()) {
                        at += 2;
                        continue;
                    }
                    int from = at + (inString ? 2 : 1);
                    int to = inString ? stringInString() : string();
                    if (to < 0) {
                        return;
                    }
                    if (keyNext) {
                        key = key(label(labels, depth), from, to);
                        keyNext = false;
                    } else if (visitor.meets(key, Body.Type.STRING, bytes, from, to, escaped)) {
                        visitor.scalar(key, owner(labels, depth, objects), value(from, to), true);
                    }
                }
                case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                    int from = at;
                    Body.Type type = number();
                    if (!keyNext && at < end && visitor.meets(key, type, bytes, from, at, false)) {
                        visitor.scalar(key, owner(labels, depth, objects), new Text(bytes, from, at), false);
                    }
                }
                case 't', 'f', 'n' -> {
                    word();
                    if (!keyNext && at < end) {
                        visitor.meets(key, c == 'n' ? Body.Type.NULL : Body.Type.BOOLEAN, bytes, at, at, false);
                    }
                }
                default -> at++;
            }
        }
    }

    private K key(K owner, int from, int to) {
        if (escaped) {
            Text key = value(from, to);
            return visitor.key(owner, key.bytes, key.from, key.to);
        }
        return visitor.key(owner, bytes, from, to);
    }

    private Body.Type number() {
        Body.Type type = Body.Type.INTEGER;
        at++;
        while (at < end && (Text.isDigit(bytes[at]) || Text.isLetter(bytes[at]) || isSign(bytes[at]))) {
            type = Text.isDigit(bytes[at]) ? type : Body.Type.NUMBER;
            at++;
        }
        return type;
    }

    /// Steps over `true`, `false` or `null`.
    private void word() {
        while (at < end && Text.isLetter(bytes[at])) {
            at++;
        }
    }

    private K owner(Object[] labels, int depth, long objects) {
        boolean inObject = (objects & (1L << depth)) != 0;
        return label(labels, inObject || depth == 0 ? depth : depth - 1);
    }

    @SuppressWarnings("unchecked")
    private K label(Object[] labels, int depth) {
        return (K) labels[depth];
    }

    private static boolean isSign(byte c) {
        return c == '.' || c == '-' || c == '+';
    }

    private boolean isQuote() {
        return inString && at + 1 < end && bytes[at + 1] == '"';
    }

    private Text value(int from, int to) {
        Text raw = new Text(bytes, from, to);
        if (!escaped) {
            return raw;
        }
        return inString ? Escapes.unescape(Escapes.unescape(raw)) : Escapes.unescape(raw);
    }

    /// Steps over a string whose quotes are escaped: it ends at the first backslash and quote that belong to
    /// no escape of its own, as `\\\"` would.
    private int stringInString() {
        int i = at + 2;
        escaped = false;
        while (true) {
            i = Text.indexOf(bytes, i, end, (byte) '\\');
            if (i + 1 >= end) {
                at = end;
                return -1;
            }
            if (bytes[i + 1] == '"') {
                at = i + 2;
                return i;
            }
            escaped = true;
            boolean own = bytes[i + 1] == '\\';
            i += 2;
            if (own && i < end) {
                i += bytes[i] == '\\' ? 2 : 1;
            }
        }
    }

    /// Steps over a string. Gives the index of its closing quote, -1 if it is cut off.
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
}
