// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.engine.Corrections.Ruled;
import dev.apian.stage.identity.Ruling;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a person said about who is who, as JSON. What does not apply is null.
final class RulingJson {

    private static final List<String> MEMBERS = List.of("type", "value", "actor", "from", "into", "name");

    private RulingJson() {}

    static ObjectNode of(Ruled ruled) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("id", String.valueOf(ruled.id()));
        MEMBERS.forEach(out::putNull);
        switch (ruled.ruling()) {
            case Ruling.Link link ->
                out.put("kind", Ruling.LINK)
                        .put("type", link.kind().label())
                        .put("value", link.value())
                        .put("actor", link.actor());
            case Ruling.Unlink unlink ->
                out.put("kind", Ruling.UNLINK)
                        .put("type", unlink.kind().label())
                        .put("value", unlink.value())
                        .put("actor", unlink.actor());
            case Ruling.Join join ->
                out.put("kind", Ruling.JOIN).put("from", join.from()).put("into", join.into());
            case Ruling.Name name ->
                out.put("kind", Ruling.NAME).put("actor", name.actor()).put("name", name.name());
        }
        out.put("by", ruled.who().isEmpty() ? null : ruled.who());
        return out.put("at", ruled.at().toString());
    }
}
