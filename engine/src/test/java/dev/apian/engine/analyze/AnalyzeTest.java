// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.engine.Keeping;
import dev.apian.engine.analyze.Report.Ending;
import dev.apian.engine.source.Logs;
import dev.apian.lake.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeTest {

    private static final int CALLS = 4_000;

    @TempDir
    Path folder;

    private Desk desk = new Desk(Path.of(""));
    private Path log = Path.of("");

    @BeforeEach
    void writeLog() throws IOException {
        desk = new Desk(folder.resolve("data"));
        log = write("access.log", Logs.bytes(Logs.lines(0, 2_000) + "junk\n" + Logs.lines(2_000, CALLS)));
    }

    @Test
    void everyCallOfAFileIsInTheLakeOnce() throws IOException {
        Report report =
                desk.with(settings -> settings.withOut(folder.resolve("out"))).analyze(log);

        assertThat(report.ending()).isEqualTo(Ending.FINISHED);
        assertThat(report.isFailed()).isFalse();
        assertThat(report.calls()).isEqualTo(CALLS);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.late()).isZero();
        assertEveryCallIsThereOnce();
        assertThat(folder.resolve("out/alerts.ndjson")).exists();
        assertThat(desk.screen()).isEmpty();
    }

    @Test
    void theSameFileIsRefusedTheSecondTime() throws IOException {
        desk.analyze(log);

        Report second = desk.analyze(log);

        assertThat(second.ending()).isEqualTo(Ending.NOTHING);
        assertThat(second.isFailed()).isTrue();
        assertThat(second.inputs().known()).singleElement().asString().contains("was analysed already", "--again");
        assertEveryCallIsThereOnce();
    }

    @Test
    void aCopyIsKnownByWhateverNameAndHoweverPacked() throws IOException {
        desk.analyze(log);
        Path renamed = write("other.txt", Files.readAllBytes(log));
        Path packed = write("old.gz", Logs.gzip(Files.readAllBytes(log)));
        Path shorter = write("short", Logs.bytes(Logs.lines(0, 1_000)));

        Report second = desk.analyze(renamed, packed, shorter);

        assertThat(second.inputs().known()).hasSize(3);
        assertThat(second.inputs().known().getFirst()).contains("other.txt", "as " + log);
        assertEveryCallIsThereOnce();
    }

    @Test
    void aKnownFileAmongNewOnesIsSkippedAndTheOthersAreRead() throws IOException {
        desk.analyze(log);
        Path next = write("next.log", Logs.bytes(Logs.lines(CALLS, CALLS + 100)));

        Report second = desk.analyze(log, next);

        assertThat(second.isFailed()).isFalse();
        assertThat(second.inputs().known()).hasSize(1);
        assertThat(second.calls()).isEqualTo(100);
    }

    @Test
    void againStoresTheCallsASecondTime() throws IOException {
        desk.analyze(log);

        Report second = desk.with(AnalyzeSettings::withAgain).analyze(log);

        assertThat(second.calls()).isEqualTo(CALLS);
        assertThat(desk.ask("select count(*) from calls")).isEqualTo(2L * CALLS);
    }

    @Test
    void ofALogThatGrewOnlyTheNewPartIsRead() throws IOException {
        Files.write(log, Logs.bytes(Logs.line(CALLS).substring(0, 40)), StandardOpenOption.APPEND);
        assertThat(desk.analyze(log).rejected()).isEqualTo(2);
        Files.write(log, Logs.bytes(Logs.line(CALLS).substring(40) + "\n"), StandardOpenOption.APPEND);
        Files.write(log, Logs.bytes(Logs.lines(CALLS + 1, CALLS + 10)), StandardOpenOption.APPEND);
        Path rotated = Files.move(log, folder.resolve("access.log.1"));

        Report second = desk.analyze(rotated);

        assertThat(second.inputs().notes()).singleElement().asString().contains("grew since it was analysed", "4,001");
        assertThat(second.calls()).isEqualTo(10);
        assertThat(second.rejected()).isZero();
        assertThat(desk.ask("select count(distinct call_id) from calls")).isEqualTo(CALLS + 10L);
    }

    @Test
    void aFileGivenTwiceInOneCommandIsReadOnce() throws IOException {
        Report report = desk.analyze(log, write("copy.gz", Logs.gzip(Files.readAllBytes(log))));

        assertThat(report.calls()).isEqualTo(CALLS);
        assertThat(report.inputs().known()).singleElement().asString().contains("read once");
    }

    @Test
    void aKilledRunGoesOnFromItsLastCheckpoint() throws IOException {
        Report killed = desk.killedAfter(10, log);
        assertThat(killed.ending()).isEqualTo(Ending.STOPPED);
        assertThat(killed.calls()).isLessThan(CALLS);

        Report rest = desk.analyze(log);

        assertThat(rest.ending()).isEqualTo(Ending.FINISHED);
        assertThat(rest.inputs().notes()).singleElement().asString().contains("going on after line");
        assertThat(rest.calls()).isLessThan(CALLS);
        assertEveryCallIsThereOnce();
        assertThat(folder.resolve("data/rejects.json")).content().contains("\"rejected\" : 1");
    }

    @Test
    void aRunKilledAgainAndAgainEndsWithEveryCallOnce() throws IOException {
        Path other = write("b.gz", Logs.gzip(Logs.bytes(Logs.lines(CALLS, 2 * CALLS))));
        Report report = desk.killedAfter(4, other, log);
        for (int i = 0; i < 20 && report.ending() == Ending.STOPPED; i++) {
            report = desk.killedAfter(6 + i, other, log);
        }

        assertThat(report.ending()).isEqualTo(Ending.FINISHED);
        assertThat(desk.ask("select count(*) from calls")).isEqualTo(2L * CALLS);
        assertThat(desk.ask("select count(distinct call_id) from calls")).isEqualTo(2L * CALLS);
    }

    @Test
    void anInterruptedRunSavesWhatItHas() throws IOException {
        Report interrupted = desk.interruptedAfter(6, log);
        assertThat(interrupted.ending()).isEqualTo(Ending.SAVED);

        Report rest = desk.analyze(log);

        assertThat(interrupted.calls() + rest.calls()).isEqualTo(CALLS);
        assertEveryCallIsThereOnce();
    }

    @Test
    void aDiskWithoutRoomTakesNothingInAndSaysWhatToDo() throws IOException {
        Report refused = desk.with(settings -> settings.withKeeping(new Keeping(Retention.FOREVER, Long.MAX_VALUE)))
                .analyze(log);

        assertThat(refused.isFailed()).isTrue();
        assertThat(refused.failures()).singleElement().asString().contains("the disk has", "--keep-days");
        assertThat(refused.calls()).isZero();

        desk.with(settings -> settings).analyze(log);
        assertEveryCallIsThereOnce();
    }

    @Test
    void standardInputIsAFileLikeAnyOther() throws IOException {
        Path dash = Path.of("-");
        byte[] packed = Logs.gzip(Files.readAllBytes(log));

        assertThat(desk.withStandardInput(packed).analyze(dash).calls()).isEqualTo(CALLS);
        assertThat(desk.withStandardInput(packed).analyze(dash).inputs().known())
                .hasSize(1);
        byte[] grown = Logs.joined(Files.readAllBytes(log), Logs.bytes(Logs.lines(CALLS, CALLS + 5)));
        assertThat(desk.withStandardInput(grown).analyze(dash).calls()).isEqualTo(5);
    }

    private void assertEveryCallIsThereOnce() throws IOException {
        assertThat(desk.ask("select count(*) from calls")).isEqualTo((long) CALLS);
        assertThat(desk.ask("select count(distinct call_id) from calls")).isEqualTo((long) CALLS);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
