// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// The parts of a URL or request target (RFC 3986). User names and passwords in it, and the fragment, are
/// dropped.
record Target(Text host, Text path, Text query) {

    private static final Text ROOT = Text.of("/");

    /// Takes `/a?b`, `https://user:pass@host:443/a?b`, and `host` empty when it is not told.
    static Target of(Text text) {
        int hash = text.indexOf('#');
        Text url = hash < 0 ? text : text.sub(0, hash);
        int scheme = url.isEmpty() || url.at(0) == '/' ? -1 : url.find("://", 0);
        int question = url.indexOf('?');
        if (scheme < 0 || (question >= 0 && question < scheme)) {
            return split(Text.EMPTY, url, question);
        }
        Text rest = url.sub(scheme + 3);
        int end = 0;
        while (end < rest.length() && rest.at(end) != '/' && rest.at(end) != '?') {
            end++;
        }
        Text tail = rest.sub(end);
        return split(host(rest.sub(0, end)), tail, tail.indexOf('?'));
    }

    /// A host without user name, password and port.
    static Text host(Text authority) {
        Text host = authority.sub(authority.lastIndexOf('@') + 1);
        int bracket = host.lastIndexOf(']');
        int colon = host.lastIndexOf(':');
        boolean port = colon > bracket && (bracket >= 0 || host.indexOf(':') == colon);
        return port ? host.sub(0, colon) : host;
    }

    private static Target split(Text host, Text url, int question) {
        Text path = question < 0 ? url : url.sub(0, question);
        Text query = question < 0 ? Text.EMPTY : url.sub(question + 1);
        return new Target(host, path.isEmpty() ? ROOT : path, query);
    }
}
