// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

    @TempDir
    Path folder;

    @Test
    void whatWasSentIsThereAfterTheBrokerWasKilledAndStartedAgain() throws IOException {
        String jars = KafkaBroker.jarsIn(Path.of("target", "kafka"));
        try (KafkaBroker broker = KafkaBroker.start(folder, jars);
                Topics topics = new Topics(broker.bootstrap())) {
            topics.create(2);
            try (CallSender sender = new CallSender(broker.bootstrap(), CallSender.Spread.NONE, Map.of())) {
                sender.send("a call".getBytes(StandardCharsets.UTF_8));
                sender.flush();
            }
            assertThat(topics.lag()).isEqualTo(new Lag(1, 0));
            broker.kill();
        }
        try (KafkaBroker again = KafkaBroker.start(folder, jars)) {
            List<String> read = new ArrayList<>();
            new CommittedRecords(again.bootstrap())
                    .each(Topics.CALLS, value -> read.add(new String(value, StandardCharsets.UTF_8)));
            assertThat(read).containsExactly("a call");
        }
    }

    @Test
    void aBrokerThatCannotStartSaysWhy() {
        assertThatThrownBy(() -> KafkaBroker.start(folder, "nowhere.jar"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected 0");
    }
}
