// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.analyze;

import dev.apian.engine.analyze.Report.Ending;
import dev.apian.engine.source.Rejects;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What people are told at the end of an analysis.
public final class Summary {

    /// More alerts than this are not listed.
    public static final int ALERTS_MAX = 20;

    /// The latest tell what goes on; all are in the console.
    private static final int NOTICES_MAX = 3;

    private static final int SAMPLE_CHARS_MAX = 90;
    private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low");

    private final Report report;
    private final Path data;
    private final List<String> lines = new ArrayList<>();

    private Summary(Report report, Path data) {
        this.report = report;
        this.data = data;
    }

    /// What happened, for standard error.
    public static List<String> of(Report report, Path data) {
        Summary summary = new Summary(report, data);
        summary.inputs();
        if (report.ending() != Ending.NOTHING) {
            summary.calls();
            summary.rejects();
            report.warnings().forEach(message -> summary.lines.add("warning: " + message));
            summary.limits();
            summary.notices();
            summary.found();
        }
        return summary.lines;
    }

    /// The alerts that the run raised or changed, the gravest first, for standard output.
    public static List<String> alerts(Report report) {
        List<String> lines = new ArrayList<>();
        for (AlertLine alert : report.fresh().stream().limit(ALERTS_MAX).toList()) {
            lines.add(String.format(
                    Locale.ROOT, "%-8s  %.3f  %s  %s", alert.severity(), alert.risk(), alert.raised(), alert.title()));
        }
        if (report.fresh().size() > ALERTS_MAX) {
            lines.add("... and %d more".formatted(report.fresh().size() - ALERTS_MAX));
        }
        return lines;
    }

    private void inputs() {
        report.inputs().empty().forEach(message -> lines.add("warning: " + message));
        report.inputs().known().forEach(message -> lines.add("refused: " + message));
        report.inputs().unreadable().forEach(message -> lines.add("error: " + message));
        report.failures().forEach(message -> lines.add("error: " + message));
        if (report.ending() == Ending.NOTHING) {
            lines.add("Nothing to analyse.");
        }
    }

    private void calls() {
        double seconds = report.took().toNanos() / 1e9;
        say("%s %s in %.1f s (%,.0f a second)%s.", verb(), plural(report.calls(), "call"), seconds, rate(), span());
        switch (report.ending()) {
            case SAVED -> lines.add("Everything so far is saved; the same command goes on from here.");
            case STOPPED ->
                lines.add("Stopped before the next checkpoint; the same command goes on from the one before.");
            case FINISHED, NOTHING -> {}
        }
        if (report.late() > 0) {
            say(
                    "  %s came too late to be judged (more than --lateness behind, or older than what was analysed"
                            + " before): stored, not analysed. Give files of one time in one command.",
                    plural(report.late(), "call"));
        }
    }

    private String verb() {
        return report.ending() == Ending.FINISHED ? "Analysed" : "Stopped after";
    }

    private double rate() {
        return report.took().isZero() ? 0 : report.calls() / (report.took().toNanos() / 1e9);
    }

    private String span() {
        return report.calls() == 0 ? "" : ", " + time(report.first()) + " to " + time(report.last());
    }

    private void rejects() {
        if (report.rejected() == 0) {
            return;
        }
        say("  %s rejected; letters and digits of the samples are masked:", plural(report.rejected(), "record"));
        for (Rejects.Tally tally : report.rejects()) {
            say("    %,d  %s", tally.count(), tally.reason());
            for (Rejects.Sample sample : tally.samples()) {
                say("        %s:%d  %s  %s", sample.file(), sample.line(), sample.found(), cut(sample.sample()));
            }
        }
        say("    kept in %s", data.resolve("rejects.json"));
    }

    private void limits() {
        report.dropped().forEach((limit, count) -> say("  limit %s reached: %,d dropped", limit, count));
    }

    private void notices() {
        report.notices().stream().limit(NOTICES_MAX).forEach(notice -> lines.add("  notice: " + notice));
        if (report.notices().size() > NOTICES_MAX) {
            say("  and %s before", plural(report.notices().size() - NOTICES_MAX, "notice"));
        }
    }

    private void found() {
        say("  %s, %s, %s", plural(report.actors(), "actor"), plural(report.endpoints(), "endpoint"), severities());
        lines.add("Look further:");
        say("  apian query \"select severity, risk, raised_at, title from alerts order by risk desc\" --data %s", data);
        say("  apian serve --data %s", data);
    }

    private String severities() {
        Map<String, Long> counts = new LinkedHashMap<>();
        SEVERITIES.forEach(severity -> counts.put(severity, 0L));
        report.alerts().forEach(alert -> counts.merge(alert.severity(), 1L, Long::sum));
        counts.values().removeIf(count -> count == 0);
        String by = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", ", ": ", ""));
        return plural(report.alerts().size(), "alert")
                + (counts.isEmpty() ? "" : by)
                + (report.fresh().size() == report.alerts().size()
                        ? ""
                        : " (" + report.fresh().size() + " new or changed)");
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
    private void say(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    private static String plural(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    private static String cut(String sample) {
        return sample.length() <= SAMPLE_CHARS_MAX ? sample : sample.substring(0, SAMPLE_CHARS_MAX) + "…";
    }

    private static String time(long micros) {
        return Instant.EPOCH
                .plus(micros, ChronoUnit.MICROS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
