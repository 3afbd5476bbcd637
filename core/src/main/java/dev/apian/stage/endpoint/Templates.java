// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.Endpoint.Sensitivity;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The endpoints known so far: an immutable snapshot, in force for one tick. The matcher on the path of every
/// call.
///
/// A path's shape comes from its segments' types and from the collapses learned; `http.route` wins when
/// present. Only calls that were served (or refused by a known endpoint) make endpoints, so a scanner's
/// guesses stay together as `/{unmatched}`.
///
/// @param known   by shape id
/// @param aliases from ids that no longer match to the id that does; profiles are re-keyed through it
/// @param version grows whenever aliases change
public record Templates(Map<Long, Endpoint> known, Map<Long, Long> aliases, Collapses collapses, int version) {

    public static final Templates NONE = new Templates(Map.of(), Map.of(), Collapses.NONE, 0);

    private static final String UNMATCHED = "/{unmatched}";

    public Routed route(Call call) {
        Shape shape = shapeOf(call);
        Endpoint endpoint = known.get(shape.id());
        if (endpoint == null) {
            if (call.route() == null && !canMakeEndpoint(call)) {
                return new Routed(call, unmatched(call), List.of());
            }
            endpoint = endpointOf(call, shape);
        }
        return new Routed(call, endpoint, shape.parameters());
    }

    /// The id under which an endpoint's history goes on.
    public long current(long id) {
        if (aliases.isEmpty()) {
            return id;
        }
        Long to = aliases.get(id);
        return to == null ? id : to;
    }

    public @Nullable Endpoint byId(long id) {
        return known.get(current(id));
    }

    public void save(DataOutput out) throws IOException {
        out.writeInt(version);
        out.writeInt(known.size());
        for (Endpoint endpoint : known.values()) {
            endpoint.save(out);
        }
        out.writeInt(aliases.size());
        for (Map.Entry<Long, Long> alias : aliases.entrySet()) {
            out.writeLong(alias.getKey());
            out.writeLong(alias.getValue());
        }
        collapses.save(out);
    }

    public static Templates read(DataInput in) throws IOException {
        int version = in.readInt();
        Map<Long, Endpoint> known = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            Endpoint endpoint = Endpoint.read(in);
            known.put(endpoint.id(), endpoint);
        }
        Map<Long, Long> aliases = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            aliases.put(in.readLong(), in.readLong());
        }
        return new Templates(known, aliases, Collapses.read(in), version);
    }

    Shape shapeOf(Call call) {
        String route = call.route();
        return route == null
                ? Shape.of(call.method(), call.host(), call.path(), collapses)
                : Shape.ofRoute(call.method(), call.host(), route, call.path());
    }

    static Endpoint endpointOf(Call call, Shape shape) {
        return endpointOf(call.method(), call.host(), shape);
    }

    static Endpoint endpointOf(String method, String host, Shape shape) {
        Set<Label> labels = Words.labels(shape.literals());
        return new Endpoint(shape.id(), method, host, shape.template(), Words.sensitivity(method, labels), labels);
    }

    /// Only an answer proves that there is something. Many gateways say 401 to any path at all.
    static boolean canMakeEndpoint(Call call) {
        return call.succeeded();
    }

    private static Endpoint unmatched(Call call) {
        long id =
                Shape.ofRoute(call.method(), call.host(), UNMATCHED, UNMATCHED).id();
        return new Endpoint(id, call.method(), call.host(), UNMATCHED, Sensitivity.LOW, Set.of(Label.UNMATCHED));
    }
}
