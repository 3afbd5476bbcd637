// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessMapTest {

    @Test
    void aMapIsGraphvizTextWithFrequenciesAndTimes() {
        ProcessMap map = new ProcessMap(
                "order",
                List.of(
                        new ProcessMap.Edge(null, "POST /orders", 7, null),
                        new ProcessMap.Edge("POST /orders", "GET /orders/{id}", 5, 90.0),
                        new ProcessMap.Edge("GET /orders/{id}", null, 5, null)));
        assertThat(map.dot()).isEqualTo("""
                digraph "order" {
                  rankdir=LR;
                  node [shape=box, style=rounded];
                  "" [shape=circle, label=""];
                  " " [shape=doublecircle, label=""];
                  "" -> "POST /orders" [label="7"];
                  "POST /orders" -> "GET /orders/{id}" [label="5, 1.5 min"];
                  "GET /orders/{id}" -> " " [label="5"];
                }
                """);
    }

    @Test
    void namesThatCallersChoseCannotLeaveTheirQuotes() {
        ProcessMap map = new ProcessMap("a\"b", List.of(new ProcessMap.Edge(null, "GET /x\\\"];\nevil", 1, null)));
        assertThat(map.dot()).contains("digraph \"a\\\"b\"", "\"GET /x\\\\\\\"]; evil\"");
    }

    @Test
    void timesAreSaidAsPeopleSayThem() {
        assertThat(ProcessMap.duration(0.11)).isEqualTo("0.1 s");
        assertThat(ProcessMap.duration(7_200)).isEqualTo("2.0 h");
        assertThat(ProcessMap.duration(129_600)).isEqualTo("1.5 d");
    }
}
