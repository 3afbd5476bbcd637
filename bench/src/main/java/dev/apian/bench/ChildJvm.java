// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A JVM beside this one, with the same classes, for what is to be measured or killed apart from who does it.
public final class ChildJvm {

    private ChildJvm() {}

    /// Not started yet.
    ///
    /// @param flags beside those that the libraries need
    public static ProcessBuilder of(List<String> flags, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
