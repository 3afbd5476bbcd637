// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.reportcard.score.Judged;
import dev.apian.reportcard.score.ReportCard;
import dev.apian.reportcard.score.Scoring;
import dev.apian.reportcard.score.Truth;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportPageTest {

    private static final String FULL = ReportPage.html(SampleCard.full());

    @BeforeAll
    static void leaveItToBeLookedAt() throws IOException {
        Path target = Path.of("target");
        Files.createDirectories(target);
        Files.writeString(target.resolve("sample-card.html"), FULL);
    }

    @Test
    void thePageIsWellFormed() throws Exception {
        Document page = parsed(FULL);
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(6);
        assertThat(page.getElementsByTagName("h2").getLength()).isEqualTo(10);
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        assertThat(FULL).doesNotContain("http:", "https:", "<script", "<link", "<img", "@import", "url(");
    }

    @Test
    void everyNumberIsANumber() {
        assertThat(FULL).doesNotContain("NaN", "Infinity", "null");
    }

    @Test
    void textIsShownAsItIsAndNeverAsMarkup() {
        assertThat(FULL).contains("bank &lt;small&gt;", "machine &lt;cron&gt;", "sale &amp; hides");
        assertThat(FULL).doesNotContain("<cron>");
    }

    @Test
    void theNumbersGivenAreShown() {
        assertThat(FULL).contains("1,834,201", "85ca6a3", "5,200", "0.968", "0.938", "400 / 412");
        // 141 alarms where 88 were promised.
        assertThat(FULL).contains("more than promised", "1.6 ");
        assertThat(FULL).contains("Slow walks under 40 records a day");
    }

    @Test
    void whatFallsShortComesBeforeAnyPicture() {
        assertThat(FULL.indexOf("What falls short")).isPositive().isLessThan(FULL.indexOf("<svg"));
    }

    @Test
    void anEmptyCardIsAPageWithoutSections() throws Exception {
        String page = ReportPage.html(SampleCard.empty());
        assertThat(parsed(page).getElementsByTagName("section").getLength()).isZero();
        assertThat(page).contains("Nothing yet").doesNotContain("NaN", "null", "What falls short");
    }

    @Test
    void aMethodThatFoundNothingInAWorldWithoutAttacksCanBeShown() throws Exception {
        Truth quiet = new Truth("quiet", List.of("a"), 0, 3, List.of(), List.of());
        String page = page(quiet);
        parsed(page);
        assertThat(page).contains("Without any attack").doesNotContain("NaN", "Infinity", "null");
    }

    @Test
    void aMethodWithoutAnyWorldCanBeShown() throws Exception {
        Truth nobody = new Truth("nobody", List.of(), 0, 0, List.of(), List.of());
        parsed(page(nobody));
        assertThat(page(nobody)).doesNotContain("NaN", "Infinity", "null");
    }

    private static String page(Truth truth) {
        ReportCard empty = SampleCard.empty();
        return ReportPage.html(new ReportCard(
                empty.title(),
                empty.version(),
                empty.commit(),
                empty.madeAt(),
                empty.machine(),
                List.of(),
                List.of(Scoring.of("Apian", List.of(new Judged(truth, List.of())), 0.5, 1)),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of()));
    }

    private static Document parsed(String page) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }
}
