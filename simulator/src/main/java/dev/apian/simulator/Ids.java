// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// How the ids of a kind of things look.
///
/// @param prefix before the number, for those that have one
/// @param first the number of the first thing, whether or not ids show it
record Ids(Form form, String prefix, int first) {

    private static final char[] BASE32 = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789".toCharArray();
    private static final char[] CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final char[] DIGITS = "0123456789".toCharArray();
    private static final List<String> ADJECTIVES = List.of(
            "quiet", "amber", "north", "little", "silver", "green", "royal", "old", "sunny", "grand", "blue", "high");
    private static final List<String> NOUNS = List.of(
            "harbor", "garden", "bridge", "meadow", "station", "park", "castle", "mill", "lake", "square", "tower");

    private static final int SHUFFLING = 0x2545F491;
    private static final int BITS_OF_A_LOCATOR = 30;

    enum Form {
        /// Without gaps: `104311`.
        INTEGER,
        UUID,
        /// A prefix and a number without gaps: `TRF-2026-000123`.
        PREFIXED,
        /// Words: `quiet-harbor-17`.
        SLUG,
        /// Six characters that tell nothing: `K7QX2M`.
        LOCATOR,
        ULID,
        IBAN,
        /// 24 hexadecimal digits.
        HEX,
        /// Letters and digits.
        LETTERS,
        /// The number of a user account: there is one thing for each customer.
        ACCOUNT
    }

    static Ids of(Form form) {
        return new Ids(form, "", 1);
    }

    static Ids numbersFrom(int first) {
        return new Ids(Form.INTEGER, "", first);
    }

    static Ids prefixed(String prefix, int first) {
        return new Ids(Form.PREFIXED, prefix, first);
    }

    boolean areNumbers() {
        return form == Form.INTEGER;
    }

    String make(int number, Chance chance) {
        return switch (form) {
            case INTEGER, ACCOUNT -> Integer.toString(number);
            case UUID -> chance.uuid();
            case PREFIXED -> prefix + padded(number);
            case SLUG -> chance.pick(ADJECTIVES) + "-" + chance.pick(NOUNS) + "-" + number;
            case LOCATOR -> locator(number);
            case ULID -> "01K" + letters(CROCKFORD, 23, chance);
            case IBAN -> "DE" + letters(DIGITS, 20, chance);
            case HEX -> letters(HEX, 24, chance);
            case LETTERS -> chance.letters(11);
        };
    }

    private static String padded(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, 6 - digits.length())) + digits;
    }

    /// Multiplying by an odd number shuffles all 30-bit numbers, so no two locators are the same.
    private static String locator(int number) {
        long rest = (number * (long) SHUFFLING) & ((1L << BITS_OF_A_LOCATOR) - 1);
        char[] out = new char[BITS_OF_A_LOCATOR / 5];
        for (int i = 0; i < out.length; i++, rest >>= 5) {
            out[i] = BASE32[(int) rest & 31];
        }
        return new String(out);
    }

    private static String letters(char[] alphabet, int length, Chance chance) {
        char[] out = new char[length];
        for (int i = 0; i < length; i++) {
            out[i] = alphabet[chance.below(alphabet.length)];
        }
        return new String(out);
    }
}
