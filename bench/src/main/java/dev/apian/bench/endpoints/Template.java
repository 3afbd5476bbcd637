// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A path template of a document, taken apart at its braces.
///
/// @param literals what stands before, between and after the parameters, one more than there are parameters
/// @param names    of the parameters
record Template(List<String> literals, List<String> names) {

    private static final String UNRESERVED = "-._~@:";

    Template {
        literals = List.copyOf(literals);
        names = List.copyOf(names);
        if (literals.size() != names.size() + 1) {
            throw new IllegalArgumentException(
                    "found " + literals + " around " + names + ", expected one literal more");
        }
    }

    /// Takes `/users/{id}.json#fragment`; the fragment goes, and so does a query.
    ///
    /// @param base of the server, without a slash at the end
    static Template of(String base, String text) {
        String path = base + cut(cut(text, '#'), '?');
        List<String> literals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int at = 0;
        for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', at)) {
            int close = path.indexOf('}', open);
            if (close < 0) {
                break;
            }
            literals.add(path.substring(at, open));
            names.add(path.substring(open + 1, close));
            at = close + 1;
        }
        literals.add(path.substring(at));
        return new Template(literals, names);
    }

    /// The template with nameless parameters and without a slash at the end: what two operations of one group share.
    String shape() {
        String shape = String.join("{}", literals);
        return shape.endsWith("/") ? shape.substring(0, shape.length() - 1) : shape;
    }

    /// The shape of what stands before a parameter. Two parameters after the same prefix have the same values.
    String prefix(int parameter) {
        return String.join("{}", literals.subList(0, parameter + 1));
    }

    /// Whether nothing but the rest of its segment follows the parameter.
    boolean endsIn(int parameter) {
        return parameter == names.size() - 1 && literals.getLast().indexOf('/') < 0;
    }

    /// The last whole segment before a parameter that is a literal, `users` of `/users/{id}`; empty if there is none.
    String owner(int parameter) {
        String before = literals.get(parameter);
        int end = before.lastIndexOf('/');
        return end <= 0 ? "" : before.substring(before.lastIndexOf('/', end - 1) + 1, end);
    }

    /// The path with these values, encoded where a URL needs it.
    String fill(List<String> values) {
        StringBuilder path = new StringBuilder(80).append(literals.getFirst());
        for (int i = 0; i < names.size(); i++) {
            encode(path, values.get(i));
            path.append(literals.get(i + 1));
        }
        return path.toString();
    }

    private static void encode(StringBuilder out, String value) {
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%');
                out.append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
    }

    private static String cut(String text, char from) {
        int at = text.indexOf(from);
        return at < 0 ? text : text.substring(0, at);
    }
}
