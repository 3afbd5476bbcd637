// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {

    @ParameterizedTest
    @CsvSource({
        "/a//b/, /a/b",
        "/a/./b, /a/b",
        "/a/x/../b, /a/b",
        "/../../a, /a",
        "/a;k=v/b;jsessionid=9, /a/b",
        "/%61/b%2Fc, /a/b%2Fc",
        "/a%20b, /a%20b",
        "/a%2, /a%2",
        "/a%252Fb, /a%252Fb"
    })
    void manySpellingsAreOnePath(String path, String canonical) {
        assertThat(Paths.canonical(path)).isEqualTo(canonical);
    }

    @Test
    void anOrdinaryPathStaysTheSameObject() {
        String path = "/v1/orders/1001";

        assertThat(Paths.canonical(path)).isSameAs(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/orders/7.json, orders 7 /.json",
        "/orders/7:cancel, orders 7 /:cancel",
        "/orders/7:cancel/, orders 7 /:cancel",
        "/orders/:id, orders :id",
        "/orders.json/7, orders.json 7",
        "/time/12:30, time 12:30",
        "/a.exe, a.exe"
    })
    void formatsAndCustomMethodsAreTailsOfTheLastPart(String path, String parts) {
        assertThat(String.join(" ", Paths.parts(path))).isEqualTo(parts);
    }
}
