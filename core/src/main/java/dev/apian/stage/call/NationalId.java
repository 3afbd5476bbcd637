// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// The number that a state gives a person, by state.
///
/// Where check digits alone would take one order number in ten for a person, the number must stand as it does on
/// paper, or its key must say what it is.
enum NationalId {
    /// Area, group and serial; no check digit.
    US_SOCIAL_SECURITY(9) {
        @Override
        boolean is(Candidate of, boolean named) {
            int area = of.isDigits() ? of.number(0, 3) : 0;
            return (named || of.isBrokenAt(3, 5))
                    && area != 0
                    && area != 666
                    && area < 900
                    && of.number(3, 5) != 0
                    && of.number(5, 9) != 0
                    && of.number(0, 9) != PRINTED_ON_WALLETS;
        }
    },
    /// DNI and NIE: the letter is the number modulo 23.
    SPAIN(9) {
        @Override
        boolean is(Candidate of, boolean named) {
            int foreign = FOREIGN.indexOf(of.sign(0));
            if (!of.isDigits(1, 8) || !of.isCapitals(8, 9) || (foreign < 0 && !of.isDigits(0, 1))) {
                return false;
            }
            int number = of.number(1, 8) + 10_000_000 * (foreign < 0 ? of.digit(0) : foreign);
            return LETTERS.charAt(number % 23) == of.sign(8) && number > 0;
        }
    },
    /// NIR: sex, year and month of birth, place, and a number modulo 97.
    FRANCE(15) {
        @Override
        boolean is(Candidate of, boolean named) {
            boolean corsica = of.sign(5) == '2' && (of.sign(6) == 'A' || of.sign(6) == 'B');
            if (!of.isDigits(0, 6) || !of.isDigits(7, 15) || (!corsica && !of.isDigits(6, 7))) {
                return false;
            }
            int month = of.number(3, 5);
            if (of.digit(0) < 1 || of.digit(0) > 2 || month < 1 || (month > 12 && month < 20) || month > 42) {
                return false;
            }
            long head = of.number(0, 5) * 100L + (corsica ? of.sign(6) == 'A' ? 19 : 18 : of.number(5, 7));
            return 97 - (head * 1_000_000 + of.number(7, 13)) % 97 == of.number(13, 15);
        }
    },
    /// Codice fiscale: letters of the name, date and place of birth, a check letter.
    ITALY(16) {
        @Override
        boolean is(Candidate of, boolean named) {
            if (!of.isCapitals(0, 6)
                    || !of.isDigits(6, 8)
                    || MONTHS.indexOf(of.sign(8)) < 0
                    || !of.isDigits(9, 11)
                    || !of.isCapitals(11, 12)
                    || !of.isDigits(12, 15)
                    || !of.isCapitals(15, 16)) {
                return false;
            }
            int sum = 0;
            for (int i = 0; i < 15; i++) {
                int value = of.isDigits(i, i + 1) ? of.digit(i) : of.sign(i) - 'A';
                sum += i % 2 == 0 ? ODD_PLACES[value] : value;
            }
            return sum % 26 == of.sign(15) - 'A';
        }
    },
    /// Steuer-Identifikationsnummer.
    GERMANY(11) {
        @Override
        boolean is(Candidate of, boolean named) {
            return named && of.isDigits() && of.digit(0) != 0 && Checksums.mod11And10(of) && repeatsOneDigit(of);
        }
    },
    /// CPF.
    BRAZIL(11) {
        @Override
        boolean is(Candidate of, boolean named) {
            if (!of.isDigits() || of.isOneDigitAllOver() || !(named || of.isBrokenAt(3, 6, 9))) {
                return false;
            }
            int first = Checksums.weighted(of, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
            int second = Checksums.weighted(of, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
            return first == of.digit(9) && second == of.digit(10);
        }
    },
    /// PESEL: date of birth with the century in the month.
    POLAND(11) {
        @Override
        boolean is(Candidate of, boolean named) {
            return named
                    && of.isDigits()
                    && isDay(of.number(2, 4) % 20, of.number(4, 6))
                    && Checksums.weighted(of, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
        }
    },
    /// Burgerservicenummer, the test of eleven.
    NETHERLANDS(9) {
        @Override
        boolean is(Candidate of, boolean named) {
            return named
                    && of.isDigits()
                    && !of.isOneDigitAllOver()
                    && Checksums.weighted(of, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
        }
    },
    /// Personnummer, with the year in two digits.
    SWEDEN(10) {
        @Override
        boolean is(Candidate of, boolean named) {
            return of.isDigits() && (named || of.isBrokenAt(6)) && isSwede(of, 0);
        }
    },
    /// Personnummer, with the year in four digits.
    SWEDEN_LONG(12) {
        @Override
        boolean is(Candidate of, boolean named) {
            return of.isDigits()
                    && (named || of.isBrokenAt(8))
                    && of.number(0, 2) >= 18
                    && of.number(0, 2) <= 20
                    && isSwede(of, 2);
        }
    },
    /// Aadhaar.
    INDIA(12) {
        @Override
        boolean is(Candidate of, boolean named) {
            return of.isDigits() && (named || of.isBrokenAt(4, 8)) && of.digit(0) > 1 && Checksums.verhoeff(of);
        }
    },
    /// National Insurance number: two letters that are given out, six digits, a letter up to D.
    UNITED_KINGDOM(9) {
        @Override
        boolean is(Candidate of, boolean named) {
            return of.isCapitals(0, 2)
                    && of.isDigits(2, 8)
                    && of.sign(8) >= 'A'
                    && of.sign(8) <= 'D'
                    && "DFIQUV".indexOf(of.sign(0)) < 0
                    && "DFIQUVO".indexOf(of.sign(1)) < 0
                    && !"BG GB KN NK NT TN ZZ".contains("" + (char) of.sign(0) + (char) of.sign(1));
        }
    },
    /// Resident identity card (GB 11643): place, date of birth, serial and a check sign.
    CHINA(18) {
        @Override
        boolean is(Candidate of, boolean named) {
            if (!of.isDigits(0, 17) || (!of.isDigits(17, 18) && (of.sign(17) | 0x20) != 'x')) {
                return false;
            }
            int century = of.number(6, 8);
            return of.digit(0) > 0
                    && (century == 19 || century == 20)
                    && isDay(of.number(10, 12), of.number(12, 14))
                    && Checksums.mod11And2(of);
        }
    };

    /// A number that came with new wallets, and was many a form's example.
    private static final int PRINTED_ON_WALLETS = 78_051_120;

    private static final String FOREIGN = "XYZ";
    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String MONTHS = "ABCDEHLMPRST";
    private static final int[] ODD_PLACES = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    private static final NationalId[] ALL = values();

    private final int size;

    NationalId(int size) {
        this.size = size;
    }

    /// @param named whether the key says that it is the number of a person
    static boolean isAny(Candidate candidate, boolean named) {
        for (NationalId id : ALL) {
            if (id.size == candidate.size() && id.is(candidate, named)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a candidate of the right size is one.
    abstract boolean is(Candidate of, boolean named);

    private static boolean isSwede(Candidate of, int from) {
        return isDay(of.number(from + 2, from + 4), of.number(from + 4, from + 6))
                && Checksums.luhn(of, from, from + 10);
    }

    private static boolean isDay(int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /// Of the first ten digits of a German number one stands there twice or three times, all others once or never.
    private static boolean repeatsOneDigit(Candidate of) {
        int[] counts = new int[10];
        for (int i = 0; i < 10; i++) {
            counts[of.digit(i)]++;
        }
        int repeated = 0;
        for (int count : counts) {
            if (count > 3) {
                return false;
            }
            repeated += count > 1 ? 1 : 0;
        }
        return repeated == 1;
    }
}
