// SPDX-License-Identifier: Apache-2.0
package dev.apian;

import dev.apian.stage.endpoint.TemplateLearner;
import dev.apian.stage.identity.IdentityStep;
import dev.apian.stage.profile.PopulationLearner;
import dev.apian.stage.profile.ProfileStep;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Detections;
import dev.apian.stage.signal.Detector;
import dev.apian.stage.signal.NetworkStep;
import dev.apian.stage.signal.SignalStep;
import dev.apian.stage.triage.TriageStep;
import java.util.List;

/// The stages as a runner needs them, in the order calls flow:
///
/// 1. `CallReader` turns bytes into calls, in parallel; `EventOrder` puts them into event order.
/// 2. `Templates.route` and 3. `Entities.of` are functions of the call and of knowledge.
/// 4. `identity` is keyed by credential; its grants go to the state of the credential granted.
/// 5. `profile` is keyed by actor and gives the call beside the actor's history, and lessons.
/// 6. `signals` is keyed by actor, `networks` by network. Both give signals.
/// 7. `triage` is keyed by actor again and gives alerts.
///
/// At the first call of a new tick a runner has finished all calls of earlier ticks; it teaches the learners
/// their lessons, publishes, and lets triage see the signals of the tick in event order.
///
/// Knowledge flows downstream only: templates are learned from calls and used from stage 2 on, the population
/// is learned from what stage 5 gives and used from stage 6 on. So the stages and learners form no loop, and a
/// stream engine without loops can run them.
public record Pipeline(
        IdentityStep identity, ProfileStep profile, SignalStep signals, NetworkStep networks, TriageStep triage) {

    public Pipeline(List<Detector<?>> detectors) {
        this(Detections.of(detectors));
    }

    public Pipeline(Detections detections) {
        this(
                new IdentityStep(),
                new ProfileStep(),
                new SignalStep(detections),
                new NetworkStep(detections),
                new TriageStep(
                        detections.all().stream().<Card>map(Detector::card).toList()));
    }

    /// Other limits of the same detections, between two ticks.
    public void follow(Detections detections) {
        signals.follow(detections);
        networks.follow(detections);
    }

    public TemplateLearner templateLearner() {
        return new TemplateLearner();
    }

    public PopulationLearner populationLearner() {
        return new PopulationLearner();
    }
}
