// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.entity.Touched;
import dev.apian.stream.Timed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call with its endpoint, its entities and the actor behind it.
///
/// @param credential the facet that the actor was resolved by, null for anonymous calls
/// @param links      facets that this call linked to the actor for the first time
public record Identified(
        Touched touching, Actor actor, @Nullable Facet credential, List<Link> links) implements Timed {

    public Call call() {
        return touching.call();
    }

    public Endpoint endpoint() {
        return touching.endpoint();
    }

    public List<EntityRef> touched() {
        return touching.touched();
    }

    public List<EntityRef> shown() {
        return touching.shown();
    }

    @Override
    public long micros() {
        return call().micros();
    }

    @Override
    public String id() {
        return call().id();
    }
}
