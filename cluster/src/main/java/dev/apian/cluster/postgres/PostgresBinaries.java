// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.postgres;

import dev.apian.cluster.machine.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL for this kind of machine, from the jar that carries them.
final class PostgresBinaries {

    private PostgresBinaries() {}

    /// Unpacks them, unless they are there.
    static void unpackInto(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path next = folder.resolveSibling(folder.getFileName() + ".next");
        Files.createDirectories(next);
        Process tar = new ProcessBuilder("tar", "-xf", "-", "-C", next.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream packed = resource();
                InputStream archive = new XZInputStream(packed);
                OutputStream to = tar.getOutputStream()) {
            archive.transferTo(to);
        }
        if (Command.end(tar) != 0) {
            throw new IOException("tar could not unpack PostgreSQL into " + next + "; see what it said, and the disk");
        }
        Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static InputStream resource() throws IOException {
        String name = "/postgres-" + system() + "-" + machine() + ".txz";
        InputStream found = PostgresBinaries.class.getResourceAsStream(name);
        if (found == null) {
            throw new IOException("no PostgreSQL for this kind of machine: expected " + name
                    + " on the class path; choose the property postgres.platform in cluster/pom.xml and build again");
        }
        return found;
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String machine() {
        String machine = System.getProperty("os.arch");
        return switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> machine;
        };
    }
}
