// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import dev.apian.stage.call.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which operator has an address, from a CSV file of ranges as ip-location-db makes them: first address, last address,
/// number, name; in order.
///
/// Only the first 64 bits of IPv6 addresses count, since no operator is given less than a /48. Half a million lines are
/// read at the first question and not before, since records often tell their operator themselves.
final class OperatorRanges implements AddressFile {

    /// Ten times the whole Internet of 2026.
    private static final int RANGES_MAX = 5_000_000;

    private static final int CELLS = 4;

    private final Path file;
    private final List<String> troubles = new ArrayList<>();
    private @Nullable Ranges ranges;

    private OperatorRanges(Path file) {
        this.file = file;
    }

    /// @throws IOException if there is no such file, or its first line is no range
    static OperatorRanges open(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            range(file, line == null ? "" : line, 1);
        } catch (NoSuchFileException e) {
            throw new IOException("address database " + file + " is missing; give a .csv or .mmdb file", e);
        }
        return new OperatorRanges(file);
    }

    @Override
    public Origin find(String ip) {
        Ranges all = ranges;
        if (all == null) {
            all = read();
            ranges = all;
        }
        try {
            return all.find(ip);
        } catch (IllegalArgumentException e) {
            return new Origin(ip);
        }
    }

    /// A file that cannot be read any more tells nothing, which [#troubles] says: addresses are no reason to stop.
    private Ranges read() {
        try {
            Ranges all = Ranges.in(file);
            if (all.skipped > 0) {
                troubles.add("%s: %,d of its lines are no ranges or out of order, and were left out"
                        .formatted(file.getFileName(), all.skipped));
            }
            return all;
        } catch (IOException e) {
            troubles.add(file + " cannot be read: " + e.getMessage());
            return new Ranges(List.of(), Map.of(), false, 0);
        }
    }

    @Override
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    private static long[] range(Path file, String line, int number) throws IOException {
        String[] cells = line.split(",", CELLS);
        if (cells.length == CELLS) {
            try {
                return new long[] {bits(cells[0]), bits(cells[1]), Integer.parseUnsignedInt(cells[2])};
            } catch (IllegalArgumentException e) {
                throw wrong(file, line, number);
            }
        }
        throw wrong(file, line, number);
    }

    private static IOException wrong(Path file, String line, int number) {
        return new IOException("%s:%d: found '%s', expected first address, last address, number, name; in order"
                .formatted(file, number, line));
    }

    private static String nameIn(String line) {
        String name = line.split(",", CELLS)[CELLS - 1];
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    /// The first 64 bits of an address, of IPv4 its 32.
    private static long bits(String ip) {
        byte[] bytes = InetAddress.ofLiteral(ip).getAddress();
        long bits = 0;
        for (int i = 0; i < Math.min(bytes.length, Long.BYTES); i++) {
            bits = bits << 8 | bytes[i] & 0xff;
        }
        return bits;
    }

    @Override
    public void close() {
        ranges = null;
    }

    /// All ranges of a file, in order.
    private static final class Ranges {

        private final long[] firsts;
        private final long[] lasts;
        private final int[] systems;
        private final Map<Integer, String> names;
        private final boolean six;

        /// Lines that are no ranges, or begin before one that came earlier.
        private final long skipped;

        private Ranges(List<long[]> ranges, Map<Integer, String> names, boolean six, long skipped) {
            firsts = ranges.stream().mapToLong(range -> range[0]).toArray();
            lasts = ranges.stream().mapToLong(range -> range[1]).toArray();
            systems = ranges.stream().mapToInt(range -> (int) range[2]).toArray();
            this.names = Map.copyOf(names);
            this.six = six;
            this.skipped = skipped;
        }

        static Ranges in(Path file) throws IOException {
            List<long[]> ranges = new ArrayList<>();
            Map<Integer, String> names = new HashMap<>();
            boolean six = false;
            long skipped = 0;
            int number = 0;
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    long[] range = rangeOrNull(file, line, number);
                    if (range == null || ranges.size() == RANGES_MAX || !makeRoom(ranges, range)) {
                        skipped++;
                        continue;
                    }
                    six |= line.substring(0, line.indexOf(',')).indexOf(':') >= 0;
                    ranges.add(range);
                    names.putIfAbsent((int) range[2], nameIn(line));
                }
            }
            return new Ranges(ranges, names, six, skipped);
        }

        private static long @Nullable [] rangeOrNull(Path file, String line, int number) {
            try {
                return range(file, line, number);
            } catch (IOException e) {
                return null;
            }
        }

        /// Ranges overlap in published files, too: the one before ends where the next begins. False if the next begins
        /// no later.
        private static boolean makeRoom(List<long[]> ranges, long[] next) {
            if (ranges.isEmpty()) {
                return true;
            }
            long[] before = ranges.getLast();
            if (Long.compareUnsigned(before[0], next[0]) >= 0) {
                return false;
            }
            if (Long.compareUnsigned(before[1], next[0]) >= 0) {
                before[1] = next[0] - 1;
            }
            return true;
        }

        Origin find(String ip) {
            int place = ip.indexOf(':') >= 0 == six ? placeOf(bits(ip)) : -1;
            if (place < 0) {
                return new Origin(ip);
            }
            int system = systems[place];
            String name = names.getOrDefault(system, "");
            return new Origin(ip, "", Double.NaN, Double.NaN, 0, Integer.toUnsignedLong(system), name);
        }

        private int placeOf(long bits) {
            int low = 0;
            int high = firsts.length - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                if (Long.compareUnsigned(bits, firsts[middle]) < 0) {
                    high = middle - 1;
                } else if (Long.compareUnsigned(bits, lasts[middle]) > 0) {
                    low = middle + 1;
                } else {
                    return middle;
                }
            }
            return -1;
        }
    }
}
