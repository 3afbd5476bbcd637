// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.stage.call.Facet;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Ruling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Which rulings are proper, and which override which.
public final class RulingRules {

    private static final int VALUE_CHARACTERS_MAX = 1_000;
    private static final int NAME_CHARACTERS_MAX = 200;
    private static final String KINDS = String.join(
            ", ", Arrays.stream(Facet.Kind.values()).map(Facet.Kind::label).toList());

    private RulingRules() {}

    /// A ruling of its members by name, as in JSON: `type`, `value` and `actor` of a link or an unlink, `from` and
    /// `into`
    /// of a join, `actor` and `name` of a name. What is not given is empty.
    ///
    /// @throws IllegalArgumentException with all that is wrong with it by itself
    public static Ruling parse(String word, UnaryOperator<String> members) {
        List<String> problems = new ArrayList<>();
        Optional<Ruling> ruling = switch (word) {
            case Ruling.LINK ->
                facet(members, problems)
                        .map(kind -> new Ruling.Link(kind, members.apply("value"), actor(members, "actor", problems)));
            case Ruling.UNLINK ->
                facet(members, problems)
                        .map(kind ->
                                new Ruling.Unlink(kind, members.apply("value"), actor(members, "actor", problems)));
            case Ruling.JOIN ->
                Optional.of(new Ruling.Join(actor(members, "from", problems), actor(members, "into", problems)));
            case Ruling.NAME ->
                Optional.of(new Ruling.Name(actor(members, "actor", problems), name(members, problems)));
            default -> {
                problems.add("kind is '%s', expected one of link, unlink, join, name".formatted(word));
                yield Optional.empty();
            }
        };
        return ruling.filter(one -> problems.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(String.join("; ", problems)));
    }

    private static Optional<Facet.Kind> facet(UnaryOperator<String> members, List<String> problems) {
        String type = members.apply("type");
        String value = members.apply("value");
        Optional<Facet.Kind> kind = Facet.Kind.of(type);
        if (kind.isEmpty()) {
            problems.add("type is '%s', expected one of %s".formatted(type, KINDS));
            actor(members, "actor", problems);
        }
        if (value.isBlank() || value.length() > VALUE_CHARACTERS_MAX) {
            problems.add("value has %d characters, expected 1 to %d, as the table actors shows it"
                    .formatted(value.length(), VALUE_CHARACTERS_MAX));
        }
        return kind;
    }

    private static String actor(UnaryOperator<String> members, String member, List<String> problems) {
        String id = members.apply(member);
        if (!isActor(id)) {
            problems.add("%s is '%s', expected an actor's id, as the table actors shows it: a-…".formatted(member, id));
        }
        return id;
    }

    private static boolean isActor(String id) {
        try {
            return id.startsWith("a-")
                    && new Actor(Actor.keyOf(id), "", Actor.Kind.USER).id().equals(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String name(UnaryOperator<String> members, List<String> problems) {
        String name = members.apply("name").strip();
        if (name.isEmpty()
                || name.length() > NAME_CHARACTERS_MAX
                || name.chars().anyMatch(c -> c < ' ')) {
            problems.add("name '%s' has %d characters, expected 1 to %d in one line"
                    .formatted(name, name.length(), NAME_CHARACTERS_MAX));
        }
        return name;
    }

    /// What a ruling would break among those in force.
    ///
    /// @throws IllegalArgumentException if joins would lead back to where they began
    static void check(Ruling ruling, List<Ruling> inForce) {
        if (ruling instanceof Ruling.Join join) {
            Map<String, String> joins = new HashMap<>();
            for (Ruling other : inForce) {
                if (other instanceof Ruling.Join before) {
                    joins.put(before.from(), before.into());
                }
            }
            joins.put(join.from(), join.into());
            List<String> way = new ArrayList<>(List.of(join.from()));
            for (String at = join.into(); at != null; at = joins.get(at)) {
                way.add(at);
                if (at.equals(join.from())) {
                    throw new IllegalArgumentException(
                            "joining %s into %s leads back to it (%s); undo one of these joins first"
                                    .formatted(join.from(), join.into(), String.join(" into ", way)));
                }
            }
        }
    }

    /// The later of two that speak of the same holds: of one facet, of one actor that is joined or named.
    static List<Ruling> inForce(List<Ruling> said) {
        LinkedHashMap<List<Object>, Ruling> latest = new LinkedHashMap<>();
        for (Ruling ruling : said) {
            latest.putLast(about(ruling), ruling);
        }
        return List.copyOf(latest.values());
    }

    private static List<Object> about(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Link link -> List.of("facet", link.kind(), link.value());
            case Ruling.Unlink unlink -> List.of("facet", unlink.kind(), unlink.value());
            case Ruling.Join join -> List.of("join", join.from());
            case Ruling.Name name -> List.of("name", name.actor());
        };
    }
}
