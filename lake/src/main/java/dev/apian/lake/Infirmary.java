// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Where files of calls that cannot be read are set aside: `lake/damaged/day=…/part-….parquet`, each with a
/// report `part-….json` that says why, when, and what is missing with it. The rest of the lake stays readable.
///
/// The list changes first: whoever reads it goes on without the file, whatever happens to the move.
final class Infirmary {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path callFolder;
    private final Path folder;
    private final FileList files;

    Infirmary(Path callFolder, FileList files) {
        this.callFolder = callFolder;
        this.folder = callFolder.resolveSibling("damaged");
        this.files = files;
    }

    /// Sets aside what has lost its beginning, its end or its length. Quick: it reads two ends a file.
    ///
    /// @return how many files
    int admit(Instant now) throws IOException {
        int found = 0;
        for (Manifest.Entry entry : files.entries()) {
            Optional<String> wrong = FileCheck.quick(callFolder.resolve(entry.file()), entry);
            if (wrong.isPresent() && setAside(entry, wrong.get(), now)) {
                found++;
            }
        }
        return found;
    }

    /// @return false if the file was not listed any more
    boolean setAside(Manifest.Entry entry, String why, Instant now) throws IOException {
        Path file = callFolder.resolve(entry.file());
        long bytes = Files.exists(file) ? Files.size(file) : 0;
        Manifest.Damaged damage = new Manifest.Damaged(entry.file(), entry.rows(), bytes, why, now.toString());
        if (!files.strike(entry, damage)) {
            return false;
        }
        Path aside = folder.resolve(entry.file());
        Files.createDirectories(aside.getParent());
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // It is missing, which is what the report says.
        }
        Files.deleteIfExists(ActorIndex.beside(file));
        Files.writeString(
                aside.resolveSibling(aside.getFileName().toString().replace(".parquet", ".json")),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report(entry, damage)) + "\n");
        return true;
    }

    private static Map<String, Object> report(Manifest.Entry entry, Manifest.Damaged damage) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("file", entry.file());
        report.put("day", entry.folder().substring("day=".length()));
        report.put("why", damage.why());
        report.put("found_at", damage.when());
        report.put("rows", entry.rows());
        report.put("bytes", damage.bytes());
        report.put("bytes_written", entry.bytes() == Manifest.Entry.UNKNOWN ? null : entry.bytes());
        report.put("checksum_written", entry.checksum());
        return report;
    }
}
