// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.stage.call.Body;
import dev.apian.stage.endpoint.Listed;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// One point where traffic and documents differ.
public sealed interface Drift {

    /// @param document its name; of several that cover the host, all names
    /// @param host     where it was seen; empty if nowhere, and for calls without a host
    record Place(String document, String method, String host, String template) {

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    /// Which way a body goes.
    enum Direction {
        REQUEST,
        RESPONSE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String many() {
            return word() + "s";
        }
    }

    Place place();

    /// One word for tables and JSON: `shadow`.
    String kind();

    /// What differs, with counts.
    String says();

    /// Served, and in no document that covers its host.
    ///
    /// @param last event time of the last call, microseconds
    record Shadow(Place place, long served, long calls, long last) implements Drift {
        @Override
        public String kind() {
            return "shadow";
        }

        @Override
        public String says() {
            return "in no document, served in %d of %d calls".formatted(served, calls);
        }
    }

    /// Should be gone, and is still called.
    ///
    /// @param because it is deprecated, or there is a newer version
    record Zombie(Place place, String because, long calls, long last) implements Drift {
        @Override
        public String kind() {
            return "zombie";
        }

        @Override
        public String says() {
            return "%s, still called: %s".formatted(because, count(calls, "call"));
        }
    }

    /// Documented, and never seen.
    record Unused(Place place) implements Drift {
        @Override
        public String kind() {
            return "unused";
        }

        @Override
        public String says() {
            return "documented, never seen";
        }
    }

    record UndocumentedParameter(Place place, String name, long calls, long of) implements Drift {
        @Override
        public String kind() {
            return "parameter";
        }

        @Override
        public String says() {
            return "query parameter %s is not documented, in %d of %s".formatted(name, calls, count(of, "call"));
        }
    }

    record UndocumentedStatus(Place place, int status, long calls, long of) implements Drift {
        @Override
        public String kind() {
            return "status";
        }

        @Override
        public String says() {
            return "status %d is not documented, in %d of %s".formatted(status, calls, count(of, "call"));
        }
    }

    /// @param forbidden whether the schema rules other keys out, rather than saying nothing of them
    record UndocumentedKey(Place place, Direction direction, String path, boolean forbidden, long bodies, long of)
            implements Drift {
        @Override
        public String kind() {
            return "key";
        }

        @Override
        public String says() {
            return "key %s of %s is %s, in %d of %s"
                    .formatted(
                            path,
                            direction.many(),
                            forbidden ? "ruled out by the schema" : "not documented",
                            bodies,
                            count(of, "body"));
        }
    }

    /// @param path     empty for the body itself
    /// @param expected what is documented
    record WrongType(
            Place place,
            Direction direction,
            String path,
            Body.Type found,
            Set<Body.Type> expected,
            long bodies,
            long of)
            implements Drift {

        public WrongType {
            expected = Set.copyOf(expected);
        }

        @Override
        public String kind() {
            return "type";
        }

        @Override
        public String says() {
            return "%s %s is %s in %d of %s, documented as %s"
                    .formatted(
                            path.isEmpty() ? "the body of" : "key " + path + " of",
                            direction.many(),
                            word(found),
                            bodies,
                            count(of, "body"),
                            expected.stream().sorted().map(Drift::word).collect(Collectors.joining(" or ")));
        }
    }

    /// @param of the bodies in which the object around it stands
    record AbsentKey(Place place, Direction direction, String path, long bodies, long of) implements Drift {
        @Override
        public String kind() {
            return "required";
        }

        @Override
        public String says() {
            return "key %s of %s is required, and absent in %d of %s"
                    .formatted(path, direction.many(), bodies, count(of, "body"));
        }
    }

    /// Holds what was seen against documents. A document speaks of the hosts that it names only, and of all if it names
    /// none; what is seen elsewhere is not compared.
    static List<Drift> of(List<ApiDocument> documents, List<Listed> listed) {
        return new Comparison(documents, listed).drifts();
    }

    private static String word(Body.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String count(long number, String noun) {
        String many = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return number + " " + (number == 1 ? noun : many);
    }
}
