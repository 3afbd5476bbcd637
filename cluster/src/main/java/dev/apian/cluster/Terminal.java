// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where a command reads from and writes to.
///
/// @param watched whether somebody looks at standard error as it is written
record Terminal(InputStream in, PrintWriter out, PrintWriter err, boolean watched) {

    /// Set by the launcher, which knows whether standard error is a terminal; Java has no way to ask.
    private static final String WATCHED = "apian.terminal";

    static Terminal system() {
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                Boolean.getBoolean(WATCHED));
    }

    private static PrintWriter writer(FileDescriptor to) {
        return new PrintWriter(new FileOutputStream(to), false, StandardCharsets.UTF_8);
    }

    /// One line about what is being done.
    void say(String line) {
        err.println(line);
        err.flush();
    }

    /// How far something is: over the line before, and only for somebody who looks.
    void show(String line) {
        if (watched) {
            err.print("\r\033[K" + line);
            err.flush();
        }
    }

    /// Ends a line that [#show] wrote.
    void shown() {
        show("");
    }
}
