// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static java.util.concurrent.TimeUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Facet.Kind;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.entity.Entities;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.CredentialClass;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.identity.Link;
import dev.apian.stage.identity.Link.Because;
import dev.apian.stage.identity.Ruling;
import dev.apian.stream.KeyedStates;
import dev.apian.testing.Saved;
import dev.apian.testing.SomeCall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Histories follow what people say about who is who.
class MovesTest {

    private static final Actor MARIA = new Actor(1, "maria", Actor.Kind.USER);
    private static final Actor SCRIPT = new Actor(2, "script", Actor.Kind.USER);
    private static final SomeCall ORDERS = SomeCall.get("/v1/orders");
    private static final long HOUR = HOURS.toMicros(1);

    private final KeyedStates<ActorProfile> profiles = new KeyedStates<>(ActorProfile::new, new ProfileStep().memory());
    private final List<Lesson> lessons = new ArrayList<>();
    private Moves moves = new Moves();
    private long now = SomeCall.START;

    @Test
    void aJoinAddsTheHabitsOnceAndARestartDoesNotAddThemAgain() {
        days(8, MARIA, "key:m", 4);
        now = SomeCall.START;
        days(8, SCRIPT, "key:s", 2);
        List<Ruling> said = List.of(new Ruling.Join(SCRIPT.id(), MARIA.id()));

        rule(said);
        moves = Saved.reloaded(moves, new Moves());
        rule(said);

        assertThat(profiles.size()).isEqualTo(1);
        Dossier maria = profile(MARIA).dossier();
        assertThat(maria.calls()).isEqualTo(48);
        assertThat(maria.first()).isEqualTo(SomeCall.START);
        assertThat(maria.facets()).extracting(facet -> facet.link().value()).containsExactly("key:m", "key:s");
        assertThat(usual(MARIA, "key:m", Scale.DAY))
                .as("windows of 4 and of 2, side by side, and the open one of 6, which the fast memory weighs most")
                .isCloseTo(3.3, within(0.1));
    }

    @Test
    void whatOneWasShownExplainsTheOthersAccess() {
        see(SCRIPT, "key:s", ORDERS.shows("order", "id", "1001"));
        rule(List.of(new Ruling.Join(SCRIPT.id(), MARIA.id())));

        Profiled read = see(MARIA, "key:m", SomeCall.get("/v1/orders/1001"));

        assertThat(read.provenance())
                .doesNotContain(Profile.Provenance.UNEXPLAINED)
                .isNotEmpty();
    }

    @Test
    void anUnlinkTakesTheLastDayOfTheCredentialOutOfTheRates() {
        days(4, MARIA, "key:m", 4);
        for (int hour = 0; hour < 6; hour++) {
            see(MARIA, "key:m", ORDERS);
            hours(1, MARIA, "key:stolen", 30);
        }
        double before = usual(MARIA, "key:m", Scale.HOUR);
        Ruling.Unlink unlink = new Ruling.Unlink(Kind.API_KEY, "key:stolen", MARIA.id());

        rule(List.of(unlink));

        double after = usual(MARIA, "key:m", Scale.HOUR);
        assertThat(before).as("hours of 31 calls").isGreaterThan(10);
        assertThat(after).as("what is left is maria's own").isBetween(1.0, 2.0);
        assertThat(profile(MARIA).dossier().facets())
                .extracting(facet -> facet.link().value())
                .containsExactly("key:m");
        Dossier alone = profiles.of(unlink.alone().key(), now).dossier();
        assertThat(alone.calls()).isEqualTo(180);
        assertThat(alone.facets().getFirst().link().because()).isEqualTo(Because.PERSON_SAID);
    }

    @Test
    void anUnlinkTakenBackBringsEverythingHome() {
        hours(3, MARIA, "key:m", 2);
        hours(3, MARIA, "key:s", 5);
        rule(List.of(new Ruling.Unlink(Kind.API_KEY, "key:s", MARIA.id())));
        moves = Saved.reloaded(moves, new Moves());

        rule(List.of());

        assertThat(profile(MARIA).dossier().calls()).isEqualTo(21);
        assertThat(profile(MARIA).dossier().facets()).hasSize(2);
        assertThat(profiles.size()).isEqualTo(1);
    }

