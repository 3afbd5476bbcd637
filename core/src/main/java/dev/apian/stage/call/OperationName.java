// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// The name of an operation as a client wrote it, which may be anything: a secret, a script, another each time.
final class OperationName {

    static final int CHARS_MAX = 64;

    /// Stands for every name that is none.
    static final String OTHER = "other";

    private static final Remembered<String> CLEAN = new Remembered<>(1_024, OperationName::cleanOf);

    private OperationName() {}

    static String clean(String name) {
        return clean(Text.of(name));
    }

    static String clean(Text name) {
        return CLEAN.of(name.head(CHARS_MAX + 1));
    }

    /// The last word of a URI: `http://example.com/stock#GetQuote`, `urn:GetQuote`.
    static String ofUri(Text raw) {
        Text uri = raw.trim();
        int last = uri.length() - 1;
        Text bare = last > 0 && uri.at(0) == '"' && uri.at(last) == '"' ? uri.sub(1, last) : uri;
        int cut = Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('#'));
        Text word = bare.sub((cut < 0 ? bare.lastIndexOf(':') : cut) + 1);
        return word.isEmpty() || word.is("\"\"") ? "" : clean(word);
    }

    private static String cleanOf(Text name) {
        boolean good = !name.isEmpty() && name.length() <= CHARS_MAX && !Opaque.is(name);
        for (int i = 0; i < name.length() && good; i++) {
            byte c = name.at(i);
            good = Secrets.isBase64Url(c) || c == '.' || c == ':' || c == '/';
        }
        return good ? name.string() : OTHER;
    }
}
