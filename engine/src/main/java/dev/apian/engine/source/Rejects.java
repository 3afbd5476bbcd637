// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import dev.apian.stage.call.Outcome.Reason;
import dev.apian.stage.call.Outcome.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What could not be read, counted by reason, with the first samples of each. Samples are masked before they
/// get here.
///
/// Kept in the checkpoint's notes, so that an interrupted run counts nothing twice, and as `rejects.json` for
/// people.
public final class Rejects {

    public static final int SAMPLES_PER_REASON_MAX = 5;

    /// Of a file's name; the end of it tells most.
    private static final int FILE_CHARS_MAX = 300;

    private static final String NOTE = "rejects.";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Where one was found, and what it looked like.
    public record Sample(String file, long line, String found, String sample) {}

    /// All of one reason.
    public record Tally(String reason, long count, List<Sample> samples) {}

    private record Report(long rejected, List<Tally> reasons) {}

    private final Map<Reason, Tally> earlier = new EnumMap<>(Reason.class);
    private final Map<Reason, Tally> now = new EnumMap<>(Reason.class);
    private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);
    private long total;

    /// @param notes of the last checkpoint: what earlier runs counted
    public Rejects(Map<String, String> notes) {
        for (Reason reason : Reason.values()) {
            String note = notes.get(NOTE + reason);
            if (note != null) {
                earlier.put(reason, JSON.readValue(note, Tally.class));
            }
        }
    }

    void add(Reason reason, String file, long line, @Nullable Rejected sample) {
        counts.merge(reason, 1L, Long::sum);
        total++;
        if (sample != null) {
            Tally tally = now.computeIfAbsent(reason, any -> new Tally(any.label(), 0, new ArrayList<>()));
            if (tally.samples.size() < SAMPLES_PER_REASON_MAX) {
                String name = file.substring(Math.max(0, file.length() - FILE_CHARS_MAX));
                tally.samples.add(new Sample(name, line, sample.found(), sample.sample()));
            }
        }
    }

    /// Of this run.
    public long total() {
        return total;
    }

    /// Of this run, the most frequent first.
    public List<Tally> tallies() {
        List<Tally> tallies = new ArrayList<>();
        now.forEach((reason, tally) ->
                tallies.add(new Tally(tally.reason, counts.getOrDefault(reason, 0L), List.copyOf(tally.samples))));
        tallies.sort(Comparator.comparingLong(Tally::count).reversed());
        return tallies;
    }

    /// Of all runs, for the next checkpoint: one note a reason.
    Map<String, String> notes() {
        Map<String, String> notes = new TreeMap<>();
        for (Reason reason : Reason.values()) {
            Tally all = all(reason);
            if (all.count > 0) {
                notes.put(NOTE + reason, JSON.writeValueAsString(all));
            }
        }
        return notes;
    }

    /// Writes the rejects of all runs.
    public void writeTo(Path file) throws IOException {
        List<Tally> all = new ArrayList<>();
        long rejected = 0;
        for (Reason reason : Reason.values()) {
            Tally tally = all(reason);
            rejected += tally.count;
            if (tally.count > 0) {
                all.add(tally);
            }
        }
        all.sort(Comparator.comparingLong(Tally::count).reversed());
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(
                fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new Report(rejected, all)) + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Tally all(Reason reason) {
        List<Sample> samples = new ArrayList<>();
        long count = counts.getOrDefault(reason, 0L);
        Tally before = earlier.get(reason);
        if (before != null) {
            count += before.count;
            samples.addAll(before.samples);
        }
        Tally fresh = now.get(reason);
        if (fresh != null) {
            samples.addAll(fresh.samples);
        }
        return new Tally(reason.label(), count, samples.subList(0, Math.min(samples.size(), SAMPLES_PER_REASON_MAX)));
    }
}
