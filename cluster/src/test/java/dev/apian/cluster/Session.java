// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/// One command line, run in this process, and what it said.
///
/// @param code its exit code
/// @param out its results
/// @param err everything else
record Session(int code, String out, String err) {

    static Session of(String input, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                false);
        int code = ClusterCommand.run(terminal, args);
        return new Session(code, out.toString(), err.toString());
    }
}
