// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.List;

/// Numbers of payment cards (ISO/IEC 7812): the range of an issuer, its length, and the check digit. One random
/// number of sixteen digits in forty would pass.
final class Cards {

    private static final int DIGITS_MIN = 13;
    private static final int DIGITS_MAX = 19;

    /// @param from first six digits
    /// @param to   first six digits, inclusive
    private record Issuer(int from, int to, int sizeMin, int sizeMax) {}

    private static final List<Issuer> ISSUERS = List.of(
            // Visa
            new Issuer(400_000, 499_999, 13, 13),
            new Issuer(400_000, 499_999, 16, 16),
            new Issuer(400_000, 499_999, 19, 19),
            // Mastercard
            new Issuer(510_000, 559_999, 16, 16),
            new Issuer(222_100, 272_099, 16, 16),
            // American Express
            new Issuer(340_000, 349_999, 15, 15),
            new Issuer(370_000, 379_999, 15, 15),
            // Discover and UnionPay
            new Issuer(601_100, 601_199, 16, 19),
            new Issuer(620_000, 629_999, 16, 19),
            new Issuer(644_000, 659_999, 16, 19),
            // Diners Club
            new Issuer(300_000, 305_999, 14, 16),
            new Issuer(309_500, 309_599, 14, 16),
            new Issuer(360_000, 369_999, 14, 14),
            new Issuer(380_000, 399_999, 14, 16),
            // JCB
            new Issuer(352_800, 358_999, 16, 16),
            // Mir
            new Issuer(220_000, 220_499, 16, 19),
            // Maestro
            new Issuer(501_800, 501_899, 13, 19),
            new Issuer(502_000, 502_099, 13, 19),
            new Issuer(503_800, 503_899, 13, 19),
            new Issuer(589_300, 589_399, 13, 19),
            new Issuer(630_400, 630_499, 13, 19),
            new Issuer(675_900, 676_399, 13, 19));

    private Cards() {}

    static boolean is(Candidate number) {
        return number.size() >= DIGITS_MIN
                && number.size() <= DIGITS_MAX
                && number.isDigits()
                && (number.isWhole() || number.isBrokenFirstAt(4))
                && isIssued(number.number(0, 6), number.size())
                && Checksums.luhn(number, 0, number.size());
    }

    private static boolean isIssued(int head, int size) {
        for (Issuer issuer : ISSUERS) {
            if (head >= issuer.from && head <= issuer.to && size >= issuer.sizeMin && size <= issuer.sizeMax) {
                return true;
            }
        }
        return false;
    }
}
