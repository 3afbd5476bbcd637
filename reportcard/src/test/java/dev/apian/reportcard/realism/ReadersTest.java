// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.reportcard.rival.Calls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ReadersTest {

    private static final String HEADING = "epoch\ttz\tactor\tmethod\tpath\tcommit\n";

    @Test
    void changesOfARepositoryAreReadAndSorted() throws IOException {
        var history = GitEvents.read(
                "repository", compressed(HEADING + "200\t+0200\tu1\tPUT\t/b\tc2\n100\t+0200\tu1\tPOST\t/a\tc1\n"));
        assertThat(history.size()).isEqualTo(2);
        assertThat(history.acts())
                .singleElement()
                .satisfies(acts -> assertThat(acts.micros()).containsExactly(100_000_000, 200_000_000));
    }

    @Test
    void aLineOfAnotherShapeIsNamed() {
        assertThatThrownBy(() -> GitEvents.read("repository", compressed(HEADING + "100\tu1\n")))
                .hasMessageContaining("repository: a line has 2 columns, expected 6");
    }

    @Test
    void requestsOfALogAreReadWithoutTheirQuery() {
        var history = AccessLog.read(
                "log",
                Stream.of(
                        "192.0.2.1 - - [17/May/2015:10:05:03 +0000] \"GET /a?b=c HTTP/1.1\" 200 5 \"-\" \"x\"",
                        "192.0.2.1 - - [17/May/2015:12:05:04 +0200] \"GET /a HTTP/1.1\" 200 5 \"-\" \"x\"",
                        "192.0.2.2 - - [17/May/2015:10:05:05 +0000] \"-\" 408 - \"-\" \"-\""));
        assertThat(history.size()).isEqualTo(2);
        assertThat(history.actorCount()).isEqualTo(1);
        assertThat(history.items()).containsExactly(0, 0);
    }

    @Test
    void simulatedCallsAreTakenUnlessTheyAreAttacks() {
        var history = new History("simulated");
        Calls.of("ann")
                .entity("order 1")
                .at(1)
                .attack("a1")
                .entity("order 2")
                .at(2)
                .attack("")
                .entity("order 1")
                .at(3)
                .list()
                .forEach(history::see);
        assertThat(history.items()).containsExactly(0, 0);
    }

    @Test
    void goingBackInTimeIsRefused() {
        var history = new History("simulated");
        history.add("ann", 5, "a");
        assertThatThrownBy(() -> history.add("ann", 4, "a")).hasMessageContaining("sort them first");
    }

    private static InputStream compressed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
