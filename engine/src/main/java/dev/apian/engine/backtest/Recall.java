// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.backtest;

import dev.apian.lake.CallRow;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryResult;
import dev.apian.sketch.Hash;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Content;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Origin;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.identity.Whose;
import dev.apian.stage.profile.Profile.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes a row of `calls` the call that it was, as far as the row tells. [dev.apian.stage.signal.Unkept] names what it
/// does not.
final class Recall {

    private static final Map<String, Provenance> HOW = byLabel(Provenance.values(), Provenance::label);
    private static final Map<String, Whose> WHOSE = byLabel(Whose.values(), Whose::label);
    private static final Map<String, Actor.Kind> KINDS = byLabel(Actor.Kind.values(), Actor.Kind::label);
    private static final String BETWEEN_ENTITIES = "\u001e";
    private static final String BETWEEN_PARTS = "\u001f";
    private static final int PARTS = 4;

    private final Known known;
    private final UnaryOperator<Origin> places;
    private final boolean answersSeen;

    /// By host and text, under the id that the endpoint had first: one that was part of another by then is so from the
    /// beginning.
    private final Map<String, Endpoint> endpoints = new HashMap<>();

    private List<Provenance> how = List.of();

    /// @param answersSeen whether answers were there to read
    Recall(Known known, UnaryOperator<Origin> places, boolean answersSeen) {
        this.known = known;
        this.places = places;
        this.answersSeen = answersSeen;
    }

    /// How the entities of the call recalled last were explained.
    List<Provenance> how() {
        return how;
    }

    /// The call of the current row, whose columns are in the order of the statement.
    Identified call(QueryResult row) throws QueryException {
        String actorId = text(row.get(8));
        Known.@Nullable Person person = known.actors().get(actorId);
        Facet credential = credential(text(row.get(10)));
        Call call = call(row, credential, person);
        Endpoint endpoint = endpoint(call, text(row.get(5)), text(row.get(6)));
        List<EntityRef> touched = new ArrayList<>(2);
        List<Whose> whose = new ArrayList<>(2);
        how = new ArrayList<>(2);
        String entities = text(row.get(19));
        if (!entities.isEmpty()) {
            for (String entity : entities.split(BETWEEN_ENTITIES, -1)) {
                String[] parts = entity.split(BETWEEN_PARTS, PARTS);
                touched.add(new EntityRef(parts[0], parts[1]));
                how.add(withoutPeers(HOW.getOrDefault(parts[2], Provenance.UNEXPLAINED)));
                whose.add(WHOSE.getOrDefault(parts[3], Whose.UNKNOWN));
            }
        }
        Actor actor = new Actor(
                Actor.keyOf(actorId),
                person == null ? actorId : person.name(),
                KINDS.getOrDefault(text(row.get(9)), Actor.Kind.ANONYMOUS));
        return new Identified(
                new Touched(call, endpoint, touched, List.of()),
                actor,
                credential,
                List.of(),
                whose,
                call.origin().network(),
                false);
    }

    private Call call(QueryResult row, @Nullable Facet credential, Known.@Nullable Person person)
            throws QueryException {
        List<Facet> presented = new ArrayList<>(2);
        if (credential != null) {
            presented.add(credential);
        }
        if (person != null && !person.application().isEmpty()) {
            presented.add(new Facet(Facet.Kind.CLIENT_ID, person.application()));
        }
        Origin told = new Origin(
                text(row.get(11)),
                text(row.get(12)),
                Double.NaN,
                Double.NaN,
                0,
                Math.max(0, number(row.get(13), 0)),
                "");
        return new Call(
                text(row.get(1)),
                number(row.get(0), 0),
                text(row.get(3)),
                text(row.get(2)),
                text(row.get(4)),
                null,
                (int) number(row.get(7), CallRow.STATUS_UNKNOWN),
                places.apply(told),
                text(row.get(14)),
                text(row.get(15)),
                null,
                person == null || person.roles().isEmpty() ? List.of() : List.of(person.roles()),
                presented,
                List.of(),
                List.of(),
                Content.NONE,
                answersSeen,
                number(row.get(16), CallRow.BYTES_UNKNOWN),
                number(row.get(17), CallRow.BYTES_UNKNOWN),
                row.get(18) instanceof Number ms ? Math.round(ms.doubleValue() * 1_000) : -1);
    }

    private Endpoint endpoint(Call call, String text, String id) {
        return endpoints.computeIfAbsent(Known.key(call.host(), text), _ -> {
            Known.Operation operation = known.endpoint(call.host(), text);
            int space = text.indexOf(' ');
            return new Endpoint(
                    id.isEmpty() ? Hash.of(call.host(), text) : Hash.parse(id),
                    space < 0 ? call.method() : text.substring(0, space),
                    call.host(),
                    text.substring(space + 1),
                    operation.sensitivity(),
                    operation.labels());
        });
    }

    private static @Nullable Facet credential(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? null
                : Facet.Kind.of(text.substring(0, colon))
                        .map(kind -> new Facet(kind, text.substring(colon + 1)))
                        .orElse(null);
    }

    /// What peers do is found out anew.
    private static Provenance withoutPeers(Provenance told) {
        return told == Provenance.PEERS ? Provenance.UNEXPLAINED : told;
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static long number(@Nullable Object value, long absent) {
        return value instanceof Number number ? number.longValue() : absent;
    }

    private static <E> Map<String, E> byLabel(E[] all, Function<E, String> label) {
        return Arrays.stream(all).collect(Collectors.toUnmodifiableMap(label, Function.identity()));
    }
}
