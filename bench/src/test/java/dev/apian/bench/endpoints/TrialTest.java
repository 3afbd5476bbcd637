// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Call;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrialTest {

    private final Vendor vendor = TinyVendor.make();
    private final Trial trial = new Trial(vendor, Setting.of(Regime.EASY, 500, 1, 0.1));

    @Test
    void whoKnowsTheTemplatesIsRightAndFinal() {
        Score score = trial.run(new Oracle(Long.MIN_VALUE)).score();

        assertThat(score.f1()).isEqualTo(1);
        assertThat(score.finality()).isEqualTo(1);
    }

    @Test
    void whoChangesItsMindLateIsNotFinal() {
        Score score = trial.run(new Oracle(lastTick())).score();

        assertThat(score.f1()).isEqualTo(1);
        assertThat(score.finality()).isLessThan(0.5);
    }

    @Test
    void withoutLargeGroupsThereIsNothingToSayOfFinality() {
        Score score = new Trial(vendor, Setting.of(Regime.EASY, 5, 1, 0))
                .run(new Oracle(Long.MIN_VALUE))
                .score();

        assertThat(score.finality()).isNaN();
    }

    @Test
    void theTypedRivalFindsAllThatHasNumbersOnly() {
        Trial.Verdict verdict = new Trial(vendor, Setting.of(Regime.EASY, 100, 1, 0)).run(new TypedOnly());

        assertThat(verdict.score().recall()).isGreaterThan(0.8);
        assertThat(verdict.inVain()).isEmpty();
    }

    private long lastTick() {
        Oracle watch = new Oracle(Long.MAX_VALUE);
        trial.run(watch);
        return watch.last;
    }

    /// Knows the templates of the tiny vendor from some tick on, and before that takes every path for a template.
    private static final class Oracle implements Discovery {

        private final long from;
        private long last;

        private Oracle(long from) {
            this.from = from;
        }

        @Override
        public void learn(Call call) {}

        @Override
        public void publish(long tick) {
            last = tick;
        }

        @Override
        public @Nullable Group groupOf(Call call) {
            boolean isNoise = call.presented().isEmpty();
            String path =
                    last < from ? call.path() : call.path().replaceAll("/(users|reports)/(?!me$)[^/.]+", "/$1/{}");
            String template = call.method() + " " + path;
            return isNoise ? null : new Group(Hash.of(template), template);
        }
    }
}
