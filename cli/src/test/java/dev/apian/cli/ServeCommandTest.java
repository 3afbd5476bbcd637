// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.server.ServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServeCommandTest {

    private final Shell shell = new Shell();

    @Test
    void aPlaceToListenMayBeWrittenInManyWays() {
        assertThat(Listen.of("127.0.0.1:9000")).isEqualTo(new Listen("127.0.0.1", 9000));
        assertThat(Listen.of("9000")).isEqualTo(new Listen(ServerSettings.HOST, 9000));
        assertThat(Listen.of(":9000")).isEqualTo(new Listen(ServerSettings.HOST, 9000));
        assertThat(Listen.of("[::1]:9000")).isEqualTo(new Listen("::1", 9000));
        assertThat(Listen.of("localhost")).isEqualTo(new Listen("localhost", ServerSettings.PORT));
        assertThatThrownBy(() -> Listen.of("localhost:x")).hasMessageContaining("expected HOST:PORT");
    }

    @Test
    void latenessMayBeAFractionOfASecond(@TempDir Path folder) {
        LiveOptions options = new LiveOptions();
        CommandLine line = new CommandLine(options);
        line.parseArgs("--lateness", "0.5");
        assertThat(options.settings(line.getCommandSpec()).lateness()).isEqualTo(Duration.ofMillis(500));

        for (String wrong : List.of("-1", "NaN", "1e12")) {
            assertThat(shell.run("serve", "--data", folder.toString(), "--lateness=" + wrong))
                    .isEqualTo(2);
            assertThat(shell.err()).contains("--lateness", "expected seconds from 0 to");
        }
    }

    @Test
    void whereOthersCanReachItIsWrongUsageUnlessMeant(@TempDir Path folder) {
        Path data = folder.resolve("data");
        assertThat(shell.run("serve", "--data", data.toString(), "--listen", "0.0.0.0:0"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("--insecure-listen");
        assertThat(data).doesNotExist();
    }
}
