// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.Pipeline;
import dev.apian.engine.Engine;
import dev.apian.engine.EngineSettings;
import dev.apian.engine.Installation;
import dev.apian.reportcard.Watcher;
import dev.apian.reportcard.page.ShadowPage;
import dev.apian.reportcard.shadow.ShadowReport.Outcome;
import dev.apian.simulator.SimulateTo;
import dev.apian.simulator.WorldSettings;
import dev.apian.stage.call.Call;
import dev.apian.stage.signal.BuiltIn;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ShadowIT {

    private static final Watcher NOBODY = new Watcher() {
        @Override
        public void begins(String what) {}

        @Override
        public void calls(long count) {}
    };

    @TempDir
    static Path folder;

    private static Path files;
    private static Path data;
    private static Map<Path, String> asItWas;
    private static ShadowReport report;

    @BeforeAll
    static void record() throws IOException {
        Path world = folder.resolve("world");
        SimulateTo.folder(WorldSettings.of(7, 100, 3).withoutAttacks(), world, false, _ -> {});
        files = Files.createDirectory(folder.resolve("files"));
        Files.move(world.resolve(SimulateTo.CALLS), files.resolve("access.ndjson"));
        data = folder.resolve("data");
        try (Installation installation = Installation.open(data);
                Engine engine = Engine.open(installation, new Pipeline(BuiltIn.detectors()), EngineSettings.DEFAULT)) {
            RecordFiles.in(files).replay(call -> offer(engine, call));
            engine.finish();
        }
        asItWas = content();
        report = Shadow.of(files, List.of(), 1, NOBODY);
    }

    private static void offer(Engine engine, Call call) {
        try {
            engine.offer(call);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyEndpointThatMattersIsTriedInEveryWayOrItSaysWhyNot() {
        assertThat(report.rows()).isNotEmpty();
        assertThat(report.rows().size() % Kind.values().length).isZero();
        assertThat(report.rows())
                .allSatisfy(row -> assertThat(row.note().isEmpty()).isEqualTo(row.outcome() != Outcome.NOT_TRIED));
        assertThat(report.bodies()).isTrue();
    }

    @Test
    void someOfWhatIsLoudIsSeenAndSoonAfterItBegan() {
        assertThat(report.rows())
                .filteredOn(row -> row.kind().equals("stolen") && row.outcome() == Outcome.SEEN)
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.hours()).isBetween(0.0, 25.0);
                    assertThat(row.callsBefore()).isBetween(0, 20);
                    assertThat(row.detection()).isNotEmpty();
                });
    }

    @Test
    void theSameRecordingGivesTheSameReport() throws IOException {
        assertThat(Shadow.of(files, List.of(), 1, NOBODY)).isEqualTo(report);
    }

    @Test
    void keptCallsAreReadTooAndSaidToBeWithoutBodies() throws IOException {
        ShadowReport kept = Shadow.of(data, List.of(), 1, NOBODY);

        assertThat(kept.calls()).isEqualTo(report.calls());
        assertThat(kept.bodies()).isFalse();
        assertThat(kept.count(Outcome.SEEN)).isPositive();
    }

    @Test
    void theRecordingStaysAsItWas() throws IOException {
        Shadow.of(files, List.of(), 2, NOBODY);
        Shadow.of(data, List.of(), 2, NOBODY);

        assertThat(content()).isEqualTo(asItWas);
    }

    private static Map<Path, String> content() throws IOException {
        Map<Path, String> content = new TreeMap<>();
        for (Path root : new Path[] {files, data}) {
            try (Stream<Path> inside = Files.walk(root)) {
                for (Path file : inside.toList()) {
                    content.put(
                            file,
                            Files.isRegularFile(file) ? Arrays.hashCode(Files.readAllBytes(file)) + "" : "folder");
                }
            }
        }
        return content;
    }

    @Test
    void whatIsTooLittleOrNoRecordingIsSaid(@TempDir Path other) throws IOException {
        assertThatThrownBy(() -> Shadow.of(other, List.of(), 1, NOBODY)).hasMessageContaining("has no files");
        assertThatThrownBy(() -> Shadow.of(other.resolve("none"), List.of(), 1, NOBODY))
                .hasMessageContaining("is no folder");
        try (Stream<String> lines = Files.lines(files.resolve("access.ndjson"))) {
            Files.write(other.resolve("few.ndjson"), lines.limit(50).toList());
        }
        assertThatThrownBy(() -> Shadow.of(other, List.of(), 1, NOBODY))
                .hasMessageContaining("50 calls of")
                .hasMessageContaining("it takes 1000 calls");
    }

    @Test
    void thePageIsWellFormedAndNeedsNothingFromElsewhere() throws Exception {
        String page = ShadowPage.html(report);

        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
        assertThat(page)
                .contains(
                        "Would Apian have seen it here?",
                        report.rows().getFirst().endpoint(),
                        "stranger")
                .doesNotContain("http:", "https:", "<script", "NaN", "null");
    }
}
