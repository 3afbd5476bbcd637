// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// The words that values are made of, from `words.txt`.
final class Vocabulary {

    enum Kind {
        NOUN,
        ADJECTIVE,
        CITY,
        FIRST,
        LAST,
        CHOICE,
        BRAND
    }

    static final Vocabulary WORDS = read();

    private static final String[] SYLLABLES = {
        "ba", "bel", "cor", "da", "den", "dri", "el", "fa", "fin", "gal", "go", "ha", "ir", "jo", "ka", "kor", "la",
        "lin", "lo", "ma", "mer", "mi", "na", "nor", "o", "pa", "pel", "qui", "ra", "ri", "ro", "sa", "sel", "ta",
        "ter", "ti", "u", "va", "vi", "wa", "xa", "yo", "za", "zu"
    };

    private final Map<Kind, List<String>> words;

    private Vocabulary(Map<Kind, List<String>> words) {
        this.words = words;
    }

    String draw(Kind kind, RandomGenerator chance) {
        List<String> list = all(kind);
        return list.get(chance.nextInt(list.size()));
    }

    List<String> all(Kind kind) {
        return words.getOrDefault(kind, List.of());
    }

    /// A name that no dictionary has.
    static String invented(RandomGenerator chance) {
        StringBuilder name = new StringBuilder();
        for (int left = 2 + chance.nextInt(3); left > 0; left--) {
            name.append(SYLLABLES[chance.nextInt(SYLLABLES.length)]);
        }
        return name.toString();
    }

    private static Vocabulary read() {
        Map<Kind, List<String>> words = new EnumMap<>(Kind.class);
        List<String> list = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("words.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line :
                    text.lines().filter(each -> !each.startsWith("#")).toList()) {
                if (line.startsWith(":")) {
                    Kind kind = Kind.valueOf(line.substring(1).toUpperCase(Locale.ROOT));
                    list = words.computeIfAbsent(kind, _ -> new ArrayList<>());
                } else {
                    list.addAll(List.of(line.split(" ", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Vocabulary(words);
    }
}
