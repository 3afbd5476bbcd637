// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeakyBucketsTest {

    @Test
    void elevenRefusedPathsAtOnceOverflowABucketOfTen() {
        assertThat(alerts(refused(11, 0))).singleElement().satisfies(finding -> {
            assertThat(finding.because()).isEqualTo("probing");
            assertThat(finding.score()).isEqualTo(1.1);
        });
    }

    @Test
    void tenRefusedPathsFillItOnly() {
        assertThat(alerts(refused(10, 0))).isEmpty();
    }

    @Test
    void onePathEveryTenSecondsLeaksAway() {
        assertThat(Calls.findings(new LeakyBuckets(), refused(500, 10 * Calls.SECOND)))
                .isEmpty();
    }

    @Test
    void theSameRefusedPathIsPouredOnce() {
        assertThat(Calls.findings(
                        new LeakyBuckets(), Calls.of("ann").status(404).times(500, 0, Calls.SECOND / 100)))
                .isEmpty();
    }

    @Test
    void sixRefusedLoginsOverflowABucketOfFive() {
        var story = Calls.of("ann").endpoint("POST /v1/login").status(401).times(6, 0, 1);
        assertThat(alerts(story)).extracting("because").containsExactly("brute force");
        assertThat(alerts(Calls.of("ann").endpoint("POST /v1/login").status(401).times(5, 0, 1)))
                .isEmpty();
    }

    @Test
    void manyActorsOfOneAddressFillItsBucketTogether() {
        var stories = new Calls[11];
        for (var i = 0; i < stories.length; i++) {
            stories[i] = Calls.of("anonymous " + i)
                    .endpoint("GET /x")
                    .entity("page " + i)
                    .status(404)
                    .at(i);
        }
        assertThat(alerts(stories)).extracting("actor").containsExactly("anonymous 10");
    }

    /// Ten pages a second, of which two leak: after 51 pages in five seconds more than 40 are left.
    @Test
    void aFastCrawlOverflowsAndASlowOneDoesNot() {
        assertThat(alerts(pages(60, Calls.SECOND / 10)))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.because()).isEqualTo("crawl"));
        assertThat(alerts(pages(500, Calls.SECOND / 2))).isEmpty();
    }

    private static Calls refused(int count, long gap) {
        return pages(count, gap, 404);
    }

    private static Calls pages(int count, long gap) {
        return pages(count, gap, 200);
    }

    private static Calls pages(int count, long gap, int status) {
        var story = Calls.of("ann").status(status);
        for (var i = 0; i < count; i++) {
            story.entity("page " + i).at(i * gap);
        }
        return story;
    }

    private static java.util.List<dev.apian.reportcard.score.Finding> alerts(Calls... stories) {
        var rival = new LeakyBuckets();
        var findings = Calls.findings(rival, stories);
        findings.removeIf(finding -> finding.score() < rival.published());
        return findings;
    }
}
