// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static dev.apian.stage.call.NationalId.BRAZIL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdTest {

    /// Numbers that the offices themselves or their descriptions give as examples.
    @ParameterizedTest
    @CsvSource({
        "US_SOCIAL_SECURITY, 123-45-6789, false",
        "US_SOCIAL_SECURITY, 123456789, true",
        "SPAIN, 12345678Z, false",
        "SPAIN, X1234567L, false",
        "FRANCE, 2 55 08 14 168 025 38, false",
        "FRANCE, 255081416802538, false",
        "ITALY, RSSMRA85T10A562S, false",
        "GERMANY, 86095742719, true",
        "GERMANY, 47 036 892 816, true",
        "BRAZIL, 529.982.247-25, false",
        "BRAZIL, 11144477735, true",
        "POLAND, 44051401359, true",
        "NETHERLANDS, 111222333, true",
        "SWEDEN, 811218-9876, false",
        "SWEDEN_LONG, 19811218-9876, false",
        "SWEDEN, 8112189876, true",
        "INDIA, 9999 4105 7058, false",
        "INDIA, 499118665246, true",
        "UNITED_KINGDOM, AB123456C, false",
        "UNITED_KINGDOM, AB 12 34 56 C, false",
        "CHINA, 11010519491231002X, false"
    })
    void numbersOfPersonsAreFound(NationalId id, String number, boolean named) {
        assertThat(id.is(candidate(number), named)).isTrue();
        assertThat(NationalId.isAny(candidate(number), named)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "078-05-1120",
                "666-45-6789",
                "000-45-6789",
                "900-45-6789",
                "123-00-6789",
                "123-45-0000",
                "12345678A",
                "X1234567A",
                "255081416802539",
                "255131416802538",
                "RSSMRA85T10A562T",
                "86095742718",
                "12345678903",
                "529.982.247-26",
                "111.111.111-11",
                "44051401350",
                "44131401359",
                "111222334",
                "111111110",
                "811218-9875",
                "9999 4105 7059",
                "1999 4105 7058",
                "QQ123456C",
                "BG123456C",
                "AB123456E",
                "110105194912310021",
                "110105194913310021"
            })
    void nearMissesAreNot(String number) {
        assertThat(NationalId.isAny(candidate(number), !number.startsWith("111")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789",
                "86095742719",
                "11144477735",
                "44051401359",
                "111222333",
                "8112189876",
                "198112189876",
                "999941057058",
                "123 45 67 89",
                "1772359200",
                "1772359200123",
                "2026-03-01",
                "ORD-100234"
            })
    void numbersThatMayBeAnythingNeedAKey(String number) {
        assertThat(NationalId.isAny(candidate(number), false)).isFalse();
    }

    @Test
    void signsBetweenMustStandWhereTheyDoOnPaper() {
        assertThat(BRAZIL.is(candidate("529-982-247-25"), false)).isTrue();
        assertThat(BRAZIL.is(candidate("5299 822 4725"), false)).isFalse();
    }

    private static Candidate candidate(String number) {
        Candidate candidate = new Candidate();
        assertThat(candidate.read(Text.of(number))).isTrue();
        return candidate;
    }
}
