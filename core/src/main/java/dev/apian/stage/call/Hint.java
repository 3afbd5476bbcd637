// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.Set;

/// What a key or parameter promises of its value, beside a [Meaning].
enum Hint {
    NONE,
    /// The value may choose what is done: `action=list`.
    CHOICE;

    private static final Set<String> CHOICES = Set.of(
            "action",
            "cmd",
            "command",
            "op",
            "operation",
            "method",
            "function",
            "func",
            "do",
            "mode",
            "act",
            "event",
            "task",
            "request",
            "service",
            "api",
            "route",
            "page",
            "view",
            "type");

    /// @param joined the words of the name in lower case, without anything between them
    static Hint of(String joined) {
        return CHOICES.contains(joined) ? CHOICE : NONE;
    }
}
