// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.server.ServerSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void whereOthersCanReachItIsWrongUsageUnlessMeant(@TempDir Path folder) {
        Path data = folder.resolve("data");
        assertThat(shell.run("serve", "--data", data.toString(), "--listen", "0.0.0.0:0"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("--insecure-listen");
        assertThat(data).doesNotExist();
    }
}
