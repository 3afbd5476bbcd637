// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsRead() throws IOException {
        StateFile file = new StateFile(folder.resolve("cluster.json"));
        ClusterState state = ClusterState.first(Sizes.DEFAULT, new Ports(1, 2, 3, 4, 5, 6))
                .with("kafka", new Started(17, 1_234_567, 9092))
                .with(new Submitted("abc", 4, 60));
        file.write(state);
        assertThat(file.read()).contains(state);
    }

    @Test
    void whereNoClusterWasThereIsNothingToRead() throws IOException {
        assertThat(new StateFile(folder.resolve("cluster.json")).read()).isEmpty();
    }

    @Test
    void aFileOfSomebodyElseIsRefusedByName() throws IOException {
        Path file = Files.writeString(folder.resolve("cluster.json"), "garbage");
        assertThatThrownBy(() -> new StateFile(file).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("stop the cluster's processes by hand");
    }

    @Test
    void aProcessThatWasTakenDownIsForgotten() {
        ClusterState state =
                ClusterState.first(Sizes.DEFAULT, new Ports(1, 2, 3, 4, 5, 6)).with("kafka", new Started(17, 0, 9092));
        assertThat(state.without("kafka").process("kafka")).isEmpty();
    }
}
