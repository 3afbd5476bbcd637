// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Facet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people said about who is who, in a form that calls can be held against. A later one of two that speak of the
/// same holds.
final class Rulings {

    static final Rulings NONE = new Rulings(List.of());

    /// Longer chains of joins lead nowhere.
    private static final int JOINS_MAX = 16;

    private final Map<Long, Long> links = new HashMap<>();
    private final Map<Long, Long> unlinks = new HashMap<>();
    private final Map<Long, Long> joins = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();

    Rulings(List<Ruling> said) {
        for (Ruling ruling : said) {
            switch (ruling) {
                case Ruling.Link link -> {
                    long facet = Facet.keyOf(link.kind(), link.value());
                    unlinks.remove(facet);
                    links.put(facet, Actor.keyOf(link.actor()));
                }
                case Ruling.Unlink unlink -> {
                    long facet = Facet.keyOf(unlink.kind(), unlink.value());
                    links.remove(facet);
                    unlinks.put(facet, Actor.keyOf(unlink.actor()));
                }
                case Ruling.Join join -> joins.put(Actor.keyOf(join.from()), Actor.keyOf(join.into()));
                case Ruling.Name name -> names.put(Actor.keyOf(name.actor()), name.name());
            }
        }
    }

    boolean isEmpty() {
        return links.isEmpty() && unlinks.isEmpty() && joins.isEmpty() && names.isEmpty();
    }

    /// Whether a person tied this facet to an actor or took it away from one.
    boolean speaksOf(@Nullable Facet facet) {
        return facet != null && (links.containsKey(facet.key()) || unlinks.containsKey(facet.key()));
    }

    /// Who it is by what people said, where evidence says `found`.
    Actor apply(Actor found, @Nullable Facet facet) {
        Actor actor = found;
        if (facet != null) {
            Long linked = links.get(facet.key());
            Long unlinked = unlinks.get(facet.key());
            if (linked != null) {
                actor = as(found, linked);
            } else if (unlinked != null && (unlinked == found.key() || unlinked == joined(found.key()))) {
                actor = Anchors.unlinked(facet);
            }
        }
        actor = as(actor, joined(actor.key()));
        String name = names.get(actor.key());
        return name == null ? actor : new Actor(actor.key(), name, actor.kind());
    }

    /// Whom an actor is by the joins; itself if there are none.
    private long joined(long actor) {
        long now = actor;
        for (int i = 0; i < JOINS_MAX; i++) {
            Long into = joins.get(now);
            if (into == null || into == actor) {
                break;
            }
            now = into;
        }
        return now;
    }

    private static Actor as(Actor found, long key) {
        return found.key() == key ? found : new Actor(key, found.name(), found.kind());
    }
}
