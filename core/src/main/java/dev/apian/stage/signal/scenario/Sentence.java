// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence of a scenario file with gaps: `{network} tried {count} usernames within {window}`.
public record Sentence(String text) {

    /// `{count}`, `{limit}` and so on: what a sentence may ask for.
    public static final Set<String> GAPS =
            Set.of("actor", "count", "endpoint", "limit", "network", "span", "username", "window");

    private static final Pattern GAP = Pattern.compile("\\{([^}]*)}");

    /// The gaps that nothing fills.
    List<String> unknownGaps() {
        return GAP.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(gap -> !GAPS.contains(gap))
                .toList();
    }

    String with(Map<String, String> words) {
        return GAP.matcher(text).replaceAll(found -> wordFor(found, words));
    }

    private static String wordFor(MatchResult gap, Map<String, String> words) {
        return Matcher.quoteReplacement(words.getOrDefault(gap.group(1), gap.group()));
    }
}
