// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// Reads a flight recording and tells how the samples of CPU time fall to the stages.
///
/// A sample belongs to the innermost frame of ours: time in a hash map that the profile asked is the profile's.
public final class StageShares {

    /// By the beginning of the class name, the most special first.
    private static final Map<String, List<String>> STAGES = new TreeMap<>(Map.of(
            "1 call: read", List.of("dev.apian.stage.call."),
            "2 endpoint", List.of("dev.apian.stage.endpoint."),
            "3 entity", List.of("dev.apian.stage.entity.", "dev.apian.sketch.Plural"),
            "4 identity", List.of("dev.apian.stage.identity."),
            "5 profile", List.of("dev.apian.stage.profile."),
            "6 signal", List.of("dev.apian.stage.signal."),
            "7 triage", List.of("dev.apian.stage.triage."),
            "lake: Parquet", List.of("dev.apian.lake."),
            "files and ordering", List.of("dev.apian.engine.source.", "dev.apian.stream.EventOrder")));

    private static final String REST = "engine: the rest";

    private StageShares() {}

    /// @param args the recording
    public static void main(String[] args) throws IOException {
        Map<String, Integer> samples = new TreeMap<>();
        int all = 0;
        try (RecordingFile file = new RecordingFile(Path.of(args[0]))) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                boolean sample = event.getEventType().getName().equals("jdk.ExecutionSample");
                if (sample && event.getStackTrace() != null) {
                    samples.merge(stageOf(event.getStackTrace().getFrames()), 1, Integer::sum);
                    all++;
                }
            }
        }
        for (Map.Entry<String, Integer> entry : samples.entrySet()) {
            System.out.printf(Locale.ROOT, "%-20s %5.1f %%%n", entry.getKey(), 100.0 * entry.getValue() / all);
        }
        System.out.printf(Locale.ROOT, "%-20s %5d samples of 20 ms%n", "all", all);
    }

    private static String stageOf(List<RecordedFrame> frames) {
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            if (type.startsWith("dev.apian.") && !isShared(type)) {
                return stageOf(type);
            }
        }
        return "JDK alone";
    }

    /// Hashes, sets and rings work for whichever stage calls them.
    private static boolean isShared(String type) {
        return type.startsWith("dev.apian.sketch.") && !type.startsWith("dev.apian.sketch.Plural")
                || type.startsWith("dev.apian.stream.KeyedStates");
    }

    private static String stageOf(String type) {
        for (Map.Entry<String, List<String>> stage : STAGES.entrySet()) {
            if (stage.getValue().stream().anyMatch(type::startsWith)) {
                return stage.getKey();
            }
        }
        return REST;
    }
}
