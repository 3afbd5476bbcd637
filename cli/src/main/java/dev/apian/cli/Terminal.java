// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

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
}
