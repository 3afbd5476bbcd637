// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The options of a benchmark, each a name with its value behind.
public record Options(List<String> arguments) {

    public Options(String... arguments) {
        this(List.of(arguments));
    }

    public String text(String name, String otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 ? otherwise : arguments.get(at + 1);
    }

    public long number(String name, long otherwise) {
        return Long.parseLong(text(name, Long.toString(otherwise)));
    }

    public int whole(String name, int otherwise) {
        return Math.toIntExact(number(name, otherwise));
    }

    /// The folder of `--dir`, or a temporary one.
    ///
    /// @param prefix of a temporary one
    public Path folder(String prefix) throws IOException {
        String named = text("--dir", "");
        return named.isEmpty() ? Files.createTempDirectory(prefix) : Path.of(named);
    }
}
