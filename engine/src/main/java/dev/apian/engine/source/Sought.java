// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The files that paths, folders and patterns stand for at the moment.
///
/// Of a folder all files in it and below count, but for hidden ones. A pattern is one of a shell, and `**` crosses
/// folders. Symbolic links to files are followed, those to folders only where they are named.
final class Sought {

    /// Folders within a folder.
    static final int DEPTH_MAX = 16;

    /// Files and what is known of them.
    ///
    /// @param files    by what the file is, not by its name: two names of one file are one
    /// @param problems what could not be looked at, and why
    record Found(Map<Object, Path> files, Map<Object, BasicFileAttributes> attributes, List<String> problems) {}

    private final List<String> wanted;

    Sought(List<String> wanted) {
        this.wanted = List.copyOf(wanted);
    }

    Found look() {
        Found found = new Found(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        for (String want : wanted) {
            try {
                look(want, found);
            } catch (IOException e) {
                found.problems.add(want + ": cannot be looked at: " + e);
            }
        }
        return found;
    }

    private static void look(String want, Found found) throws IOException {
        Path path = isPattern(want) ? Path.of(base(want)) : Path.of(want);
        if (!Files.exists(path)) {
            found.problems.add(want + ": nothing there yet; it is read as soon as there is");
        } else if (isPattern(want)) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + want);
            int depth = want.contains("**")
                    ? DEPTH_MAX
                    : depth(want.substring(base(want).length()));
            walk(path, depth, matcher, found);
        } else if (Files.isDirectory(path)) {
            walk(path, DEPTH_MAX, file -> true, found);
        } else {
            add(path, found);
        }
    }

    private static void walk(Path folder, int depth, PathMatcher matcher, Found found) throws IOException {
        Path real = folder.toRealPath();
        Files.walkFileTree(real, Set.of(), depth, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                boolean hidden = !inner.equals(real) && isHidden(inner);
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path named = folder.resolve(real.relativize(file));
                if (!isHidden(file) && matcher.matches(named)) {
                    add(named, found);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                if (!(e instanceof NoSuchFileException)) {
                    found.problems.add(file + ": cannot be looked at: " + e);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isHidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }

    private static void add(Path file, Found found) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                Object key = Objects.requireNonNullElse(attributes.fileKey(), file);
                found.files.putIfAbsent(key, file);
                found.attributes.putIfAbsent(key, attributes);
            }
        } catch (NoSuchFileException e) {
            return; // it went away, or a link leads nowhere
        } catch (IOException e) {
            found.problems.add(file + ": cannot be looked at: " + e);
        }
    }

    static boolean isPattern(String want) {
        return want.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
    }

    /// The folder before the first sign of a pattern.
    private static String base(String pattern) {
        int sign = 0;
        while (isPattern(pattern) && !isPattern(pattern.substring(0, sign + 1))) {
            sign++;
        }
        int slash = pattern.lastIndexOf('/', sign);
        return slash < 0 ? "" : slash == 0 ? "/" : pattern.substring(0, slash);
    }

    private static int depth(String pattern) {
        return (int) pattern.chars().filter(c -> c == '/').count() + (pattern.startsWith("/") ? 0 : 1);
    }
}
