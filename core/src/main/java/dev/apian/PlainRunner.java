// SPDX-License-Identifier: Apache-2.0
package dev.apian;

import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.Correction;
import dev.apian.stage.endpoint.Routed;
import dev.apian.stage.endpoint.TemplateLearner;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.entity.Entities;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.identity.IdentityMemory;
import dev.apian.stage.identity.Ruling;
import dev.apian.stage.profile.ActorProfile;
import dev.apian.stage.profile.Lesson;
import dev.apian.stage.profile.Moves;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.PopulationLearner;
import dev.apian.stage.profile.ProfileStep;
import dev.apian.stage.profile.Profiled;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Watch;
import dev.apian.stage.triage.Alert;
import dev.apian.stage.triage.TriageState;
import dev.apian.stream.EventOrder;
import dev.apian.stream.KeyedStates;
import dev.apian.stream.NoKnowledge;
import dev.apian.stream.State;
import dev.apian.stream.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The pipeline as one plain loop: one thread, no batches, no checkpoints. What every runner must agree with, and the
/// way to look at every step of it.
public final class PlainRunner {

    private final Pipeline pipeline;
    private final EventOrder<Call> order;
    private final TemplateLearner templateLearner;
    private final PopulationLearner populationLearner;
    private final KeyedStates<State> credentials;
    private final IdentityMemory identity;
    private final KeyedStates<ActorProfile> profiles;
    private final KeyedStates<Watch> actors;
    private final KeyedStates<Watch> networks;
    private final KeyedStates<TriageState> stories;
    private final List<Lesson> lessons = new ArrayList<>();
    private final List<Signal> signals = new ArrayList<>();
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final List<Call> late = new ArrayList<>();
    private final Observer observer;
    private final Moves moves = new Moves();
    private final Moves.Histories histories = new Moves.Histories() {
        @Override
        public KeyedStates<ActorProfile> homeOf(long actor) {
            return profiles;
        }

        @Override
        public List<KeyedStates<ActorProfile>> homes() {
            return List.of(profiles);
        }
    };
    private List<Ruling> said = List.of();
    private Templates templates = Templates.NONE;
    private Population population = Population.UNKNOWN;
    private long tick = Long.MIN_VALUE;
    private long sweptDay = Long.MIN_VALUE;

    public PlainRunner(Pipeline pipeline, Duration lateness) {
        this(pipeline, lateness, new Observer() {});
    }

    public PlainRunner(Pipeline pipeline, Duration lateness, Observer observer) {
        this.pipeline = pipeline;
        this.observer = observer;
        this.order = new EventOrder<>(lateness.toMillis() * 1_000, Integer.MAX_VALUE);
        this.templateLearner = pipeline.templateLearner();
        this.populationLearner = pipeline.populationLearner();
        this.credentials = new KeyedStates<>(
                pipeline.identity()::freshState, pipeline.identity().memory());
        this.identity = pipeline.identity().freshMemory();
        this.profiles = new KeyedStates<>(
                pipeline.profile()::freshState, pipeline.profile().memory());
        this.actors = new KeyedStates<>(
                pipeline.signals()::freshState, pipeline.signals().memory());
        this.networks = new KeyedStates<>(
                pipeline.networks()::freshState, pipeline.networks().memory());
        this.stories = new KeyedStates<>(
                pipeline.triage()::freshState, pipeline.triage().memory());
    }

    /// What people and documents say about paths, from the next tick on.
    public void correct(List<Correction> corrections) {
        templateLearner.correct(corrections);
    }

    /// What people say about who is who, from the next tick on. Histories come along.
    public void rule(List<Ruling> rulings) {
        said = List.copyOf(rulings);
    }

    public void offer(Call call) {
        if (!order.offer(call)) {
            late.add(call);
        }
        order.release(this::run);
    }

    public void finish() {
        order.drain(this::run);
        endTick();
    }

    /// The latest version of each alert, in the order they were first raised.
    public List<Alert> alerts() {
        return List.copyOf(alerts.values());
    }

    public List<Call> late() {
        return late;
    }

    private void run(Call call) {
        long now = Tick.of(call.micros());
        if (now != tick) {
            endTick();
            tick = now;
            templates = templateLearner.publish(tick);
            populationLearner.follow(templates);
            population = populationLearner.publish(tick);
            identity.rule(said);
            moves.follow(said, histories, tick * Tick.MICROS);
            sweep(call.micros());
        }
        Routed routed = templates.route(call);
        templateLearner.learn(routed);
        Touched touched = Entities.of(routed);
        Identified identified = identify(touched);
        ActorProfile profile = profiles.of(pipeline.profile().keyOf(identified), call.micros());
        pipeline.profile().process(profile, identified, templates, this::take);
        Watch network = networks.of(pipeline.networks().keyOf(identified), call.micros());
        pipeline.networks().process(network, identified, NoKnowledge.NONE, signals::add);
    }

    private Identified identify(Touched touched) {
        return pipeline.identity().resolve(touched, credentials, identity);
    }

    private void take(ProfileStep.Given given) {
        switch (given) {
            case Lesson lesson -> lessons.add(lesson);
            case Profiled call -> {
                Watch watch = actors.of(pipeline.signals().keyOf(call), call.micros());
                observer.profiled(call, population);
                pipeline.signals().process(watch, call, population, signals::add);
            }
        }
    }

    private void endTick() {
        lessons.forEach(populationLearner::learn);
        lessons.clear();
        signals.sort(Signal.ORDER);
        for (Signal signal : signals) {
            TriageState state = stories.of(pipeline.triage().keyOf(signal), signal.micros());
            observer.signalled(signal);
            pipeline.triage().process(state, signal, NoKnowledge.NONE, this::raise);
        }
        signals.clear();
    }

    private void raise(Alert alert) {
        alerts.put(alert.id(), alert);
        observer.raised(alert);
    }

    /// Forgets what is gone anyway, once a day.
    private void sweep(long micros) {
        long day = Math.floorDiv(tick, Tick.PER_DAY);
        if (day != sweptDay) {
            sweptDay = day;
            credentials.sweep(micros);
            profiles.sweep(micros);
            actors.sweep(micros);
            networks.sweep(micros);
            stories.sweep(micros);
        }
    }

    /// Hears what the steps find out, in event order.
    public interface Observer {

        /// A call beside its actor's history and what is known across actors.
        default void profiled(Profiled call, Population known) {}

        default void signalled(Signal signal) {}

        /// An alert, or a new version of one.
        default void raised(Alert version) {}
    }
}
