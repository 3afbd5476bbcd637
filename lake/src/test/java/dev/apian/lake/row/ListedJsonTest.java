// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Body;
import dev.apian.stage.call.DataClass;
import dev.apian.stage.endpoint.Decision;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Endpoint.Sensitivity;
import dev.apian.stage.endpoint.Facts;
import dev.apian.stage.endpoint.Facts.Bodies;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.endpoint.Listed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedJsonTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x1234_5678_9abc_def0L})
    void whatWasWrittenIsReadAgain(long id) {
        Bodies bodies = new Bodies(7, Map.of(new Body.Key("orders[].id", Body.Type.INTEGER), 5L));
        Listed listed = new Listed(
                new Endpoint(id, "GET", "h.example", "/a/{b}", Sensitivity.HIGH, Set.of(Label.ADMIN)),
                new Facts(
                        9,
                        8,
                        1,
                        2,
                        3,
                        Map.of(200, 8L, 404, 1L),
                        Map.of("page", 4L),
                        Map.of(DataClass.EMAIL, 1L),
                        Map.of(DataClass.CARD_NUMBER, 2L),
                        Bodies.NONE,
                        bodies,
                        6),
                List.of(new Decision(1, "{b}", Decision.Because.LEARNED, 9.5, List.of("212 values"))),
                List.of(id, 5L));

        assertThat(ListedJson.read(ListedJson.of(listed).toString())).isEqualTo(listed);
    }
}
