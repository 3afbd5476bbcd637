// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Pace pace = new Pace();

    @Test
    void sendersComeAgainWhenATenthOfWhatWaitsIsJudged() {
        pace.judged(0, SECOND);
        pace.judged(10_000, 2 * SECOND);
        assertThat(pace.retryAfter(1_000_000)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void nobodyWaitsForEverAndNobodyComesAgainAtOnce() {
        assertThat(pace.retryAfter(1_000_000)).isEqualTo(Pace.RETRY_MIN);
        pace.judged(0, SECOND);
        pace.judged(1, 2 * SECOND);
        assertThat(pace.retryAfter(1_000_000)).isEqualTo(Pace.RETRY_MAX);
        assertThat(pace.retryAfter(0)).isEqualTo(Pace.RETRY_MIN);
    }
}
