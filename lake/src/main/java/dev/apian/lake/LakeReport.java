// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the files of calls of a data directory are, without changing anything, also while a server writes there.
///
/// @param first  the first day, such as `2026-11-01`; empty if there is none
/// @param last   the last
/// @param bytes  of the files, without their small indexes
/// @param plain  files without an index, in which an actor's calls are looked for with SQL
/// @param damaged those that were set aside
/// @param deleted what retention let go
public record LakeReport(
        String first, String last, int days, int files, long rows, long bytes, int plain, Gone damaged, Gone deleted) {

    /// @param files that are in the lake no more
    public record Gone(long files, long rows, long bytes) {}

    /// A file that is damaged.
    public record Finding(String file, long rows, String why) {

        @Override
        public String toString() {
            return "%s %s; %d calls".formatted(file, why, rows);
        }
    }

    public static LakeReport of(Path dataDirectory) throws IOException {
        Path folder = CallLake.folder(dataDirectory);
        Manifest list = Manifest.read(folder);
        List<String> days = list.files().stream()
                .map(file -> file.folder().substring("day=".length()))
                .distinct()
                .sorted()
                .toList();
        return new LakeReport(
                days.isEmpty() ? "" : days.getFirst(),
                days.isEmpty() ? "" : days.getLast(),
                days.size(),
                list.files().size(),
                list.files().stream().mapToLong(Manifest.Entry::rows).sum(),
                Sizes.of(folder, list.files()),
                (int) list.files().stream()
                        .filter(file -> !Files.exists(ActorIndex.beside(folder.resolve(file.file()))))
                        .count(),
                new Gone(
                        list.damaged().size(),
                        list.damaged().stream()
                                .mapToLong(Manifest.Damaged::rows)
                                .sum(),
                        list.damaged().stream()
                                .mapToLong(Manifest.Damaged::bytes)
                                .sum()),
                new Gone(
                        list.deleted().files(),
                        list.deleted().rows(),
                        list.deleted().bytes()));
    }

    /// What would go if no more than this were kept.
    ///
    /// @return with all rows of files in which actors are held: theirs stay
    public static Retained leaving(Path dataDirectory, Retention retention, LocalDate today) throws IOException {
        Path folder = CallLake.folder(dataDirectory);
        List<Manifest.Entry> files = Manifest.read(folder).files();
        Retained gone = Retained.NOTHING;
        for (RetentionPlan.Day day : RetentionPlan.of(
                retention,
                Holds.read(dataDirectory),
                today,
                files,
                (file, actors) -> RetentionPlan.holdsOnly(folder, file, actors),
                file -> Sizes.of(folder, file))) {
            gone = gone.plus(new Retained(
                    1,
                    day.files().size(),
                    day.files().stream().mapToLong(Manifest.Entry::rows).sum(),
                    Sizes.of(folder, day.files())));
        }
        return gone;
    }

    /// Looks at every byte of every file.
    ///
    /// @param spill a folder for DuckDB, which reads old files that were listed without a checksum
    public static List<Finding> check(Path dataDirectory, Path spill) throws IOException {
        Path folder = CallLake.folder(dataDirectory);
        List<Finding> findings = new ArrayList<>();
        for (Manifest.Entry file : Manifest.read(folder).files()) {
            Optional<String> wrong = FileCheck.thorough(folder.resolve(file.file()), file, spill);
            if (wrong.isPresent() && Manifest.read(folder).names(file.file())) {
                findings.add(new Finding(file.file(), file.rows(), wrong.get()));
            }
        }
        return findings;
    }
}
