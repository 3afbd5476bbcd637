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

    /// Every [#kind()], in the order in which people read them.
    List<String> KINDS = List.of("shadow", "zombie", "unused", "parameter", "status", "key", "type", "required");

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

        private String bodies(long bodies, long of) {
            return "%s of %s".formatted(number(bodies), count(of, word() + " body"));
        }
    }

    Place place();

    /// One word for tables and JSON: `shadow`.
    String kind();

    /// What differs, with counts; names stand between backticks: "3 of 120 response bodies lack `total`".
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
            return "in no document, served in %s of %s".formatted(number(served), count(calls, "call"));
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
            return "%s of %s have the parameter `%s`, which is not documented"
                    .formatted(number(calls), count(of, "call"), name);
        }
    }

    record UndocumentedStatus(Place place, int status, long calls, long of) implements Drift {
        @Override
        public String kind() {
            return "status";
        }

        @Override
        public String says() {
            return "%s of %s answered %d, which is not documented".formatted(number(calls), count(of, "call"), status);
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
            String why = forbidden ? "which the schema rules out" : "which is not documented";
            return "%s have `%s`, %s".formatted(direction.bodies(bodies, of), path, why);
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
            String is = path.isEmpty() ? "are " : "have `" + path + "` as ";
            String documented = expected.stream().sorted().map(Drift::word).collect(Collectors.joining(" or "));
            return "%s %s%s, documented as %s".formatted(direction.bodies(bodies, of), is, word(found), documented);
        }
    }

    /// Required, and absent.
    ///
    /// @param of the bodies in which the object around it stands
    record AbsentKey(Place place, Direction direction, String path, long bodies, long of) implements Drift {
        @Override
        public String kind() {
            return "required";
        }

        @Override
        public String says() {
            return "%s lack `%s`".formatted(direction.bodies(bodies, of), path);
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
        return number(number) + " " + (number == 1 ? noun : many);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
