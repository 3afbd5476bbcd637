// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.sketch.Hash;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.entity.Entities;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.identity.Whose;
import dev.apian.testing.Saved;
import dev.apian.testing.SomeCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Runs calls of one actor through its profile: one that lives on, and one saved and loaded between every two
/// calls, whose calls then travel between machines. Both must say and teach the same.
final class Actors {

    static final Actor ALICE = new Actor(Hash.of("alice"), "alice", Actor.Kind.USER);

    private final ActorProfile steady = new ActorProfile();
    private ActorProfile restarted = new ActorProfile();
    private final List<Lesson> lessons = new ArrayList<>();
    private Templates templates = Templates.NONE;
    private Population population = Population.UNKNOWN;

    void know(Templates known) {
        templates = known;
    }

    void know(Population known) {
        population = known;
    }

    Profile see(SomeCall call) {
        return see(new Identified(Entities.of(templates.route(call.call())), ALICE, null, List.of()));
    }

    /// @param whose of each entity that the call touches, the one that its endpoint is about first
    Profile see(SomeCall call, Whose... whose) {
        Touched touched = Entities.of(templates.route(call.call()));
        String place = touched.call().origin().network();
        return see(new Identified(touched, ALICE, null, List.of(), List.of(whose), place, false));
    }

    private Profile see(Identified identified) {
        List<Lesson> taught = new ArrayList<>();
        List<Lesson> taughtAgain = new ArrayList<>();
        Profile one = steady.take(identified, templates, null, taught::add).against(population);
        Profiled other = restarted.take(identified, templates, null, taughtAgain::add);
        Profile sent = Saved.sent(other::save, Profiled::read).against(population);
        int touched = identified.touched().size();
        if (!told(one, touched).equals(told(sent, touched)) || !taught.equals(taughtAgain)) {
            throw new AssertionError("after a restart: %s %s\nwithout: %s %s"
                    .formatted(told(sent, touched), taughtAgain, told(one, touched), taught));
        }
        restarted = Saved.reloaded(restarted, new ActorProfile());
        lessons.addAll(taught);
        return one;
    }

    /// One call after another, one a minute.
    void see(SomeCall call, int times, Duration from) {
        for (int i = 0; i < times; i++) {
            see(call.after(from.plusMinutes(i)));
        }
    }

    ActorProfile profile() {
        return steady;
    }

    /// What was taught since the last time this was asked.
    List<Lesson> lessons() {
        List<Lesson> taught = List.copyOf(lessons);
        lessons.clear();
        return taught;
    }

    private static List<Object> told(Profile profile, int touched) {
        List<Object> all = new ArrayList<>(List.of(
                profile.age(), profile.firstUse(), profile.peers(), profile.owners(), profile.unexplainedShare()));
        for (Scale scale : Scale.values()) {
            all.add(profile.calls(scale));
        }
        for (Profile.Trait trait : Profile.Trait.values()) {
            all.add(profile.familiar(trait));
        }
        IntStream.range(0, touched).forEach(i -> all.add(profile.provenance(i)));
        return all;
    }
}