    @Test
    void aJoinTakenBackGivesTheOtherItsLastDay() {
        days(2, MARIA, "key:m", 4);
        hours(3, SCRIPT, "key:s", 5);
        rule(List.of(new Ruling.Join(SCRIPT.id(), MARIA.id())));

        rule(List.of());

        assertThat(profile(SCRIPT).dossier().calls()).isEqualTo(15);
        assertThat(profile(SCRIPT).dossier().facets().getFirst().link().because())
                .isEqualTo(Because.PRESENTED);
        assertThat(profile(MARIA).dossier().calls()).isEqualTo(8);
        assertThat(profile(MARIA).dossier().facets())
                .extracting(facet -> facet.link().value())
                .containsExactly("key:m");
    }

    @Test
    void aLinkBringsTheWholeActorIfTheCredentialIsAllItHas() {
        days(3, SCRIPT, "key:s", 2);

        rule(List.of(new Ruling.Link(Kind.API_KEY, "key:s", MARIA.id())));

        assertThat(profile(MARIA).dossier().calls()).isEqualTo(6);
        assertThat(profiles.size()).isEqualTo(1);
    }

    @Test
    void joinsInAChainEndAtTheLastAndANameMovesNothing() {
        Actor third = new Actor(3, "third", Actor.Kind.USER);
        hours(2, SCRIPT, "key:s", 5);

        rule(List.of(
                new Ruling.Join(MARIA.id(), third.id()),
                new Ruling.Join(SCRIPT.id(), MARIA.id()),
                new Ruling.Name(third.id(), "The third")));

        assertThat(profile(third).dossier().calls()).isEqualTo(10);
        assertThat(profiles.size()).isEqualTo(1);
    }

    @Test
    void whatIsSaidOfActorsThatNeverCalledChangesNothing() {
        hours(1, MARIA, "key:m", 5);

        rule(List.of(
                new Ruling.Join("a-0000000000009", "a-000000000000a"),
                new Ruling.Unlink(Kind.API_KEY, "key:none", "a-0000000000009"),
                new Ruling.Link(Kind.API_KEY, "key:none", MARIA.id())));

        assertThat(profile(MARIA).dossier().calls()).isEqualTo(5);
        assertThat(profiles.size()).isEqualTo(1);
    }

    private void rule(List<Ruling> said) {
        moves.follow(
                said,
                new Moves.Histories() {
                    @Override
                    public KeyedStates<ActorProfile> homeOf(long actor) {
                        return profiles;
                    }

                    @Override
                    public List<KeyedStates<ActorProfile>> homes() {
                        return List.of(profiles);
                    }
                },
                now);
    }

    private void days(int days, Actor actor, String key, int calls) {
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < calls; i++) {
                see(actor, key, ORDERS);
            }
            now += 24 * HOUR;
        }
    }

    private void hours(int hours, Actor actor, String key, int calls) {
        for (int hour = 0; hour < hours; hour++) {
            for (int i = 0; i < calls; i++) {
                see(actor, key, ORDERS);
            }
            now += HOUR;
        }
    }

    /// What is usual at a scale, as one more call shows it.
    private double usual(Actor actor, String key, Scale scale) {
        ActorProfile copy = Saved.reloaded(profile(actor), new ActorProfile());
        Profiled call = copy.take(identified(actor, key, ORDERS.at(now)), Templates.NONE, null, lessons::add);
        return call.against(Population.UNKNOWN).calls(scale).usual() instanceof Usual.Known known
                ? known.expected()
                : Double.NaN;
    }

    private Profiled see(Actor actor, String key, SomeCall call) {
        Identified identified = identified(actor, key, call.at(now));
        return profiles.of(actor.key(), now).take(identified, Templates.NONE, null, lessons::add);
    }

    private static Identified identified(Actor actor, String key, SomeCall call) {
        Facet facet = new Facet(Kind.API_KEY, key);
        Link link = new Link(Kind.API_KEY, key, Because.PRESENTED, call.micros(), 0, CredentialClass.UNKNOWN);
        return new Identified(Entities.of(Templates.NONE.route(call.call())), actor, facet, List.of(link));
    }

    private ActorProfile profile(Actor actor) {
        return profiles.of(actor.key(), now);
    }
}
