// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// The check digits of numbers that people copy by hand.
final class Checksums {

    private static final String[] VERHOEFF_MULTIPLY = {
        "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
        "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"
    };
    private static final String[] VERHOEFF_PERMUTE = {
        "0123456789", "1576283094", "5803796142", "8916043527",
        "9453126870", "4286573901", "2793806415", "7046913258"
    };

    /// Up to here two digits more fit in a long.
    private static final long REST_MAX = 1_000_000_000_000_000L;

    private Checksums() {}

    /// ISO/IEC 7812: every second digit from the right counts twice.
    static boolean luhn(Candidate of, int from, int to) {
        int sum = 0;
        for (int i = to - 1, place = 0; i >= from; i--, place++) {
            int digit = of.digit(i) << (place & 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    /// ISO/IEC 7064 MOD 97-10 as IBANs use it: the first four signs stand last, letters are 10 to 35.
    static boolean mod97(Candidate of) {
        long rest = 0;
        for (int i = 0; i < of.size(); i++) {
            byte c = of.sign(i + 4 < of.size() ? i + 4 : i + 4 - of.size());
            rest = Text.isDigit(c) ? rest * 10 + c - '0' : rest * 100 + (c | 0x20) - 'a' + 10;
            rest = rest < REST_MAX ? rest : rest % 97;
        }
        return rest % 97 == 1;
    }

    /// ISO/IEC 7064 MOD 11,10.
    static boolean mod11And10(Candidate of) {
        int product = 10;
        for (int i = 0; i < of.size() - 1; i++) {
            int sum = (of.digit(i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == of.digit(of.size() - 1);
    }

    /// ISO/IEC 7064 MOD 11-2: the last sign may be X for ten.
    static boolean mod11And2(Candidate of) {
        int last = of.size() - 1;
        int rest = 0;
        for (int i = 0; i < last; i++) {
            rest = (rest + of.digit(i)) * 2 % 11;
        }
        int check = (12 - rest) % 11;
        return check == ((of.sign(last) | 0x20) == 'x' ? 10 : of.digit(last));
    }

    /// Verhoeff (1969), over the dihedral group of order ten.
    static boolean verhoeff(Candidate of) {
        int check = 0;
        for (int i = of.size() - 1, place = 0; i >= 0; i--, place++) {
            int permuted = VERHOEFF_PERMUTE[place % 8].charAt(of.digit(i)) - '0';
            check = VERHOEFF_MULTIPLY[check].charAt(permuted) - '0';
        }
        return check == 0;
    }

    /// The sum of digits from the first on, each times its weight.
    static int weighted(Candidate of, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += of.digit(i) * weights[i];
        }
        return sum;
    }
}
