// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import java.nio.file.Path;
import java.util.List;

/// How a process is started.
///
/// @param name what people call it: `taskmanager-2`
/// @param command the command line
/// @param output the file that gets its standard output and error
/// @param log the file to read when something is wrong
/// @param port where it listens
public record Recipe(String name, List<String> command, Path output, Path log, int port) {

    public Recipe {
        command = List.copyOf(command);
    }
}
