// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.engine.source.Logs;
import dev.apian.engine.source.Rejects;
import dev.apian.stage.call.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {

    @TempDir
    Path folder;

    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void newDesk() {
        desk = new Desk(folder.resolve("data"));
    }

    @Test
    void aBinaryFileIsAFailureAndTheOthersAreRead() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        noise[0] = 0;
        Path binary = write("photo.log", noise);
        Path good = write("good.log", Logs.bytes(Logs.lines(0, 10)));

        Report report = desk.analyze(binary, good);

        assertThat(report.calls()).isEqualTo(10);
        assertThat(report.isFailed()).isTrue();
        assertThat(report.failures())
                .singleElement()
                .asString()
                .contains("photo.log", "could be read", "expected native records");
    }

    @Test
    void anEmptyFileIsAWarning() throws IOException {
        Report report = desk.analyze(write("empty.log", new byte[0]), write("blank.gz", Logs.gzip(new byte[0])));

        assertThat(report.isFailed()).isFalse();
        assertThat(report.inputs().empty()).hasSize(2);
        assertThat(report.inputs().empty().getFirst()).contains("empty.log", "nothing to read");
        assertThat(Summary.of(report, folder)).contains("Nothing to analyse.");
    }

    @Test
    void blankLinesAreNoRecordsAndNoRejects() throws IOException {
        Report report = desk.analyze(write("blank.log", Logs.bytes("\n \r\n\n")));

        assertThat(report.isFailed()).isFalse();
        assertThat(report.rejected()).isZero();
        assertThat(report.calls()).isZero();
    }

    @Test
    void ofATruncatedGzipEverythingThatIsThereIsRead() throws IOException {
        byte[] packed = Logs.gzip(Logs.bytes(Logs.lines(0, 5_000)));
        Path cut = write("cut.gz", Arrays.copyOf(packed, packed.length / 2));
        Path good = write("good.log", Logs.bytes(Logs.lines(5_000, 5_010)));

        Report report = desk.analyze(good, cut);

        assertThat(report.isFailed()).isTrue();
        assertThat(report.calls()).isGreaterThan(1_000);
        assertThat(report.rejected()).isZero();
        assertThat(report.failures())
                .singleElement()
                .asString()
                .contains("cut.gz", "read up to line", "truncated gzip");
        assertThat(desk.ask("select count(*) from calls where call_id = 'c-5009'"))
                .isEqualTo(1L);
    }

    @Test
    void whenTheRestOfATruncatedFileArrivesOnlyThatIsRead() throws IOException {
        byte[] packed = Logs.gzip(Logs.bytes(Logs.lines(0, 5_000)));
        Path file = write("log.gz", Arrays.copyOf(packed, packed.length / 2));
        long first = desk.analyze(file).calls();

        Report report = desk.analyze(write("log.gz", packed));

        assertThat(report.isFailed()).isFalse();
        assertThat(first + report.calls()).isEqualTo(5_000);
        assertThat(desk.ask("select count(distinct call_id) from calls")).isEqualTo(5_000L);
    }

    @Test
    void aLineOf50MegabytesIsOneRejectAndTheRestIsRead() throws IOException {
        Path file = folder.resolve("long.log");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write('{');
            for (int i = 0; i < 50; i++) {
                byte[] megabyte = new byte[1 << 20];
                Arrays.fill(megabyte, (byte) 'x');
                out.write(megabyte);
            }
            out.write(Logs.bytes("\n" + Logs.lines(0, 10)));
        }

        Report report = desk.analyze(file);

        assertThat(report.isFailed()).isFalse();
        assertThat(report.calls()).isEqualTo(10);
        assertReject(report, "record too long", 1, "52428801 bytes, allowed 4194304");
    }

    @Test
    void jsonTenThousandLevelsDeepIsOneReject() throws IOException {
        String deep =
                "{\"timestamp\":\"2026-03-02T08:00:00Z\",\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}\n";

        Report report = desk.analyze(between(deep));

        assertThat(report.calls()).isEqualTo(20);
        assertReject(report, "nested too deeply", 11, "nested deeper than");
    }

    @Test
    void aClockInTheYear9999IsOneReject() throws IOException {
        Report report = desk.analyze(between(Logs.lineAt(Instant.parse("9999-12-31T23:59:59Z"), "late") + "\n"));

        assertThat(report.calls()).isEqualTo(20);
        assertReject(report, "timestamp out of range", 11, "");
    }

    @Test
    void aCallFromTomorrowIsBelievedAndOneFromTheDayAfterIsNot() throws IOException {
        String tomorrow = Logs.lineAt(Desk.TODAY.plus(Analyze.FUTURE_MAX).minusSeconds(1), "tomorrow");
        String later = Logs.lineAt(Desk.TODAY.plus(Analyze.FUTURE_MAX).plusSeconds(1), "later");

        Report report = desk.analyze(write("a.log", Logs.bytes(tomorrow + "\n" + later + "\n")));

        assertThat(report.calls()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
    }

    @Test
    void anAddressThatIsNoneLeavesTheCallWithoutOne() throws IOException {
        Report report = desk.analyze(between(Logs.line(10).replace("203.0.113.", "999.not-an-address.") + "\n"));

        assertThat(report.calls() + report.rejected()).isEqualTo(21);
        assertThat(report.calls()).isEqualTo(21);
        assertThat(desk.ask("select count(*) from calls where client_ip like '%not-an%'"))
                .isEqualTo(0L);
    }

    @Test
    void invalidUtf8DoesNotStopTheFile() throws IOException {
        byte[] bad = Logs.bytes(Logs.line(10).replace("user-", "@@@@@") + "\n");
        for (int i = 0; i < bad.length; i++) {
            bad[i] = bad[i] == '@' ? (byte) 0xfe : bad[i];
        }
        Path file = write("utf.log", Logs.joined(Logs.bytes(Logs.lines(0, 10)), bad, Logs.bytes(Logs.lines(11, 20))));

        Report report = desk.analyze(file);

        assertThat(report.isFailed()).isFalse();
        assertThat(report.calls() + report.rejected()).isEqualTo(20);
        assertThat(report.calls()).isGreaterThanOrEqualTo(19);
    }

    @Test
    void aFileInAnotherFormatThanToldIsAFailure() throws IOException {
        Path file = write("a.log", Logs.bytes(Logs.lines(0, 10)));

        Report report =
                desk.with(settings -> settings.withFormat(Format.COMBINED)).analyze(file);

        assertThat(report.isFailed()).isTrue();
        assertThat(report.rejected()).isEqualTo(10);
        assertThat(report.failures()).singleElement().asString().contains("none of its 10 records");
    }

    @Test
    void noSecretOfARejectedRecordIsKeptOrShown() throws IOException {
        String secret = "s3cr3t-Token-0042";
        Report report = desk.analyze(between("{\"authorization\":\"Bearer " + secret + "\" broken\n"));

        assertThat(report.rejected()).isEqualTo(1);
        assertThat(String.join("\n", Summary.of(report, folder))).doesNotContain(secret);
        assertThat(folder.resolve("data/rejects.json")).content().doesNotContain(secret);
    }

    @Test
    void rejectsAddUpOverRuns() throws IOException {
        desk.analyze(write("a.log", Logs.bytes(Logs.lines(0, 3) + "junk\n")));
        desk.analyze(write("b.log", Logs.bytes(Logs.lines(5, 8) + "junk\njunk\n")));

        assertThat(folder.resolve("data/rejects.json")).content().contains("\"rejected\" : 3", "a.log", "b.log");
    }

    private Path between(String bad) throws IOException {
        return write("mixed.log", Logs.bytes(Logs.lines(0, 10) + bad + Logs.lines(10, 20)));
    }

    private static void assertReject(Report report, String reason, long line, String found) {
        assertThat(report.rejected()).isEqualTo(1);
        List<Rejects.Tally> tallies = report.rejects();
        assertThat(tallies).hasSize(1);
        assertThat(tallies.getFirst().reason()).isEqualTo(reason);
        assertThat(tallies.getFirst().samples().getFirst().line()).isEqualTo(line);
        assertThat(tallies.getFirst().samples().getFirst().found()).contains(found);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
