// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.scenario;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Facet;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Detector.Scope;
import dev.apian.stage.signal.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// A detection written as a file in `detections/`: count something per key in a window, raise at a limit.
///
/// Small on purpose. There are no expressions: what needs an `if` of its own is a detector in Java.
///
/// @param strength about the share of its signals that are misuse, in 0..1
/// @param forgiven what a later answered call takes back: somebody who gets in after all was not guessing
/// @param reasons  why a number is as it is, by its name: `window`, `limit`, `limit.anonymous`
public record Scenario(
        Card card,
        double strength,
        Filter filter,
        Key key,
        Measure measure,
        Duration window,
        Limit limit,
        boolean forgiven,
        Sentence happened,
        Sentence usual,
        Map<String, String> reasons) {

    public Scenario {
        reasons = Map.copyOf(reasons);
    }

    /// The same with another window and another limit.
    Scenario with(Duration otherWindow, Limit otherLimit) {
        return new Scenario(
                card, strength, filter, key, measure, otherWindow, otherLimit, forgiven, happened, usual, reasons);
    }

    /// Which calls count. An empty set lets every call through.
    public record Filter(
            Set<Label> labels,
            Set<String> methods,
            Set<Integer> statuses,
            Set<String> endpoints,
            Set<Actor.Kind> kinds,
            boolean hasUsername) {

        public Filter {
            labels = Set.copyOf(labels);
            methods = Set.copyOf(methods);
            statuses = Set.copyOf(statuses);
            endpoints = Set.copyOf(endpoints);
            kinds = Set.copyOf(kinds);
        }
    }

    /// Whose behaviour is counted.
    public enum Key {
        ACTOR("actor", Scope.ACTOR),
        ACTOR_AND_ENDPOINT("actor+endpoint", Scope.ACTOR),
        NETWORK("network", Scope.NETWORK),
        NETWORK_AND_USERNAME("network+username", Scope.NETWORK);

        private final String text;
        private final Scope scope;

        Key(String text, Scope scope) {
            this.text = text;
            this.scope = scope;
        }

        /// The word in the file.
        public String text() {
            return text;
        }

        Scope scope() {
            return scope;
        }

        OptionalLong of(Observation seen) {
            return switch (this) {
                case ACTOR, NETWORK -> OptionalLong.of(0);
                case ACTOR_AND_ENDPOINT -> OptionalLong.of(seen.endpoint().id());
                case NETWORK_AND_USERNAME -> {
                    Facet username = seen.call().presented(Facet.Kind.USERNAME);
                    yield username == null ? OptionalLong.empty() : OptionalLong.of(Hash.of(username.value()));
                }
            };
        }
    }

    /// What is counted: different values of something that a call shows.
    public sealed interface Measure {

        /// The values one call adds.
        List<String> valuesOf(Observation seen);

        String unit();

        record Calls() implements Measure {

            @Override
            public List<String> valuesOf(Observation seen) {
                return List.of(seen.call().id());
            }

            @Override
            public String unit() {
                return "calls";
            }
        }

        record DistinctEntities(String type) implements Measure {

            @Override
            public List<String> valuesOf(Observation seen) {
                return seen.entities().stream()
                        .filter(entity -> entity.type().equals(type))
                        .map(EntityRef::toString)
                        .toList();
            }

            @Override
            public String unit() {
                return "entities";
            }
        }

        record DistinctUsernames() implements Measure {

            @Override
            public List<String> valuesOf(Observation seen) {
                Facet username = seen.call().presented(Facet.Kind.USERNAME);
                return username == null ? List.of() : List.of(username.value());
            }

            @Override
            public String unit() {
                return "usernames";
            }
        }

        record DistinctEndpoints() implements Measure {

            @Override
            public List<String> valuesOf(Observation seen) {
                return List.of(seen.endpoint().toString());
            }

            @Override
            public String unit() {
                return "endpoints";
            }
        }

        record DistinctPaths() implements Measure {

            @Override
            public List<String> valuesOf(Observation seen) {
                return List.of(seen.call().path());
            }

            @Override
            public String unit() {
                return "paths";
            }
        }
    }

    /// The count at which a signal is raised, and other counts for some kinds of actor.
    public record Limit(int count, Map<Actor.Kind, Integer> ofKinds) {

        /// All that was counted is kept, so this bounds memory.
        public static final int COUNT_MAX = 5_000;

        public Limit {
            ofKinds = Map.copyOf(ofKinds);
        }

        int of(Observation seen) {
            return ofKinds.getOrDefault(seen.actor().kind(), count);
        }

        int most() {
            return ofKinds.values().stream().reduce(count, Math::max);
        }
    }
}
