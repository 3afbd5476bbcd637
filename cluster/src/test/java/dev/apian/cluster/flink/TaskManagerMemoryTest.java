// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskManagerMemoryTest {

    @ParameterizedTest
    @ValueSource(ints = {1_200, 2_560, 16_384})
    void thePartsAddUpToTheWhole(int total) {
        Map<String, String> settings = TaskManagerMemory.of(total).settings(2);
        int sum = settings.entrySet().stream()
                .filter(one -> one.getValue().endsWith("m") && !one.getKey().endsWith(".min"))
                .mapToInt(one -> Integer.parseInt(one.getValue().replace("m", "")))
                .sum();
        assertThat(sum).isEqualTo(total);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_200, 2_560})
    void evenTheSmallestHasRoomForAJob(int total) {
        assertThat(TaskManagerMemory.of(total).heapMb()).isGreaterThanOrEqualTo(128);
        assertThat(TaskManagerMemory.of(total).networkMb()).isGreaterThanOrEqualTo(64);
    }
}
