// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Call;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrafficTest {

    private final Vendor vendor = TinyVendor.make();

    @ParameterizedTest
    @EnumSource
    void theSameSettingMakesTheSameCalls(Regime regime) {
        Setting setting = Setting.of(regime, 50, 1, 0.1);

        assertThat(samples(setting)).isEqualTo(samples(setting));
    }

    @Test
    void anotherSeedMakesOtherCalls() {
        assertThat(samples(Setting.of(Regime.HARD, 50, 1, 0.1)))
                .isNotEqualTo(samples(Setting.of(Regime.HARD, 50, 2, 0.1)));
    }

    @Test
    void everyOperationIsCalledAndEveryCallFitsItsGroup() {
        for (Sample sample : samples(Setting.of(Regime.EASY, 100, 1, 0))) {
            Call call = Trial.read(sample.line());
            String path = vendor.groups().get(sample.group()).replaceAll("[.]", "[.]");
            assertThat(call.method() + " " + call.path()).matches(path.replace("{}", "[^/]+"));
        }
        assertThat(samples(Setting.of(Regime.EASY, 100, 1, 0)).stream().map(Sample::group))
                .containsOnly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void aTenthOfTheCallsIsNoiseAndHasNoSender() {
        List<Sample> noise = samples(Setting.of(Regime.NORMAL, 500, 1, 0.1)).stream()
                .filter(sample -> sample.group() == Sample.NOISE)
                .toList();

        assertThat(noise).hasSizeBetween(200, 400);
        assertThat(noise).noneMatch(sample -> sample.line().contains("authorization"));
    }

    @Test
    void withoutNoiseThereIsNone() {
        assertThat(samples(Setting.of(Regime.NORMAL, 50, 1, 0)))
                .hasSize(300)
                .noneMatch(sample -> sample.group() == Sample.NOISE);
    }

    @Test
    void aFewCallsAreRefused() {
        List<Sample> samples = samples(Setting.of(Regime.NORMAL, 500, 1, 0));
        long refused = samples.stream()
                .filter(sample -> !Trial.read(sample.line()).succeeded())
                .count();

        assertThat((double) refused / samples.size()).isBetween(0.04, 0.08);
    }

    @Test
    void aLogWithoutBodiesHasTheSamePathsAndSizes() {
        Setting setting = Setting.of(Regime.HARD, 50, 1, 0.1);
        Setting bare = new Setting(Regime.HARD, 50, 1, 0.1, false, false);

        List<Call> full = calls(setting);
        List<Call> poor = calls(bare);
        assertThat(poor.stream().map(Call::path))
                .isEqualTo(full.stream().map(Call::path).toList());
        assertThat(poor.stream().map(Call::responseBytes))
                .isEqualTo(full.stream().map(Call::responseBytes).toList());
        assertThat(poor)
                .allMatch(call -> call.fields().isEmpty() && call.presented().isEmpty());
    }

    @Test
    void aNameBesideAParameterIsNeverItsValue() {
        Zipf actors = new Zipf(5);
        Pool pool = new Pools(vendor, Regime.HARD, 1, actors)
                .of(TinyVendor.operation("GET", "/users/{user_id}").template(), 0);

        assertThat(pool.values()).doesNotContain("me").doesNotHaveDuplicates().hasSizeGreaterThan(3);
        assertThat(pool.values()).doesNotContain(pool.missing());
    }

    @Test
    void aListedEnumerationIsUsedWhereWordsAreAllowed() {
        Template template =
                TinyVendor.operation("GET", "/reports/{period}.json").template();

        assertThat(new Pools(vendor, Regime.NORMAL, 1, new Zipf(5))
                        .of(template, 0)
                        .values())
                .containsExactlyInAnyOrder("monthly", "yearly");
        assertThat(new Pools(vendor, Regime.EASY, 1, new Zipf(5))
                        .of(template, 0)
                        .values())
                .doesNotContain("monthly");
    }

    private List<Sample> samples(Setting setting) {
        List<Sample> samples = new ArrayList<>();
        new Traffic(vendor, setting).forEachRemaining(samples::add);
        return samples;
    }

    private List<Call> calls(Setting setting) {
        return samples(setting).stream()
                .map(sample -> Trial.read(sample.line()))
                .toList();
    }
}
