// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static dev.apian.stage.call.Reading.quote;
import static dev.apian.stage.call.Reading.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    @Test
    void namesAreKeptInTheirOrderAndOnce() {
        assertThat(query("limit=1&filter%5Bstate%5D=open&limit=2&wsdl").parameters())
                .containsExactly("limit", "filter[state]", "wsdl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zq7Kx9Vw3Lp5Rt8Yb2Nm",
                "bob%40example.com=1",
                "1772359200123",
                "8f14e45fceea4e1b9d2a=x",
                "=x",
                "&&"
            })
    void namesThatAreValuesAreLeftOut(String query) {
        assertThat(query(query)).isEqualTo(Content.NONE);
    }

    @Test
    void namesAreBounded() {
        String many = IntStream.range(0, 100).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));

        assertThat(query(many).parameters()).hasSize(Content.PARAMETERS_MAX);
    }

    @Test
    void wordsThatMayChooseAnOperationAreKept() {
        assertThat(choices(query("Action=ListUsers&Version=2010-05-08&mode=fast")))
                .containsExactly("Action=ListUsers", "mode=fast");
        assertThat(choices(with("\"http.request.body.content\":\"cmd=orders.list&id=7\"")
                        .content()))
                .containsExactly("cmd=orders.list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=2",
                "action=",
                "action=two+words",
                "action=Zq7Kx9Vw3Lp5Rt8Yb2Nm",
                "action=%3Cscript%3E",
                "reaction=list",
                "type=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void otherValuesAreNoChoices(String query) {
        assertThat(query(query).choices()).isEmpty();
    }

    @Test
    void choicesAreBoundedAndJsonHasNone() {
        assertThat(query("op=a&op=b&op=c&op=d&op=e&op=a").choices()).hasSize(Content.CHOICES_MAX);
        assertThat(with("\"http.request.body.content\":" + quote("{\"action\":\"list\"}"))
                        .content()
                        .choices())
                .isEmpty();
    }

    private static List<String> choices(Content content) {
        return content.choices().stream()
                .map(choice -> choice.name() + "=" + choice.value())
                .toList();
    }

    private static Content query(String query) {
        return with("\"url.query\":" + quote(query)).content();
    }
}
