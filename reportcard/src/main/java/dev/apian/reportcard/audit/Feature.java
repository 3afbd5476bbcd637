// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.audit;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// A number that says something of one actor's day, each so simple that no attack should be found by it alone.
record Feature(String title, ToDoubleFunction<ActorDay> of) {

    static final List<Feature> ALL = List.of(
            new Feature("calls", day -> day.calls),
            new Feature("distinct endpoints", day -> day.endpoints.size()),
            new Feature("distinct entities", day -> day.entities.size()),
            new Feature("distinct entities of one type", ActorDay::mostEntitiesOfOneType),
            new Feature("distinct entities per call", day -> day.entities.size() / (double) day.calls),
            new Feature("most calls in one hour", ActorDay::mostCallsInAnHour),
            new Feature("most calls in one minute", day -> day.mostInAMinute),
            new Feature("distinct addresses", day -> day.addresses.size()),
            new Feature("distinct networks", day -> day.networks.size()),
            new Feature("distinct countries", day -> day.countries.size()),
            new Feature("distinct autonomous systems", day -> day.autonomousSystems.size()),
            new Feature("distinct user agents", day -> day.userAgents.size()),
            new Feature("number of 4xx", day -> day.refused),
            new Feature("share of 4xx", day -> day.refused / (double) day.calls),
            new Feature("number of 401 and 403", day -> day.notAllowed),
            new Feature("number of 404", day -> day.notFound),
            new Feature("bytes out", day -> day.bytes),
            new Feature("most bytes in one call", day -> day.mostBytes),
            new Feature("share of calls from 0 to 5 UTC", day -> day.atNight / (double) day.calls),
            new Feature("share of POST, PUT, PATCH, DELETE", day -> day.writes / (double) day.calls),
            new Feature("endpoints never used before", day -> day.newEndpoints),
            new Feature("entities never used before", day -> day.newEntities),
            new Feature("countries never seen before", day -> day.newCountries),
            new Feature("highest travel speed", day -> day.fastest),
            new Feature("mean gap between calls", ActorDay::meanGap),
            new Feature("variation of gaps", ActorDay::gapVariation));

    /// In the order of [#ALL]. Six digits are enough to rank by.
    static float[] all(ActorDay day) {
        var values = new float[ALL.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float) ALL.get(i).of.applyAsDouble(day);
        }
        return values;
    }
}
