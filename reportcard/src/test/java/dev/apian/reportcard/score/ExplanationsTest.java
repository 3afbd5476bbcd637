// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplanationsTest {

    @Test
    void theStricterShareLeavesRepeatedUseOut() {
        Explanations explanations = new Explanations();
        explanations.add("GET /orders/{order}", "used before", true, true);
        explanations.add("GET /orders/{order}", "used before", true, true);
        explanations.add("GET /orders/{order}", "shown before", true, false);
        explanations.add("GET /orders/{order}", "never shown", false, false);

        assertThat(explanations.all().share()).isEqualTo(0.75);
        assertThat(explanations.all().firstShare()).isEqualTo(0.5);
        assertThat(explanations.byReason()).containsEntry("used before", 2L).containsEntry("never shown", 1L);
    }

    @Test
    void theWorstEndpointIsTheOneWithMostUnexplained() {
        Explanations shop = new Explanations();
        shop.add("GET /orders/{order}", "never shown", false, false);
        Explanations again = new Explanations();
        again.add("GET /orders/{order}", "never shown", false, false);
        again.add("GET /invoices/{invoice}", "never shown", false, false);
        shop.addAll(again);

        assertThat(shop.worst(1))
                .containsExactly(new Explanations.Row("GET /orders/{order}", new Explanations.Tally(2, 0, 2, 0)));
    }

    @Test
    void withoutAccessesNothingIsUnexplained() {
        assertThat(new Explanations().all().share()).isEqualTo(1);
        assertThat(new Explanations().worst(10)).isEmpty();
    }
}
