// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Splits names as programmers write them.
final class Words {

    private Words() {}

    /// The words of a name in lower case: `userID_v2` is user, id, v2.
    static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean upper = Character.isUpperCase(c);
            boolean afterLower = i > 0 && Character.isLowerCase(name.charAt(i - 1));
            boolean startsNext = i > 0
                    && i + 1 < name.length()
                    && Character.isUpperCase(name.charAt(i - 1))
                    && Character.isLowerCase(name.charAt(i + 1))
                    && !name.startsWith("IDs", i - 1);
            if (!Character.isLetterOrDigit(c) || (upper && (afterLower || startsNext))) {
                flush(word, words);
            }
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            }
        }
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }
}
