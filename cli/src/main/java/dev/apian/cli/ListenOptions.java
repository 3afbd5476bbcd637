// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.server.ServerSettings;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The options of every command that starts a server.
final class ListenOptions {

    @Option(
            names = "--listen",
            defaultValue = ServerSettings.HOST + ":" + ServerSettings.PORT,
            paramLabel = "HOST:PORT",
            description = "Where to listen; port 0 is any that is free. Default: ${DEFAULT-VALUE}.")
    private String listen;

    @Option(
            names = "--insecure-listen",
            description =
                    "Listen even where others can reach it. There is no TLS, and without users no sign-in: see apian"
                            + " users add, and put a proxy with TLS in front.")
    private boolean insecure;

    @Option(
            names = "--allow-host",
            split = ",",
            paramLabel = "NAME",
            description = "Names by which browsers may ask for this server, besides localhost and its addresses.")
    private Set<String> names = Set.of();

    ServerSettings settings(Path data, CommandSpec spec) {
        try {
            Listen where = Listen.of(listen);
            return ServerSettings.of(data)
                    .withListen(where.host(), where.port(), insecure)
                    .withHostNames(names);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
