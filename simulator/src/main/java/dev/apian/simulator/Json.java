// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// Writes the small JSON bodies of the API. Commas come by themselves.
final class Json {

    private final StringBuilder out = new StringBuilder(192);

    private Json() {}

    static Json object() {
        return new Json().open('{');
    }

    Json field(String name, long value) {
        name(name).append(value);
        return this;
    }

    Json field(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    Json field(String name, String value) {
        quote(name(name), value);
        return this;
    }

    /// An amount of money in cents, written as people write it.
    Json money(String name, int cents) {
        name(name).append('"').append(cents / 100).append('.');
        out.append((char) ('0' + cents / 10 % 10))
                .append((char) ('0' + cents % 10))
                .append('"');
        return this;
    }

    Json array(String name) {
        name(name);
        return open('[');
    }

    Json objectField(String name) {
        name(name);
        return open('{');
    }

    /// The next object of an array.
    Json element() {
        comma();
        return open('{');
    }

    /// The next text of an array.
    Json element(String value) {
        comma();
        quote(out, value);
        return this;
    }

    Json endElement() {
        out.append('}');
        return this;
    }

    Json endArray() {
        out.append(']');
        return this;
    }

    String end() {
        return out.append('}').toString();
    }

    /// Text as a JSON string, with quotes. Everything the simulator writes is ASCII.
    static void quote(StringBuilder out, String text) {
        out.append('"');
        int clean = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append(text, clean, i).append('\\');
                clean = i;
            } else if (c < ' ') {
                throw new IllegalArgumentException("control character " + (int) c + " in " + text);
            }
        }
        out.append(text, clean, text.length()).append('"');
    }

    private StringBuilder name(String name) {
        comma();
        return out.append('"').append(name).append("\":");
    }

    private void comma() {
        char last = out.charAt(out.length() - 1);
        if (last != '{' && last != '[') {
            out.append(',');
        }
    }

    private Json open(char bracket) {
        out.append(bracket);
        return this;
    }
}
