// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import dev.apian.reportcard.score.ReportCard;
import dev.apian.reportcard.score.ReportCard.BoringYear;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The report card as one page that needs nothing from elsewhere: pictures and style are in it, scripts are not.
public final class ReportPage {

    private static final String STYLE = "report.css";

    private ReportPage() {}

    /// HTML that is well-formed XML too. Sections without content are left out.
    public static String html(ReportCard card) {
        List<Contestant> all = Contestant.all(card.methods());
        String body = header(card)
                + FirstScreen.markup(card, all)
                + methods(all)
                + year(card)
                + adaptive(card)
                + recognitions(card)
                + nominals(card)
                + audit(card)
                + worlds(card);
        return document(card.title(), body);
    }

    /// A whole page around the markup of its sections.
    static String document(String title, String body) {
        String head = "<meta charset=\"utf-8\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                + Html.element("title", Html.text(title))
                + Html.element("style", style());
        return "<!DOCTYPE html>\n<html lang=\"en\">\n" + Html.element("head", head)
                + Html.element("body", Html.element("main", body)) + "</html>\n";
    }

    private static String header(ReportCard card) {
        String build = card.version() + " (" + card.commit() + "), " + card.madeAt() + ", on " + card.machine();
        return Html.element(
                "header", Html.element("h1", Html.text(card.title())) + Html.element("p", Html.text(build)));
    }

    private static String methods(List<Contestant> all) {
        if (all.isEmpty()) {
            return "";
        }
        Contestant ours = all.getFirst();
        Optional<Contestant> rival = Contestant.bestRival(all);
        String scores = OccasionBars.figure(ours) + CalibrationDots.figure(ours);
        return Html.section(
                        "Found, and at what price",
                        "Findings about one actor within 24 hours are one alert. It is true if its actor has part in an"
                                + " attack and it comes between the attack's first call and 24 hours after its last;"
                                + " all others are false. The rules are the same for every method.",
                        RecallCurves.figure(all) + MethodTables.found(all) + MethodTables.cost(all))
                + section(
                        "What is found, and how soon",
                        "Over all attacks; those never found count as infinitely late.",
                        KindBars.figure(ours, rival) + DelayCurves.figure(all))
                + section(
                        "Whether alerts can be believed",
                        "When " + ours.name()
                                + " is wrong, what was going on, and whether its risks mean what they say.",
                        scores.isEmpty() ? "" : Html.element("div", "pair", scores) + MethodTables.reasons(ours));
    }

    private static String year(ReportCard card) {
        BoringYear year = card.boringYear();
        return year == null
                ? ""
                : section(
                        "The boring year",
                        "A year of ordinary business in which nobody attacks. Every alert is one too many.",
                        YearBars.figure(year));
    }

    private static String adaptive(ReportCard card) {
        return card.adaptive().isEmpty()
                ? ""
                : section(
                        "An attacker who knows the defence",
                        "It searches for the way to take the most without being seen.",
                        OtherTables.adaptive(card.adaptive()));
    }

    private static String recognitions(ReportCard card) {
        return card.recognitions().isEmpty()
                ? ""
                : section(
                        "Whether the traffic was understood",
                        "Who called, which endpoint, about which thing: detection builds on it. 1 is perfect.",
                        OtherTables.recognitions(card.recognitions()));
    }

    private static String nominals(ReportCard card) {
        return card.nominals().isEmpty()
                ? ""
                : section(
                        "Promised and real false alarms",
                        "A ratio of 1 is a kept promise, more is too loud. Broken where the whole interval is above 1.",
                        OtherTables.nominals(card.nominals()));
    }

    private static String audit(ReportCard card) {
        return card.audit().isEmpty()
                ? ""
                : section(
                        "Whether the test is too easy",
                        "How well one simple feature finds each attack. What is easy to find must be declared loud.",
                        OtherTables.audit(card.audit()));
    }

    private static String worlds(ReportCard card) {
        return card.worlds().isEmpty()
                ? ""
                : section(
                        "The worlds",
                        "Everything above was judged on these, made by the simulator from their seeds.",
                        OtherTables.worlds(card.worlds()));
    }

    private static String section(String heading, String explanation, String markup) {
        return markup.isEmpty() ? "" : Html.section(heading, explanation, markup);
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException(STYLE + " is not beside " + ReportPage.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
