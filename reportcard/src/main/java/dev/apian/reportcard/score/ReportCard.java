// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that the report card shows. An empty list or null means that the section was not made, and it is left
/// out.
///
/// @param version and `commit`: the build that was judged
/// @param madeAt when, in words
/// @param machine on what, in words
/// @param methods Apian first, then the rivals
/// @param fallsShort what Apian cannot do, in sentences; shown on the first screen
public record ReportCard(
        String title,
        String version,
        String commit,
        String madeAt,
        String machine,
        List<WorldLine> worlds,
        List<MethodScore> methods,
        List<Recognition> recognitions,
        List<Nominal> nominals,
        List<AuditRow> audit,
        @Nullable BoringYear boringYear,
        List<AdaptiveRow> adaptive,
        List<String> fallsShort) {

    public ReportCard {
        worlds = List.copyOf(worlds);
        methods = List.copyOf(methods);
        recognitions = List.copyOf(recognitions);
        nominals = List.copyOf(nominals);
        audit = List.copyOf(audit);
        adaptive = List.copyOf(adaptive);
        fallsShort = List.copyOf(fallsShort);
    }

    /// One world on which the methods were judged.
    ///
    /// @param business for example `shop`
    public record WorldLine(String business, long seed, int actors, int days, long calls, int attacks) {}

    /// How well Apian understood one world before any detection; null for what was not judged.
    ///
    /// @param ids whether ids of entities were found in calls
    /// @param typesAgree adjusted Rand index of the types of entities
    public record Recognition(
            String world,
            @Nullable IdentityScore identity,
            @Nullable EndpointScore endpoints,
            @Nullable Hits ids,
            @Nullable Double typesAgree) {}

    /// Whether the simulated attack could be found by one simple feature, which would make it too easy a test.
    ///
    /// @param feature the best single one
    /// @param averagePrecision of ranking by that feature alone
    /// @param loud it was declared to be easy
    /// @param passed it is not easy, or was declared to be
    public record AuditRow(
            String kind, String tactics, String feature, double averagePrecision, boolean loud, boolean passed) {}

    /// A year in which nothing bad happened: every alert is one too many.
    ///
    /// @param alertsPerDay one number a day
    /// @param budgetPerDay the most alerts a day that we allow ourselves on average
    public record BoringYear(String world, List<Integer> alertsPerDay, double budgetPerDay, List<MonthLine> months) {

        public BoringYear {
            alertsPerDay = List.copyOf(alertsPerDay);
            months = List.copyOf(months);
        }
    }

    /// @param month for example `2026-01`
    public record MonthLine(String month, int alerts) {}

    /// The most that an attacker who knows the defence can take unseen.
    ///
    /// @param mostUnseen in `unit`
    /// @param unit for example `records a day`
    /// @param loudest what a careless attacker takes in the same unit, to compare; null if unknown
    /// @param how what the attacker found to do, in words
    public record AdaptiveRow(
            String kind,
            double mostUnseen,
            String unit,
            @Nullable Double loudest,
            String how) {}
}
