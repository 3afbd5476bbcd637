// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import dev.apian.stage.call.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which operator has an address, from a CSV file of ranges as ip-location-db makes them: first address, last address,
/// number, name; in order.
///
/// Only the first 64 bits of IPv6 addresses count, since no operator is given less than a /48.
final class OperatorRanges implements AddressFile {

    /// Ten times the whole Internet of 2026.
    private static final int RANGES_MAX = 5_000_000;

    private final long[] firsts;
    private final long[] lasts;
    private final int[] systems;
    private final Map<Integer, String> names;
    private final boolean six;

    private OperatorRanges(List<long[]> ranges, Map<Integer, String> names, boolean six) {
        firsts = new long[ranges.size()];
        lasts = new long[ranges.size()];
        systems = new int[ranges.size()];
        for (int i = 0; i < ranges.size(); i++) {
            firsts[i] = ranges.get(i)[0];
            lasts[i] = ranges.get(i)[1];
            systems[i] = (int) ranges.get(i)[2];
        }
        this.names = Map.copyOf(names);
        this.six = six;
    }

    /// @throws IOException if a line is none of these, or out of order
    static OperatorRanges open(Path file) throws IOException {
        List<long[]> ranges = new ArrayList<>();
        Map<Integer, String> names = new HashMap<>();
        boolean six = false;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long[] range = range(file, line, ranges.size() + 1);
                boolean ordered = ranges.isEmpty() || Long.compareUnsigned(ranges.getLast()[1], range[0]) <= 0;
                if (!ordered || ranges.size() == RANGES_MAX) {
                    throw wrong(file, line, ranges.size() + 1);
                }
                six |= line.indexOf(':') >= 0 && line.indexOf(':') < line.indexOf(',');
                ranges.add(range);
                names.putIfAbsent((int) range[2], nameIn(line));
            }
        }
        return new OperatorRanges(ranges, names, six);
    }

    private static long[] range(Path file, String line, int number) throws IOException {
        String[] cells = line.split(",", 4);
        try {
            return new long[] {bits(cells[0]), bits(cells[1]), Integer.parseUnsignedInt(cells[2])};
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
            throw wrong(file, line, number);
        }
    }

    private static IOException wrong(Path file, String line, int number) {
        return new IOException("%s:%d: found '%s', expected first address, last address, number, name; in order"
                .formatted(file, number, line));
    }

    private static String nameIn(String line) {
        String[] cells = line.split(",", 4);
        String name = cells.length < 4 ? "" : cells[3];
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
    public Origin find(String ip) {
        if (ip.indexOf(':') >= 0 != six) {
            return new Origin(ip);
        }
        long bits;
        try {
            bits = bits(ip);
        } catch (IllegalArgumentException e) {
            return new Origin(ip);
        }
        int low = 0;
        int high = firsts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(bits, firsts[middle]) < 0) {
                high = middle - 1;
            } else if (Long.compareUnsigned(bits, lasts[middle]) > 0) {
                low = middle + 1;
            } else {
                int system = systems[middle];
                String name = names.getOrDefault(system, "");
                return new Origin(ip, "", Double.NaN, Double.NaN, 0, Integer.toUnsignedLong(system), name);
            }
        }
        return new Origin(ip);
    }

    @Override
    public void close() {
        // all of it is in memory
    }
}
