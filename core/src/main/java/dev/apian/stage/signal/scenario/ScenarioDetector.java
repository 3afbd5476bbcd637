// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.scenario;

import dev.apian.stage.call.Facet;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Detector;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.Involved;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.Settings;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Unkept;
import dev.apian.stage.signal.Wording;
import dev.apian.stage.signal.scenario.Scenario.Measure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Runs a scenario. To a runner it is a detector like any other.
public final class ScenarioDetector implements Detector<Window> {

    private final Scenario scenario;
    private final Matcher matcher;

    public ScenarioDetector(Scenario scenario) {
        this.scenario = scenario;
        this.matcher = new Matcher(scenario.filter());
    }

    @Override
    public Card card() {
        return scenario.card();
    }

    @Override
    public Scope scope() {
        return scenario.key().scope();
    }

    @Override
    public OptionalLong keyOf(Observation seen) {
        boolean counts = matcher.matches(seen);
        return counts || isForgiving(seen) ? scenario.key().of(seen) : OptionalLong.empty();
    }

    private boolean isForgiving(Observation seen) {
        return scenario.forgiven() && seen.answered() && matcher.matchesButForStatus(seen);
    }

    @Override
    public Window freshState() {
        return new Window();
    }

    @Override
    public Duration memory() {
        return scenario.window();
    }

    @Override
    public Optional<Signal> observe(Window window, Observation seen) {
        window.forget(scenario.window(), seen);
        if (isForgiving(seen)) {
            forgive(window, seen);
            return Optional.empty();
        }
        if (window.isSilent()) {
            return Optional.empty();
        }
        int capacity = scenario.limit().most();
        scenario.measure().valuesOf(seen).forEach(value -> window.add(value, seen, capacity));
        if (window.count() < scenario.limit().of(seen)) {
            return Optional.empty();
        }
        Signal signal = signal(window, seen);
        window.raised(seen.micros());
        return Optional.of(signal);
    }

    @Override
    public Settings settings() {
        return ScenarioSettings.of(scenario);
    }

    @Override
    public Set<Unkept> unkept() {
        boolean username = scenario.filter().hasUsername()
                || scenario.key() == Scenario.Key.NETWORK_AND_USERNAME
                || scenario.measure() instanceof Measure.DistinctUsernames;
        return username ? Set.of(Unkept.USERNAME) : Set.of();
    }

    /// Calls are forgiven all at once, other values one by one.
    private void forgive(Window window, Observation seen) {
        switch (scenario.measure()) {
            case Measure.Calls calls -> window.clear();
            case Measure.DistinctEntities entities -> entities.valuesOf(seen).forEach(window::remove);
            case Measure.DistinctUsernames usernames -> usernames.valuesOf(seen).forEach(window::remove);
            case Measure.DistinctEndpoints endpoints -> endpoints.valuesOf(seen).forEach(window::remove);
            case Measure.DistinctPaths paths -> paths.valuesOf(seen).forEach(window::remove);
        }
    }

    private Signal signal(Window window, Observation seen) {
        int limit = scenario.limit().of(seen);
        Facet username = seen.call().presented(Facet.Kind.USERNAME);
        Map<String, String> words = Map.of(
                "actor", seen.actor().name(),
                "count", Wording.number(window.count()),
                "endpoint", seen.endpoint().toString(),
                "limit", Wording.number(limit),
                "network", seen.call().origin().network(),
                "span", Wording.span(seen.since(window.first())),
                "username", username == null ? "no username" : username.value(),
                "window", Wording.span(scenario.window()));
        Evidence evidence = new Evidence(
                scenario.measure().unit() + " that match " + scenario.card().id(),
                window.count(),
                limit,
                scenario.measure().unit(),
                scenario.window());
        return new Signal(
                scenario.card(),
                seen.micros(),
                window.first(),
                seen.call().id(),
                seen.actor(),
                scenario.strength(),
                scenario.happened().with(words),
                scenario.usual().with(words),
                List.of(evidence),
                involved(window, seen),
                window.calls(seen));
    }

    private Involved involved(Window window, Observation seen) {
        Involved involved = window.involved().plus(Involved.in(seen));
        return switch (scenario.measure()) {
            case Measure.DistinctUsernames usernames -> involved.withUsers(window.values());
            case Measure.DistinctEntities entities -> involved.withEntities(window.values());
            case Measure.DistinctEndpoints endpoints -> involved.withEndpoints(window.values());
            case Measure.DistinctPaths paths -> involved;
            case Measure.Calls calls -> withUsername(involved, seen);
        };
    }

    private static Involved withUsername(Involved involved, Observation seen) {
        Facet username = seen.call().presented(Facet.Kind.USERNAME);
        return username == null ? involved : involved.withUsers(List.of(username.value()));
    }
}
