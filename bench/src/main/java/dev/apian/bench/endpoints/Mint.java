// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.bench.endpoints.Vocabulary.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes the values of one parameter, in its own manner: numbers of one magnitude, ids with one prefix.
final class Mint {

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String BASE64 = BASE62 + "-_";
    private static final String HEX = "0123456789abcdef";
    private static final List<String> PREFIXES =
            List.of("cus", "ord", "inv", "usr", "acc", "tx", "sub", "prod", "ev", "ch", "evt", "card", "job", "msg");
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 900;
    private static final int NUMBER_STEP_MAX = 4;
    private static final int TAIL_CHARACTERS_MIN = 8;

    private final Form form;
    private final RandomGenerator chance;
    private final Vocabulary words = Vocabulary.WORDS;
    private final String prefix;
    private final int tail;
    private long number;

    Mint(Form form, RandomGenerator chance) {
        this.form = form;
        this.chance = chance;
        prefix = PREFIXES.get(chance.nextInt(PREFIXES.size()));
        tail = TAIL_CHARACTERS_MIN + chance.nextInt(10);
        number = (long) StrictMath.pow(10, 1 + 8 * chance.nextDouble());
    }

    /// Another value; it may have been made before.
    String next() {
        return switch (form) {
            case INTEGER -> Long.toString(nextNumber());
            case UUID -> uuid(chance);
            case OBJECT_ID -> characters(HEX, 24);
            case NUMBERED -> prefix.toUpperCase(Locale.ROOT) + "-" + nextNumber();
            case PREFIXED -> prefix + "_" + characters(BASE62, tail);
            case BASE64 -> characters(BASE64, 22);
            case DATE -> FIRST_DAY.plusDays(chance.nextInt(DAYS)).toString();
            case SLUG -> slug();
            case USERNAME -> username();
            case WORD -> word();
            case CHOICE -> words.draw(Kind.CHOICE, chance);
        };
    }

    static String uuid(RandomGenerator chance) {
        long high = (chance.nextLong() & ~0xF000L) | 0x4000L;
        return new UUID(high, (chance.nextLong() >>> 2) | Long.MIN_VALUE).toString();
    }

    private long nextNumber() {
        number += 1 + chance.nextInt(NUMBER_STEP_MAX);
        return number;
    }

    private String slug() {
        StringBuilder slug = new StringBuilder();
        for (int left = 1 + chance.nextInt(3); left > 0; left--) {
            slug.append(words.draw(chance.nextBoolean() ? Kind.ADJECTIVE : Kind.NOUN, chance))
                    .append('-');
        }
        return slug.append(words.draw(Kind.NOUN, chance)).toString();
    }

    private String username() {
        String first = words.draw(Kind.FIRST, chance);
        String last = words.draw(Kind.LAST, chance);
        return switch (chance.nextInt(5)) {
            case 0, 1 -> first + "." + last;
            case 2 -> first.charAt(0) + last + chance.nextInt(100);
            case 3 -> first + "_" + last.charAt(0);
            default -> first + last;
        };
    }

    private String word() {
        int kind = chance.nextInt(20);
        String word = kind < 11
                ? words.draw(Kind.NOUN, chance)
                : kind < 15
                        ? words.draw(Kind.CITY, chance)
                        : kind < 18 ? words.draw(Kind.BRAND, chance) : Vocabulary.invented(chance);
        return switch (chance.nextInt(10)) {
            case 0, 1 -> capitalised(word);
            case 2 -> capitalised(words.draw(Kind.ADJECTIVE, chance)) + " " + capitalised(word);
            default -> word;
        };
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private String characters(String alphabet, int length) {
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            out.append(alphabet.charAt(chance.nextInt(alphabet.length())));
        }
        return out.toString();
    }
}
