// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.server.ServerSettings;

/// Where to listen, as typed: `HOST:PORT`, `[::1]:PORT`, a port, or a host.
record Listen(String host, int port) {

    static Listen of(String text) {
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon >= 0 && colon > text.lastIndexOf(']') && text.indexOf(':') == colon
                || colon > 0 && text.charAt(colon - 1) == ']';
        if (!hasPort && !text.isEmpty() && text.chars().allMatch(Character::isDigit)) {
            return new Listen(ServerSettings.HOST, port(text, text));
        }
        String host = hasPort ? text.substring(0, colon) : text;
        int port = hasPort ? port(text.substring(colon + 1), text) : ServerSettings.PORT;
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return new Listen(bare.isEmpty() ? ServerSettings.HOST : bare, port);
    }

    private static int port(String digits, String text) {
        try {
            int port = Integer.parseInt(digits);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(
                "--listen " + text + " has no port from 0 to 65535, expected HOST:PORT such as 127.0.0.1:8790");
    }
}
