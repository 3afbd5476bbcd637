// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// International bank account numbers (ISO 13616): the length that the country gave itself, and the check digits.
final class Ibans {

    /// Country and length, from the registry of SWIFT.
    private static final String LENGTHS = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18"
            + "DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20"
            + "LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24"
            + "RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";

    private static final int LETTERS = 26;
    private static final byte[] LENGTH_OF = lengths();

    private Ibans() {}

    static boolean is(Candidate number) {
        return number.size() >= 15
                && number.isCapitals(0, 2)
                && number.isDigits(2, 4)
                && LENGTH_OF[country(number.sign(0), number.sign(1))] == number.size()
                && (number.isWhole() || number.isBrokenFirstAt(4))
                && Checksums.mod97(number);
    }

    private static int country(int first, int second) {
        return (first - 'A') * LETTERS + second - 'A';
    }

    private static byte[] lengths() {
        byte[] lengths = new byte[LETTERS * LETTERS];
        for (int i = 0; i < LENGTHS.length(); i += 4) {
            lengths[country(LENGTHS.charAt(i), LENGTHS.charAt(i + 1))] =
                    (byte) Integer.parseInt(LENGTHS, i + 2, i + 4, 10);
        }
        return lengths;
    }
}
