// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a process uses now.
///
/// @param residentMb memory; nothing where the system has no `/proc`
/// @param cpuSeconds processor time since its start
public record Usage(OptionalLong residentMb, OptionalDouble cpuSeconds) {

    private static final String RESIDENT = "VmRSS:";

    public static Usage of(long pid) {
        Optional<Duration> cpu = ProcessHandle.of(pid).flatMap(one -> one.info().totalCpuDuration());
        return new Usage(
                resident(pid),
                cpu.isPresent() ? OptionalDouble.of(cpu.get().toMillis() / 1_000.0) : OptionalDouble.empty());
    }

    private static OptionalLong resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
