// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/// Runs command lines within the test and keeps what they wrote.
final class Shell {

    private String input = "";
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    Shell withInput(String text) {
        input = text;
        return this;
    }

    int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                false);
        return Apian.run(terminal, args);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
