// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {

    @ParameterizedTest
    @CsvSource({
        "orders, order",
        "companies, company",
        "boxes, box",
        "addresses, address",
        "batches, batch",
        "wishes, wish",
        "Invoices, Invoice",
        "cases, case",
        "movies, movy"
    })
    void pluralsLoseTheirEnding(String plural, String singular) {
        assertThat(Plural.singular(plural)).isEqualTo(singular);
    }

    @ParameterizedTest
    @CsvSource({"order", "status", "address", "us", "s", "bus", "ties", "''"})
    void whatIsNoPluralStays(String word) {
        assertThat(Plural.singular(word)).isEqualTo(word.equals("ties") ? "tie" : word);
    }
}
