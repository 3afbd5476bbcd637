// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.stage.endpoint.Correction;
import dev.apian.stage.identity.Ruling;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What people and documents say about paths, and people about who is who, kept in the data directory:
/// `corrections.json`, and a file for each document in `documents`.
///
/// Several processes may write: each reads again before it writes, behind a lock, and replaces files as a whole. Safe
/// for many threads.
public final class Corrections {

    public static final int CORRECTIONS_MAX = 10_000;
    public static final int DOCUMENTS_MAX = 100;

    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final Path file;
    private final Path lockFile;
    private final Path documents;
    private @Nullable Standing standing;

    /// One thing that a person said.
    ///
    /// @param id  grows and is never given twice
    /// @param who `cli`, or a user's name
    public record Entry(long id, String who, Instant at, Correction correction) {}

    /// One thing that a person said about who is who.
    ///
    /// @param id  grows and is never given twice, to what is said about paths neither
    /// @param who `cli`, or a user's name
    public record Ruled(long id, String who, Instant at, Ruling ruling) {}

    /// One document, and the routes it speaks of.
    ///
    /// @param text whatever the reader of documents keeps of it
    public record Document(String name, String who, Instant at, List<Correction.Pin> pins, String text) {
        public Document {
            pins = List.copyOf(pins);
        }
    }

    /// What is in force, as long as the file is the same.
    private record Standing(String stamp, List<Correction> corrections, List<Ruling> rulings) {}

    private Corrections(Path data) {
        this.file = data.resolve("corrections.json");
        this.lockFile = data.resolve("corrections.lock");
        this.documents = data.resolve("documents");
    }

    /// Looks at a data directory; nothing is made there before something is added.
    public static Corrections open(Path data) {
        return new Corrections(data);
    }

    /// Everything said by people, oldest first.
    public List<Entry> entries() throws IOException {
        return CorrectionsFile.read(file).entries();
    }

    /// Keeps one more. What would change nothing is not said twice: then the answer is the entry there is.
    ///
    /// @throws IllegalArgumentException with all that is wrong with the correction, or if there are too many
    public Entry add(Correction correction, String who, Instant at) throws IOException {
        CorrectionRules.check(correction);
        return locked(() -> {
            CorrectionsFile now = CorrectionsFile.read(file);
            Optional<Entry> standing = standing(now.entries(), correction);
            if (standing.isPresent()) {
                return standing.get();
            }
            checkRoom(now.entries().size());
            Entry entry = new Entry(now.next(), who, at, correction);
            List<Entry> entries = new ArrayList<>(now.entries());
            entries.add(entry);
            now.saying(entries, 1).write(file);
            return entry;
        });
    }

    /// Everything said by people about who is who, oldest first.
    public List<Ruled> rulings() throws IOException {
        return CorrectionsFile.read(file).rulings();
    }

    /// Keeps one more. What would change nothing is not said twice: then the answer is the one there is.
    ///
    /// @throws IllegalArgumentException if it contradicts what holds, or if there are too many
    public Ruled rule(Ruling ruling, String who, Instant at) throws IOException {
        return locked(() -> {
            CorrectionsFile now = CorrectionsFile.read(file);
            List<Ruling> inForce = RulingRules.inForce(
                    now.rulings().stream().map(Ruled::ruling).toList());
            if (inForce.contains(ruling)) {
                return now.rulings().reversed().stream()
                        .filter(entry -> entry.ruling().equals(ruling))
                        .findFirst()
                        .orElseThrow();
            }
            RulingRules.check(ruling, inForce);
            checkRoom(now.rulings().size());
            Ruled entry = new Ruled(now.next(), who, at, ruling);
            List<Ruled> rulings = new ArrayList<>(now.rulings());
            rulings.add(entry);
            now.ruling(rulings, 1).write(file);
            return entry;
        });
    }

    /// Takes something back that was said about who is who.
    ///
    /// @return false if there is no such ruling
    public boolean removeRuling(long id) throws IOException {
        return locked(() -> {
            CorrectionsFile now = CorrectionsFile.read(file);
            List<Ruled> left =
                    now.rulings().stream().filter(entry -> entry.id() != id).toList();
            if (left.size() == now.rulings().size()) {
                return false;
            }
            now.ruling(left, 0).write(file);
            return true;
        });
    }

