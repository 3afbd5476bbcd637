// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateToTest {

    private static final WorldSettings SETTINGS = new WorldSettings(
            Trade.SHOP,
            3,
            50,
            2,
            WorldSettings.DEFAULT_START,
            AttackOrder.oneOfEach(),
            Duration.ofDays(1),
            Optional.empty());

    @Test
    void itWritesCallsAndTruthAndCountsThem(@TempDir Path folder) throws IOException {
        List<SimulateTo.Counts> heard = new ArrayList<>();
        Path out = folder.resolve("new/world");

        SimulateTo.Counts counts = SimulateTo.folder(SETTINGS, out, true, heard::add);

        List<String> calls = Files.readAllLines(out.resolve(SimulateTo.CALLS));
        List<String> truth = Files.readAllLines(out.resolve(SimulateTo.TRUTH));
        assertThat(calls).hasSize((int) counts.calls());
        assertThat(Files.size(out.resolve(SimulateTo.CALLS))).isEqualTo(counts.bytes());
        assertThat(truth).hasSize(counts.attacks()).hasSize(AttackKind.values().length);
        List<String> labels = Files.readAllLines(out.resolve(SimulateTo.LABELS));
        assertThat(labels).hasSameSizeAs(calls).anyMatch(line -> line.contains("\"attack\":\"id-walk-1\""));
        assertThat(Files.readAllLines(out.resolve(SimulateTo.OCCASIONS))).anyMatch(line -> line.contains("release"));
        assertThat(heard.getLast().calls()).isEqualTo(counts.calls());
    }

    @Test
    void theTruthIsJsonByTheNamesOfTheKinds(@TempDir Path out) throws IOException {
        SimulateTo.folder(SETTINGS, out, false, _ -> {});

        JsonNode walk = Files.readAllLines(out.resolve(SimulateTo.TRUTH)).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(node -> node.path("kind").asString().equals("id-walk"))
                .findFirst()
                .orElseThrow();
        assertThat(walk.path("names").valueStream().map(JsonNode::asString))
                .contains(walk.path("culprit").asString());
        assertThat(walk.path("calls").size()).isGreaterThan(100);
        assertThat(walk.path("first_seen").asString())
                .isLessThan(walk.path("last_seen").asString());
        assertThat(walk.path("story").asString()).contains("counted");
    }
}
