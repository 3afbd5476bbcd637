// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterCommandTest {

    @TempDir
    Path folder;

    @Test
    void helpNamesEveryCommand() {
        Session help = Session.of("", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("up", "down", "status", "run", "send", "finish", "savepoint", "stop", "rescale")
                .contains("kill-taskmanager", "dump");
    }

    @Test
    void withoutACommandItSaysWhichThereAre() {
        Session wrong = Session.of("");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("expected one of up, status");
    }

    @Test
    void whereNoClusterIsStatusSaysHowToStartOne() {
        Session none = Session.of("", "status", "--dir", folder.toString());
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("no cluster in " + folder).contains("apian cluster up");
    }

    @Test
    void takingDownWhatIsNotThereIsNoFailure() {
        assertThat(Session.of("", "down", "--dir", folder.toString()).code()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void sizesThatCannotBeAreWrongUsage() {
        Session wrong = Session.of("", "up", "--dir", folder.toString(), "--slots", "0", "--partitions", "0");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--slots 0, expected 1 to 64").contains("--partitions 0");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsNotThereIsWrongUsage() {
        Session wrong = Session.of("", "send", "--dir", folder.toString(), "nowhere.ndjson");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("nowhere.ndjson cannot be read");
    }

    @Test
    void theJobIsInTheLastLineThatTheSubmitterSays() {
        assertThat(Submission.id("a warning\njob 1f\n\n")).contains("1f");
        assertThat(Submission.id("no luck")).isEmpty();
    }

    @Test
    void aPaceHoldsBackThoseWhoAreAhead() {
        assertThat(new Pace(100, 0, () -> 1_000_000_000L).aheadMillis(150)).isEqualTo(500);
        assertThat(new Pace(100, 0, () -> 1_000_000_000L).aheadMillis(50)).isZero();
        assertThat(new Pace(0, 0, () -> 0).aheadMillis(1_000_000)).isZero();
    }
}
