// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.catalogue.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterLakeTest {

    @TempDir
    Path lake;

    private Instant now = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void aLakeThatCannotBeReadIsToldUntilItCan() throws Exception {
        Path list = Files.createDirectories(lake.resolve("lake/calls")).resolve("files.json");
        try (Catalogue catalogue = Catalogue.open("jdbc:sqlite:" + lake.resolve("catalogue.db"));
                ClusterLake shown = ClusterLake.open(lake, catalogue, () -> now)) {
            shown.progress();
            assertThat(shown.failure()).isNull();

            Files.writeString(list, "no list");
            pass();
            shown.progress();
            pass();
            assertThat(shown.all()).isEmpty(); // the catalogue answers, which says nothing about the lake
            assertThat(shown.failure()).contains("the lake cannot be read");

            Files.delete(list);
            pass();
            shown.progress();
            assertThat(shown.failure()).isNull();
        }
    }

    private void pass() {
        now = now.plus(ClusterLake.KEPT);
    }
}