    private static void checkRoom(int said) {
        if (said >= CORRECTIONS_MAX) {
            throw new IllegalArgumentException("there are %d corrections already, expected at most %d; undo some first"
                    .formatted(said, CORRECTIONS_MAX));
        }
    }

    private static Optional<Entry> standing(List<Entry> entries, Correction correction) {
        List<Correction> said = new ArrayList<>();
        entries.forEach(entry -> said.add(entry.correction()));
        Set<Correction> before = Set.copyOf(CorrectionRules.inForce(said));
        said.add(correction);
        return before.equals(Set.copyOf(CorrectionRules.inForce(said)))
                ? entries.reversed().stream()
                        .filter(entry -> entry.correction().equals(correction))
                        .findFirst()
                : Optional.empty();
    }

    /// Takes something back.
    ///
    /// @return false if there is no such entry
    public boolean remove(long id) throws IOException {
        return locked(() -> {
            CorrectionsFile now = CorrectionsFile.read(file);
            List<Entry> left =
                    now.entries().stream().filter(entry -> entry.id() != id).toList();
            if (left.size() == now.entries().size()) {
                return false;
            }
            now.saying(left, 0).write(file);
            return true;
        });
    }

    /// Keeps a document; one of the same name is replaced.
    ///
    /// @throws IllegalArgumentException if its name is no name for a file, or there are too many
    public void put(Document document) throws IOException {
        CorrectionRules.checkName(document.name());
        locked(() -> {
            Path to = documents.resolve(document.name() + ".json");
            List<Path> there = documentFiles();
            if (!there.contains(to) && there.size() >= DOCUMENTS_MAX) {
                throw new IllegalArgumentException(
                        "there are %d documents already, expected at most %d; remove some first"
                                .formatted(there.size(), DOCUMENTS_MAX));
            }
            Files.createDirectories(documents);
            DocumentFile.write(to, document);
            touch();
            return true;
        });
    }

    /// Every document, the oldest first.
    public List<Document> documents() throws IOException {
        List<Document> all = new ArrayList<>();
        for (Path path : documentFiles()) {
            DocumentFile.read(path).ifPresent(all::add);
        }
        all.sort(Comparator.comparing(Document::at).thenComparing(Document::name));
        return all;
    }

    /// @return false if there is no such document
    public boolean removeDocument(String name) throws IOException {
        CorrectionRules.checkName(name);
        return locked(() -> {
            boolean was = Files.deleteIfExists(documents.resolve(name + ".json"));
            if (was) {
                touch();
            }
            return was;
        });
    }

    /// What holds now, the latest last: what was overridden is left out. People win over documents, and who spoke later
    /// wins. Cheap while nothing changed, so an engine may ask at every tick.
    public synchronized List<Correction> inForce() throws IOException {
        return standing().corrections;
    }

    /// What holds now of what was said about who is who, the latest last. As cheap.
    public synchronized List<Ruling> rulingsInForce() throws IOException {
        return standing().rulings;
    }

    private synchronized Standing standing() throws IOException {
        String stamp = stamp();
        Standing before = standing;
        if (before != null && before.stamp.equals(stamp)) {
            return before;
        }
        List<Correction> said = new ArrayList<>();
        documents().forEach(document -> said.addAll(document.pins()));
        entries().forEach(entry -> said.add(entry.correction()));
        List<Ruling> ruled = rulings().stream().map(Ruled::ruling).toList();
        Standing now = new Standing(stamp, CorrectionRules.inForce(said), RulingRules.inForce(ruled));
        standing = now;
        return now;
    }

    /// Every change replaces the file, so a new file says that something changed.
    private String stamp() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.fileKey() + " " + attributes.lastModifiedTime() + " " + attributes.size();
    }

    private void touch() throws IOException {
        CorrectionsFile now = CorrectionsFile.read(file);
        now.saying(now.entries(), 0).write(file);
    }

    private List<Path> documentFiles() throws IOException {
        if (!Files.isDirectory(documents)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(documents)) {
            return files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private interface Change<T> {
        T make() throws IOException;
    }

    private <T> T locked(Change<T> change) throws IOException {
        IN_THIS_PROCESS.lock();
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            return change.make();
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }
}
