// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.postgres;

import dev.apian.cluster.machine.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A PostgreSQL server of our own, in a folder: for trying, so whoever reaches its port is let in.
///
/// @param folder its binaries and its data
public record Postgres(Path folder) {

    /// The superuser.
    public static final String USER = "postgres";

    /// Makes what is missing; data stays.
    public void prepare() throws IOException {
        PostgresBinaries.unpackInto(binaries());
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            Command.run(asNobody(
                    binaries().resolve("bin/initdb").toString(),
                    "-A",
                    "trust",
                    "-U",
                    USER,
                    "-E",
                    "UTF-8",
                    "--locale=C",
                    "-D",
                    data().toString()));
        }
    }

    /// The command line of the server: the loopback address, no socket file.
    public List<String> command(int port) {
        return asNobody(
                binaries().resolve("bin/postgres").toString(),
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port),
                "-h",
                "127.0.0.1",
                "-k",
                "",
                "-c",
                "max_connections=200");
    }

    /// PostgreSQL refuses to run as root; in a user namespace without a mapping root is nobody.
    private static List<String> asNobody(String... command) {
        List<String> all = new ArrayList<>();
        if (System.getProperty("user.name").equals("root") && Command.isInstalled("unshare")) {
            all.addAll(List.of("unshare", "-U"));
        }
        all.addAll(List.of(command));
        return all;
    }

    private Path binaries() {
        return folder.resolve("dist");
    }

    private Path data() {
        return folder.resolve("data");
    }
}
