// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import dev.apian.reportcard.score.ClassScore;
import dev.apian.reportcard.score.IdentityScore;
import dev.apian.simulator.Consumer;
import dev.apian.simulator.CredentialClass;
import dev.apian.simulator.SimulatedCall;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.identity.Link;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.Profiled;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Whom Apian took each call for, beside who it was: as it was said at the time of the call.
public final class IdentityWatch implements Witness {

    private final Ledger ledger = new Ledger();
    private final Names actors = new Names();
    private final Numbers actorOf = new Numbers();
    private final Set<Integer> people = new HashSet<>();
    private final Set<Integer> anonymous = new HashSet<>();
    private final Names credentials = new Names();
    private final Numbers credentialOf = new Numbers();
    private final ClassScore classes = new ClassScore();
    private final Chains chains = new Chains();
    private final Map<String, Set<Integer>> behind = new HashMap<>();

    @Override
    public void sent(SimulatedCall call) {
        int place = Math.toIntExact(call.number());
        ledger.enter(call);
        chains.see(call);
        if (call.consumer().kind() == Consumer.Kind.PERSON) {
            people.add(ledger.consumerOf().get(place));
        }
        if (call.held().type() != CredentialClass.NONE) {
            credentialOf.set(place, credentials.numberOf(call.held().name()));
            classes.see(call.held().name(), call.held().type().label(), call.micros());
            if (call.address().indexOf(':') < 0) {
                behind.computeIfAbsent(call.address(), _ -> new HashSet<>())
                        .add(ledger.consumerOf().get(place));
            }
        }
    }

    @Override
    public void profiled(Profiled call, Population known) {
        Identified identified = call.identified();
        int place = Ledger.place(call.id());
        int actor = actors.numberOf(identified.actor().id());
        actorOf.set(place, actor);
        if (identified.actor().kind() == Actor.Kind.ANONYMOUS) {
            anonymous.add(actor);
        }
        for (Link link : identified.links()) {
            tell(place, link, call.micros());
        }
    }

    private void tell(int place, Link link, long micros) {
        switch (ToldClass.of(link)) {
            case UNKNOWN -> {}
            case PERSONAL, SHARED, SERVICE, GATEWAY -> {
                if (credentialOf.get(place) != Numbers.NONE) {
                    String found = ToldClass.of(link).name().toLowerCase(Locale.ROOT);
                    classes.tell(credentials.name(credentialOf.get(place)), found, micros);
                }
            }
        }
    }

    /// All calls; those of anonymous actors too, whom Apian knows by network and device alone. Programs make most of
    /// them.
    public IdentityScore all() {
        return IdentityScore.of(truth(), found());
    }

    /// Calls of people, who are harder to tell apart.
    public IdentityScore people() {
        return IdentityScore.of(
                Arrays.stream(truth())
                        .map(consumer -> people.contains(consumer) ? consumer : Numbers.NONE)
                        .toArray(),
                found());
    }

    /// The most true consumers in one actor that Apian knows by more than network and device.
    public int mostInOneNamed() {
        int[] named = Arrays.stream(found())
                .map(actor -> anonymous.contains(actor) ? Numbers.NONE : actor)
                .toArray();
        return IdentityScore.of(truth(), named).mostActorsInOne();
    }

    private int[] truth() {
        return ledger.consumerOf().from(0, ledger.calls());
    }

    private int[] found() {
        return actorOf.from(0, ledger.calls());
    }

    public ClassScore classes() {
        return classes;
    }

    /// Of how many refreshes the calls before and after were given to one actor.
    public Continuity continuity() {
        int same = 0;
        for (Chains.Handover handover : chains.handovers()) {
            same += actorOf.get(handover.before()) == actorOf.get(handover.after()) ? 1 : 0;
        }
        return new Continuity(same, chains.handovers().size());
    }

    /// The most consumers with a credential that one IPv4 address stood for.
    public int mostBehindOneAddress() {
        return behind.values().stream().mapToInt(Set::size).max().orElse(0);
    }

    /// @param same refreshes over which the baseline went on
    /// @param of refreshes with a call before and after
    public record Continuity(int same, int of) {}
}
