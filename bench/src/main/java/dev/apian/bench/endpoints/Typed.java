// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Segments of a path of which some are values by their looks alone.
final class Typed {

    static final String VALUE = "{}";

    private static final Pattern TYPE = Pattern.compile("\\d+"
            + "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
            + "|(?=.*\\d)[0-9a-fA-F]{16,}"
            + "|\\d{4}-\\d{2}-\\d{2}"
            + "|[^@/]+(@|%40)[^@/]+\\.[a-z]{2,}"
            + "|(?=.*\\d)(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9_-]{20,}");

    private Typed() {}

    static boolean is(String segment) {
        return TYPE.matcher(segment).matches();
    }

    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    static String join(String method, List<String> segments) {
        return method + " /" + String.join("/", segments);
    }
}
