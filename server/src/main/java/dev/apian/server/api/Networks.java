// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import com.linecorp.armeria.common.HttpStatus;
import dev.apian.engine.geo.NamedNetwork;
import dev.apian.engine.geo.NamedNetworks;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.server.http.Said;
import dev.apian.server.live.Watched;
import dev.apian.server.networks.NetworkList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What people say that networks are: shown, and said as a whole.
final class Networks {

    /// Of a full list whose names are all as long as they may be, with room for white space.
    static final int LIST_BYTES_MAX = 1 << 20;

    private static final Set<String> MEMBERS = Set.of("network", "name", "kind");

    private final NetworkList kept;
    private final Watched watched;

    Networks(NetworkList kept, Watched watched) {
        this.kept = kept;
        this.watched = watched;
    }

    ObjectNode show(Parameters asked) throws IOException {
        asked.allowOnly();
        return json(kept.latest());
    }

    /// One at a time, so that what is kept last is what calls are judged by.
    synchronized ObjectNode set(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        JsonNode items = Said.of(body, Set.of("items"), "a JSON object with items")
                .members()
                .path("items");
        if (!items.isArray()) {
            throw Said.wrong("items", items.toString(), "an array of objects with network, name and kind");
        }
        if (!watched.readsCorrections()) {
            throw Problem.of(
                    HttpStatus.CONFLICT,
                    "cluster",
                    "The cluster's job knows no list of networks",
                    "This server shows a cluster's lake, and the job that fills it does not read this list: it would"
                            + " change nothing, so it is not kept.");
        }
        NamedNetworks networks = networks(items);
        kept.put(networks);
        watched.know(networks);
        return json(networks);
    }

    private static NamedNetworks networks(JsonNode items) {
        if (items.size() > NamedNetworks.NETWORKS_MAX) {
            throw Problem.limit(
                    "There are too many networks",
                    "networks_max",
                    items.size(),
                    NamedNetworks.NETWORKS_MAX,
                    "There are %d networks, networks_max allows %d; join neighbours to wider ones."
                            .formatted(items.size(), NamedNetworks.NETWORKS_MAX));
        }
        List<String> problems = new ArrayList<>();
        List<NamedNetwork> read = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            try {
                read.add(network(items.get(i)));
            } catch (IllegalArgumentException e) {
                problems.add("items[%d]: %s".formatted(i, e.getMessage()));
            }
        }
        problems.addAll(NamedNetworks.problems(read));
        if (!problems.isEmpty()) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            ScenarioJson.putTexts(members, "problems", problems);
            throw Problem.badBody(String.join("\n", problems)).with(members);
        }
        return new NamedNetworks(read);
    }

    private static NamedNetwork network(JsonNode item) {
        if (!item.isObject() || !MEMBERS.containsAll(item.propertyNames())) {
            throw new IllegalArgumentException("expected an object with network, name and kind, and nothing else");
        }
        return new NamedNetwork(text(item, "network"), text(item, "name"), NamedNetwork.kindOf(text(item, "kind")));
    }

    private static String text(JsonNode item, String member) {
        JsonNode value = item.path(member);
        if (!value.isString()) {
            throw new IllegalArgumentException("%s is %s, expected a text"
                    .formatted(member, value.isMissingNode() ? "missing" : "something else"));
        }
        return value.asString();
    }

    private ObjectNode json(NamedNetworks networks) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("applied", watched.readsCorrections());
        ArrayNode items = answer.putArray("items");
        networks.all()
                .forEach(network -> items.addObject()
                        .put("network", network.network())
                        .put("name", network.name())
                        .put("kind", network.word()));
        return answer;
    }
}
