// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.call.Facet;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.CredentialClass;
import dev.apian.stage.identity.Link;
import dev.apian.stage.identity.Link.Because;
import dev.apian.stage.identity.Ruling;
import dev.apian.stream.KeyedStates;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings histories along when people say who is who: once for each thing said, by addition, and back by subtraction
/// when it is taken back.
///
/// A join moves all of an actor. A link or an unlink moves one credential: all of the actor if it has nothing else,
/// the calls of its last 24 hours otherwise. So does what is taken back.
public final class Moves implements State {

    /// Longer chains of joins lead nowhere.
    private static final int JOINS_MAX = 16;

    /// Each stands for something said that is in force; what people may say is bounded where it is kept.
    private final LinkedHashMap<Ruling, Move> made = new LinkedHashMap<>();

    /// The profiles of a runner.
    public interface Histories {

        /// Where the profile of an actor lives.
        KeyedStates<ActorProfile> homeOf(long actor);

        /// Every home, in any order.
        List<KeyedStates<ActorProfile>> homes();
    }

    /// @param links facets that moved, as they were linked before
    private record Move(long from, long into, List<Link> links) {}

    /// Moves what is said anew, and moves back what is not said any more.
    ///
    /// @param said   what is in force, oldest first
    /// @param micros event time
    public void follow(List<Ruling> said, Histories histories, long micros) {
        Set<Ruling> now = new LinkedHashSet<>(said);
        List<Ruling> gone =
                made.keySet().stream().filter(ruling -> !now.contains(ruling)).toList();
        for (Ruling ruling : gone.reversed()) {
            Move move = made.remove(ruling);
            if (move != null) {
                back(ruling, move, histories, micros);
            }
        }
        Map<Long, Long> joins = joins(said);
        for (Ruling ruling : now) {
            if (!made.containsKey(ruling)) {
                Move move = make(ruling, joins, histories, micros);
                if (move != null) {
                    made.put(ruling, move);
                }
            }
        }
    }

    private static @Nullable Move make(Ruling ruling, Map<Long, Long> joins, Histories histories, long micros) {
        return switch (ruling) {
            case Ruling.Join join -> {
                long from = Actor.keyOf(join.from());
                long into = root(Actor.keyOf(join.into()), joins);
                yield new Move(from, into, moveAll(from, into, histories, micros));
            }
            case Ruling.Link link -> {
                long into = root(Actor.keyOf(link.actor()), joins);
                long from = holder(link.kind(), link.value(), into, histories, micros);
                yield moveOne(link.kind(), link.value(), from, into, histories, micros);
            }
            case Ruling.Unlink unlink -> {
                long from = root(Actor.keyOf(unlink.actor()), joins);
                long into = root(unlink.alone().key(), joins);
                yield moveOne(unlink.kind(), unlink.value(), from, into, histories, micros);
            }
            case Ruling.Name name -> null;
        };
    }

    private static void back(Ruling ruling, Move move, Histories histories, long micros) {
        long giver = move.into;
        long taker = move.from;
        if (ruling instanceof Ruling.Unlink) {
            moveAll(giver, taker, histories, micros);
            return;
        }
        for (Link link : move.links) {
            move(link, giver, taker, histories, micros);
        }
    }

    /// @return the facets that moved
    private static List<Link> moveAll(long from, long into, Histories histories, long micros) {
        ActorProfile moved = from == into ? null : histories.homeOf(from).remove(from, micros);
        if (moved == null) {
            return List.of();
        }
        List<Link> links =
                moved.dossier().facets().stream().map(Dossier.Linked::link).toList();
        histories.homeOf(into).of(into, micros).plus(moved);
        return links;
    }

    private static Move moveOne(Facet.Kind kind, String value, long from, long into, Histories histories, long micros) {
        ActorProfile holder = histories.homeOf(from).peek(from, micros);
        Dossier.Linked known = holder == null ? null : holder.dossier().find(kind, value);
        CredentialAsked asked = new CredentialAsked(kind, value, known);
        if (holder != null && asked.isAllOf(holder.dossier())) {
            return new Move(from, into, moveAll(from, into, histories, micros));
        }
        move(asked.said(micros), from, into, histories, micros);
        return new Move(from, into, List.of(asked.before(micros)));
    }

    private static void move(Link link, long from, long into, Histories histories, long micros) {
        ActorProfile holder = histories.homeOf(from).peek(from, micros);
        if (holder != null && from != into) {
            histories.homeOf(into).of(into, micros).plus(holder.without(link, micros));
        }
    }

    /// A facet that a person spoke of, and how the actor that has it came to it.
    private record CredentialAsked(Facet.Kind kind, String value, Dossier.@Nullable Linked known) {

        boolean isAllOf(Dossier dossier) {
            return known != null && dossier.facets().size() == 1 && dossier.dropped() == 0;
        }

        Link before(long micros) {
            return known == null ? said(micros) : known.link();
        }

        Link said(long micros) {
            Link link = known == null ? null : known.link();
            return link == null
                    ? new Link(kind, value, Because.PERSON_SAID, micros, 0, CredentialClass.UNKNOWN)
                    : new Link(kind, value, Because.PERSON_SAID, link.micros(), link.expires(), link.credentialClass());
        }
    }

    /// The actor other than `into` that used the facet last; `into` if there is none.
    private static long holder(Facet.Kind kind, String value, long into, Histories histories, long micros) {
        long[] best = {into, Long.MIN_VALUE};
        for (KeyedStates<ActorProfile> home : histories.homes()) {
            home.forEach((key, profile) -> {
                Dossier.Linked linked = key == into ? null : profile.dossier().find(kind, value);
                if (linked != null && (linked.last() > best[1] || linked.last() == best[1] && key < best[0])) {
                    best[0] = key;
                    best[1] = linked.last();
                }
            });
        }
        return histories.homeOf(best[0]).peek(best[0], micros) == null ? into : best[0];
    }

    private static Map<Long, Long> joins(List<Ruling> said) {
        Map<Long, Long> joins = new HashMap<>();
        for (Ruling ruling : said) {
            if (ruling instanceof Ruling.Join join) {
                joins.put(Actor.keyOf(join.from()), Actor.keyOf(join.into()));
            }
        }
        return joins;
    }

    private static long root(long actor, Map<Long, Long> joins) {
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

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(made.size());
        for (Map.Entry<Ruling, Move> entry : made.entrySet()) {
            entry.getKey().save(out);
            Move move = entry.getValue();
            out.writeLong(move.from);
            out.writeLong(move.into);
            out.writeByte(move.links.size());
            for (Link link : move.links) {
                link.save(out);
            }
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        made.clear();
        for (int left = in.readInt(); left > 0; left--) {
            Ruling ruling = Ruling.read(in);
            long from = in.readLong();
            long into = in.readLong();
            List<Link> links = new ArrayList<>();
            for (int more = in.readByte(); more > 0; more--) {
                links.add(Link.read(in));
            }
            made.put(ruling, new Move(from, into, List.copyOf(links)));
        }
    }
}
