// SPDX-License-Identifier: Apache-2.0
package dev.apian.testkit;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Content;
import dev.apian.stage.call.Facet;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.identity.Whose;
import dev.apian.stage.profile.Profile.Owners;
import dev.apian.stage.profile.Profile.Peers;
import dev.apian.stage.profile.Profile.Provenance;
import dev.apian.stage.profile.Profile.Trait;
import dev.apian.stage.profile.Scale;
import dev.apian.stage.profile.Usual;
import dev.apian.stage.profile.peers.Like;
import dev.apian.stage.signal.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A short tale about one consumer, told in the words of the domain. Tests and detection files share these
/// words.
///
/// Everything not told is ordinary: a user known for a month, at home in Berlin, reads orders that it was
/// shown.
public record Story(
        Actor who,
        Place place,
        String device,
        List<Facet> credentials,
        List<Deed> deeds,
        int status,
        Duration every,
        Instant start,
        Background known) {

    /// Whole hour and day, so that the windows of a story are easy to see.
    private static final Instant START = Instant.parse("2030-01-07T08:00:00Z");

    private static final Deed READS_AN_ORDER = new Deed(Deed.endpoint("GET /v1/orders/{orderId}", Set.of()));

    public static Story of(String who) {
        Actor actor = new Actor(Hash.of(who), who, Actor.Kind.USER);
        return new Story(
                actor,
                Place.BERLIN,
                "Firefox on Windows",
                List.of(new Facet(Facet.Kind.ACCESS_TOKEN, "t-" + who)),
                List.of(READS_AN_ORDER),
                200,
                Duration.ofSeconds(1),
                START,
                Background.ORDINARY);
    }

    /// Somebody without a credential.
    public static Story ofAnonymous() {
        return of("198.51.100.0/24, curl").as(Actor.Kind.ANONYMOUS).on("curl");
    }

    public Story as(Actor.Kind kind) {
        Actor actor = new Actor(who.key(), who.name(), kind);
        List<Facet> shown = kind == Actor.Kind.ANONYMOUS ? List.of() : credentials;
        return new Story(actor, place, device, shown, deeds, status, every, start, known);
    }

    public Story from(Place elsewhere) {
        return new Story(who, elsewhere, device, credentials, deeds, status, every, start, known);
    }

    public Story on(String otherDevice) {
        return new Story(who, place, otherDevice, credentials, deeds, status, every, start, known);
    }

    public Story with(Facet.Kind kind, String value) {
        return new Story(who, place, device, List.of(new Facet(kind, value)), deeds, status, every, start, known);
    }

    /// Does what it does at this endpoint.
    public Story calls(String endpoint, Label... labels) {
        var at = Deed.endpoint(endpoint, Set.of(labels));
        return does(deeds.stream().map(deed -> deed.at(at)).toList());
    }

    /// Calls each of these endpoints once.
    public Story visits(List<String> endpoints) {
        return does(endpoints.stream()
                .map(endpoint -> new Deed(Deed.endpoint(endpoint, Set.of())))
                .toList());
    }

    /// Does everything so many times over.
    public Story times(int times) {
        return does(
                Collections.nCopies(times, deeds).stream().flatMap(List::stream).toList());
    }

    public Story readsOrders(int from, int to) {
        int step = from <= to ? 1 : -1;
        return readsOrders(Stream.iterate(from, id -> id + step)
                .limit(Math.abs(to - from) + 1L)
                .toList());
    }

    public Story readsOrders(List<Integer> ids) {
        return reads("order", ids);
    }

    /// Touches one entity of this type with each call.
    public Story reads(String type, List<Integer> ids) {
        return does(ids.stream()
                .map(id -> new Deed(
                        deeds.getFirst().endpoint(), "/" + id, List.of(new EntityRef(type, id.toString())), ""))
                .toList());
    }

    /// Touches so many of the entities with each call, instead of one.
    public Story readsInBatchesOf(int size) {
        List<Deed> batches = new ArrayList<>();
        for (int i = 0; i < deeds.size(); i += size) {
            List<EntityRef> entities = deeds.subList(i, Math.min(i + size, deeds.size())).stream()
                    .flatMap(deed -> deed.entities().stream())
                    .toList();
            batches.add(new Deed(deeds.get(i).endpoint(), "/batch-" + i, entities, ""));
        }
        return does(batches);
    }

    /// Tries these names at a login, one each call.
    public Story triesUsernames(List<String> names) {
        return does(names.stream()
                .map(name -> new Deed(deeds.getFirst().endpoint(), "/login", List.of(), name))
                .toList());
    }

    /// Asks for each of these paths once.
    public Story asksFor(List<String> paths) {
        return does(paths.stream()
                .map(path -> new Deed(deeds.getFirst().endpoint(), path, List.of(), ""))
                .toList());
    }

    public Story isAnswered(int otherStatus) {
        return new Story(who, place, device, credentials, deeds, otherStatus, every, start, known);
    }

    public Story isRefused() {
        return isAnswered(403);
    }

    public Story every(Duration pause) {
        return new Story(who, place, device, credentials, deeds, status, pause, start, known);
    }

    public Story later(Duration by) {
        return new Story(who, place, device, credentials, deeds, status, every, start.plus(by), known);
    }

    /// The actor has been known since so long before the story.
    public Story knownFor(Duration age) {
        return whileKnown(before -> before.known(age));
    }

    /// Since when, before the story, the actor has been known with the country, network or device of this
    /// story.
    public Story whose(Trait trait, Duration age) {
        return whileKnown(before -> before.familiar(trait, age));
    }

    /// Country, network and device are seen with the actor for the first time.
    public Story whereEverythingIsNew() {
        return whose(Trait.COUNTRY, Duration.ZERO)
                .whose(Trait.NETWORK, Duration.ZERO)
                .whose(Trait.DEVICE, Duration.ZERO);
    }

    public Story forTheFirstTime() {
        return whileKnown(Background::first);
    }

    /// Of so many members of the group, so many use the endpoint, and so many of everybody.
    public Story among(String group, int members, int users, int everyone) {
        return whileKnown(before -> before.among(new Peers(group, members, users, everyone)));
    }

    /// The same, where the peers are known well enough to say how odd a first use is.
    ///
    /// @param asOdd the share of ordinary first uses that are as odd, in (0, 1]
    public Story amongKnown(String group, int members, int users, int everyone, double asOdd) {
        return whileKnown(before -> before.among(new Peers(group, members, users, everyone, asOdd)));
    }

    /// Beside those who do as the actor does, to be said after [#amongKnown].
    public Story beside(Like others) {
        return whileKnown(before -> before.among(before.peers().beside(others)));
    }

    /// What the actor itself is used to do here in an hour.
    public Story usuallyCalls(double expected, double variance) {
        return whileKnown(before -> before.usually(Scale.HOUR, new Usual.Known(expected, variance, 40, false)));
    }

    /// What is usual here in a window of the scale; of other scales nothing is known.
    public Story usually(Scale within, Usual calls) {
        return whileKnown(before -> before.usually(within, calls));
    }

    /// What others do here in an hour, for an actor not known well enough.
    public Story whilePeersCall(double expected, double variance) {
        return whileKnown(before -> before.usually(Scale.HOUR, new Usual.Known(expected, variance, 500, true)));
    }

    public Story whichWas(Provenance why) {
        return whileKnown(before -> before.explained(why));
    }

    public Story neverShown() {
        return whichWas(Provenance.UNEXPLAINED);
    }

    /// Whose every entity of the story is.
    public Story whichIs(Whose whose) {
        return whileKnown(before -> before.whichIs(whose));
    }

    /// Of so many peers who are served here with entities of known owners, so many get what is others'.
    public Story whilePeersAreServed(long actors, long foreign) {
        return whileKnown(before -> before.owners(new Owners(actors, foreign)));
    }

    /// Its refresh tokens were exchanged before, by another device elsewhere.
    public Story replays() {
        return whileKnown(Background::replays);
    }

    /// The share of accesses that peers make here without having been shown the entity.
    public Story whilePeersGuess(double share) {
        return whileKnown(before -> before.peersUnexplained(share));
    }

    private Story whileKnown(UnaryOperator<Background> change) {
        return new Story(who, place, device, credentials, deeds, status, every, start, change.apply(known));
    }

    private Story does(List<Deed> others) {
        return new Story(who, place, device, credentials, others, status, every, start, known);
    }

    /// The calls of the story, each with the profile as told.
    public List<Observation> observations() {
        Map<Endpoint, InWindow> calls = new HashMap<>();
        List<Observation> observations = new ArrayList<>(deeds.size());
        for (int i = 0; i < deeds.size(); i++) {
            Endpoint endpoint = deeds.get(i).endpoint();
            InWindow before = calls.get(endpoint);
            InWindow now = InWindow.after(
                    before, Math.floorDiv(micros(i), known.scale().micros()));
            calls.put(endpoint, now);
            observations.add(observation(i, before == null, now.calls()));
        }
        return List.copyOf(observations);
    }

    /// Calls to one endpoint in a window of the story, such as a clock hour.
    private record InWindow(long window, long calls) {

        static InWindow after(@Nullable InWindow before, long window) {
            return new InWindow(window, before != null && before.window == window ? before.calls + 1 : 1);
        }
    }

    private Observation observation(int index, boolean first, long inWindow) {
        Deed deed = deeds.get(index);
        Call call = call(index, deed);
        Facet credential = call.presented().stream()
                .filter(facet -> facet.kind() != Facet.Kind.USERNAME)
                .findFirst()
                .orElse(null);
        Touched touched = new Touched(call, deed.endpoint(), deed.entities(), List.of());
        List<Whose> whose = Collections.nCopies(deed.entities().size(), known.whose());
        Identified identified = new Identified(
                touched, who, credential, List.of(), whose, place.origin().network(), known.replayed());
        return new Observation(identified, known.seenBy(first, every.multipliedBy(index), inWindow));
    }

    private Call call(int index, Deed deed) {
        List<Facet> presented = new ArrayList<>();
        if (!deed.username().isEmpty()) {
            presented.add(new Facet(Facet.Kind.USERNAME, deed.username()));
        }
        presented.addAll(credentials);
        String told = who.name() + place + device + credentials + deed + status;
        return new Call(
                "c-%s-%d".formatted(Hash.text(Hash.of(told)), micros(index)),
                micros(index),
                deed.endpoint().method(),
                deed.endpoint().host(),
                deed.path(),
                null,
                status,
                place.origin(),
                device,
                device,
                null,
                List.of(),
                presented,
                List.of(),
                List.of(),
                Content.NONE,
                true,
                -1,
                -1,
                -1);
    }

    private long micros(int index) {
        Instant at = start.plus(every.multipliedBy(index));
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
