// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.push;

import dev.apian.server.ApianServer;
import dev.apian.server.ServerSettings;
import dev.apian.stage.signal.BuiltIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/// The usual server in a JVM of its own. Says its port, and ends without order when its standard input ends.
final class Target {

    private Target() {}

    /// @param args data directory
    public static void main(String[] args) throws IOException {
        ServerSettings settings = ServerSettings.of(Path.of(args[0])).withPort(0);
        ApianServer server = ApianServer.start(settings, BuiltIn.detectors(), InstantSource.system());
        System.out.println(server.port());
        int read = System.in.read();
        Runtime.getRuntime().halt(Math.min(read, 0));
    }
}
