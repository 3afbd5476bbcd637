// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake.row;

import dev.apian.lake.CallRow;
import dev.apian.sketch.Hash;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Origin;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Profile.Provenance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls as rows of the table `calls`. Belongs to one thread.
///
/// The texts of an endpoint, an actor and a credential are made once and handed out again while they are remembered:
/// the columns know a text that is the same object as before without reading it.
public final class CallRows {

    /// Texts remembered of each kind, a power of two; a newcomer takes the place of whoever was there.
    private static final int REMEMBERED = 1 << 14;

    private record EndpointTexts(Endpoint endpoint, String text, String id) {}

    private record ActorText(long key, String id) {}

    private record CredentialText(Facet.Kind kind, String value, String text) {}

    private final @Nullable EndpointTexts[] endpoints = new EndpointTexts[REMEMBERED];
    private final @Nullable ActorText[] actors = new ActorText[REMEMBERED];
    private final @Nullable CredentialText[] credentials = new CredentialText[REMEMBERED];

    /// A row of `calls`.
    ///
    /// @param how each entity touched is explained
    public CallRow of(Identified call, List<Provenance> how) {
        List<EntityRef> touched = call.touched();
        List<CallRow.Entity> entities = touched.isEmpty() ? List.of() : new ArrayList<>(touched.size());
        for (int i = 0; i < touched.size(); i++) {
            EntityRef entity = touched.get(i);
            String why = i < how.size() ? how.get(i).label() : null;
            entities.add(new CallRow.Entity(
                    entity.type(), entity.id(), why, call.whose(i).label()));
        }
        return row(call.touching(), call.actor(), call.credential(), entities, false);
    }

    /// A row of `calls` for one that came after the allowed lateness, stored without being judged.
    public CallRow late(Touched call) {
        List<CallRow.Entity> entities = call.touched().stream()
                .map(entity -> new CallRow.Entity(entity.type(), entity.id()))
                .toList();
        return row(call, null, null, entities, true);
    }

    private CallRow row(
            Touched touched,
            @Nullable Actor actor,
            @Nullable Facet credential,
            List<CallRow.Entity> entities,
            boolean late) {
        Call call = touched.call();
        Origin origin = call.origin();
        EndpointTexts endpoint = endpoint(touched.endpoint());
        return new CallRow(
                call.micros(),
                call.id(),
                nullIfEmpty(call.host()),
                call.method(),
                call.path(),
                endpoint.text,
                endpoint.id,
                call.status(),
                actor == null ? null : actor(actor),
                actor == null ? null : actor.kind().label(),
                credential == null ? null : credential(credential),
                nullIfEmpty(origin.ip()),
                nullIfEmpty(origin.country()),
                origin.asn() == 0 ? CallRow.ASN_UNKNOWN : origin.asn(),
                nullIfEmpty(call.userAgent()),
                nullIfEmpty(call.device()),
                entities,
                call.requestBytes(),
                call.responseBytes(),
                call.durationMicros() < 0 ? CallRow.DURATION_UNKNOWN : call.durationMicros() / 1_000.0,
                late);
    }

    private EndpointTexts endpoint(Endpoint endpoint) {
        int place = place(endpoint.id());
        EndpointTexts known = endpoints[place];
        if (known == null || !known.endpoint.equals(endpoint)) {
            known = new EndpointTexts(endpoint, endpoint.toString(), endpoint.text());
            endpoints[place] = known;
        }
        return known;
    }

    private String actor(Actor actor) {
        int place = place(actor.key());
        ActorText known = actors[place];
        if (known == null || known.key != actor.key()) {
            known = new ActorText(actor.key(), actor.id());
            actors[place] = known;
        }
        return known.id;
    }

    private String credential(Facet credential) {
        int place = place(credential.key());
        CredentialText known = credentials[place];
        if (known == null || known.kind != credential.kind() || !known.value.equals(credential.value())) {
            String text = credential.kind().label() + ":" + credential.value();
            known = new CredentialText(credential.kind(), credential.value(), text);
            credentials[place] = known;
        }
        return known.text;
    }

    private static int place(long key) {
        return (int) Hash.mix(key) & REMEMBERED - 1;
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
