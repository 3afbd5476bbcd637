// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryUntouchedTest {

    @Test
    void aDataDirectoryCanBeReadWithoutAFolderBeingMadeInIt(@TempDir Path folder) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (CallLake lake = CallLake.open(data)) {
            lake.append(TestRows.call(TestRows.NOON, "alice", "GET", 200));
        }

        try (Query query = Query.openUntouched(data, folder.resolve("spill"), QueryLimits.DEFAULT);
                QueryResult result = query.run("SELECT actor FROM calls")) {
            assertThat(Reading.all(result)).hasSize(1);
        }

        assertThat(data.resolve("tmp")).doesNotExist();
    }
}
