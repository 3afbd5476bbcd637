// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static dev.apian.stage.call.Reading.quote;
import static dev.apian.stage.call.Reading.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/users/1001|{\"id\":1001}|1 id",
                "/users/1001|{\"id\":\"1001\"}|1 id",
                "//users//anna.k/|{\"user\":{\"login\":\"anna.k\"}}|1 login",
                "/reports/7.json|{\"id\":7}|1 id",
                "/jobs/j-7:cancel|{\"job\":\"j-7\"}|1 job",
                "/Orders('A-1')|{\"key\":\"A-1\"}|0 key",
                "/companies(id=77)|{\"id\":77}|0 id",
                "/cities/New%20York|{\"city\":\"New York\"}|1 city",
                "/a/c%2B+|{\"language\":\"c++\"}|1 language",
                "/orders/7|{\"orderIds\":[6,7,8]}|1 orderIds",
                "/t/x%2Fy|{\"topic\":\"x\\/y\"}|1 topic",
                "/cities/M%C3%BCnchen|{\"city\":\"M\\u00fcnchen\"}|1 city",
                "/a/7/b/7|{\"id\":7}|1 id, 3 id"
            })
    void aValueOfThePathIsFoundInTheResponse(String path, String body, String echoes) {
        assertThat(String.join(", ", echoes(path, body))).isEqualTo(echoes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/users/1001|{\"id\":1002}",
                "/users/1001|{\"id\":10010}",
                "/users/1001|{\"id\":\"A1001\"}",
                "/users/1001|{\"1001\":{\"name\":\"x\"}}",
                "/flags/true|{\"enabled\":true,\"value\":\"true\"}",
                "/flags/null|{\"value\":null}",
                "/users/1001|<id>1001</id>",
                "/|{\"path\":\"/\"}",
                "/v1.2|{\"v\":\"v1\"}"
            })
    void otherValuesAreNoEchoes(String path, String body) {
        assertThat(echoes(path, body)).isEmpty();
    }

    @Test
    void anEchoIsToldOnceForEachName() {
        assertThat(echoes("/users/7", "{\"users\":[{\"id\":7},{\"id\":7},{\"managerId\":7}]}"))
                .containsExactly("1 id", "1 managerId");
    }

    @Test
    void whatARequestRepeatsIsNoEcho() {
        Call call = Reading.call(
                Reading.NATIVE,
                record("\"http.request.body.content\":" + quote("{\"id\":1001}"))
                        .replace("/v1/orders", "/orders/1001"));

        assertThat(call.content().echoes()).isEmpty();
    }

    @Test
    void echoesAreBounded() {
        StringBuilder body = new StringBuilder("{\"a\":7");
        for (char c = 'b'; c <= 'z'; c++) {
            body.append(",\"").append(c).append("\":7");
        }

        assertThat(echoes("/users/7", body + "}")).hasSize(Content.ECHOES_MAX);
        assertThat(echoes("/7".repeat(500), "{\"id\":7}")).hasSize(Content.ECHOES_MAX);
    }

    private static List<String> echoes(String path, String body) {
        Call call = Reading.call(
                Reading.NATIVE,
                record("\"http.response.body.content\":" + quote(body)).replace("/v1/orders", path));
        return call.content().echoes().stream()
                .map(echo -> echo.segment() + " " + echo.name())
                .toList();
    }
}
