// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One endpoint of a [Resource].
///
/// @param template in which the names in braces are types of resources
/// @param roles whose work it is; anybody may ask what is public
/// @param weight how often it is used, compared with the others of the same role
/// @param release the release that brings it, 0 if it was always there
/// @param sensitive whether hardly anybody ever asks it
/// @param outcome the state in which it leaves the thing, or nothing
/// @param names those in braces, in the order of the path
record Operation(
        Kind kind,
        String method,
        String template,
        Set<Role> roles,
        double weight,
        int millis,
        int release,
        boolean sensitive,
        String outcome,
        List<String> names) {

    enum Kind {
        /// A page of things, from which they are opened.
        LIST,
        /// Finds things of everybody by words.
        SEARCH,
        READ,
        /// A document about a thing, as its balance.
        PART,
        /// A file of a thing, of which only the size is logged.
        FILE,
        /// A document about none in particular.
        REPORT,
        /// Many things in one file.
        EXPORT,
        CREATE,
        CHANGE,
        REMOVE,
        /// Moves a thing to another state.
        ACT;

        /// Whether it changes nothing.
        boolean reads() {
            return switch (this) {
                case LIST, SEARCH, READ, PART, FILE, REPORT, EXPORT -> true;
                case CREATE, CHANGE, REMOVE, ACT -> false;
            };
        }

        /// Whether a page of things is the answer.
        boolean shows() {
            return this == LIST || this == SEARCH;
        }

        /// Whether it is about one thing that there is.
        boolean isOfOne() {
            return switch (this) {
                case READ, PART, FILE, CHANGE, REMOVE, ACT -> true;
                case LIST, SEARCH, REPORT, EXPORT, CREATE -> false;
            };
        }
    }

    static Operation of(Kind kind, String method, String template, Role... roles) {
        return new Operation(
                kind,
                method,
                template,
                Set.of(roles),
                usualWeight(kind),
                usualMillis(kind),
                0,
                false,
                "",
                names(template));
    }

    static Operation list(String template, Role... roles) {
        return of(Kind.LIST, "GET", template, roles);
    }

    static Operation search(String template, Role... roles) {
        return of(Kind.SEARCH, "GET", template, roles);
    }

    static Operation read(String template, Role... roles) {
        return of(Kind.READ, "GET", template, roles);
    }

    static Operation part(String template, Role... roles) {
        return of(Kind.PART, "GET", template, roles);
    }

    static Operation file(String template, Role... roles) {
        return of(Kind.FILE, "GET", template, roles);
    }

    static Operation report(String template, Role... roles) {
        return of(Kind.REPORT, "GET", template, roles);
    }

    static Operation export(String template, Role... roles) {
        return of(Kind.EXPORT, "GET", template, roles);
    }

    static Operation create(String template, Role... roles) {
        return of(Kind.CREATE, "POST", template, roles);
    }

    static Operation change(String template, Role... roles) {
        return of(Kind.CHANGE, "PATCH", template, roles);
    }

    static Operation remove(String template, Role... roles) {
        return of(Kind.REMOVE, "DELETE", template, roles).to(Thing.GONE);
    }

    static Operation act(String template, String outcome, Role... roles) {
        return of(Kind.ACT, "POST", template, roles).to(outcome);
    }

    Operation weighing(double other) {
        return new Operation(kind, method, template, roles, other, millis, release, sensitive, outcome, names);
    }

    Operation taking(int other) {
        return new Operation(kind, method, template, roles, weight, other, release, sensitive, outcome, names);
    }

    /// It comes with the nth release.
    Operation since(int other) {
        return new Operation(kind, method, template, roles, weight, millis, other, sensitive, outcome, names);
    }

    /// Hardly anybody ever asks it.
    Operation seldom() {
        return new Operation(kind, method, template, roles, 0.02, millis, release, true, outcome, names);
    }

    Operation to(String other) {
        return new Operation(kind, method, template, roles, weight, millis, release, sensitive, other, names);
    }

    Operation by(Set<Role> others) {
        return new Operation(kind, method, template, others, weight, millis, release, sensitive, outcome, names);
    }

    private static List<String> names(String template) {
        List<String> names = new ArrayList<>();
        int close;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', close)) {
            close = template.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("template " + template + ": a brace is not closed");
            }
            names.add(template.substring(open + 1, close));
        }
        return List.copyOf(names);
    }

    private static double usualWeight(Kind kind) {
        return switch (kind) {
            case LIST, SEARCH -> 3;
            case READ -> 4;
            case PART -> 1.5;
            case FILE, REPORT -> 0.7;
            case EXPORT -> 0.1;
            case CREATE, ACT -> 0.5;
            case CHANGE -> 0.3;
            case REMOVE -> 0.08;
        };
    }

    private static int usualMillis(Kind kind) {
        return switch (kind) {
            case LIST -> 50;
            case SEARCH, CREATE -> 110;
            case READ, PART, CHANGE, REMOVE -> 35;
            case FILE, REPORT -> 160;
            case EXPORT -> 2_400;
            case ACT -> 90;
        };
    }
}
