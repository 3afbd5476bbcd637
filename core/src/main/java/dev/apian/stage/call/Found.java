// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// The kinds of personal and secret data found in one body while it is read. Used again for the next body.
///
/// Most values are nothing of the kind, and are told by a few of their bytes.
@SuppressWarnings("EnumOrdinal") // classes as bits, never kept
final class Found {

    private static final int CHARS_MIN = 6;
    private static final int NUMBER_CHARS_MAX = 24;
    private static final int ADDRESS_CHARS_MAX = 45;
    private static final int ADDRESS_CHARS_MIN = 7;
    /// `10.0.19.2` may be a version.
    private static final int ADDRESS_DIGITS_MIN = 7;

    private static final int PASSWORD_CHARS_MAX = 128;
    private static final int PEM_HEAD_CHARS = 64;
    private static final int CREDENTIAL_CHARS_READ = 64;
    private static final int NUMBERS =
            1 << DataClass.IBAN.ordinal() | 1 << DataClass.CARD_NUMBER.ordinal() | 1 << DataClass.NATIONAL_ID.ordinal();

    private static final int LATITUDE_SEEN = 1;
    private static final int LONGITUDE_SEEN = 2;

    private final Candidate candidate = new Candidate();
    private int classes;
    /// Which half of a place was seen.
    private int half;

    void clear() {
        classes = 0;
        half = 0;
    }

    /// One bit for each class, in their order.
    int classes() {
        return classes;
    }

    private boolean has(DataClass one) {
        return (classes >>> one.ordinal() & 1) != 0;
    }

    private void add(DataClass one) {
        classes |= 1 << one.ordinal();
    }

    /// Whether a key promises what was not found yet.
    private boolean isOpen(Hint hint) {
        return (hint.promised & ~classes) != 0;
    }

    /// Whether a value is worth reading.
    boolean mayBe(Name name, boolean quoted, byte[] bytes, int from, int to) {
        return isOpen(name.hint()) || (quoted && mayBe(bytes, from, to));
    }

    private boolean mayBe(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < CHARS_MIN) {
            return false;
        }
        byte first = bytes[from];
        if (Text.isDigit(first)) {
            if (length <= NUMBER_CHARS_MAX ? !isDate(bytes, from, length) : hasEarlyColon(bytes, from, to)) {
                return true;
            }
        } else if (isCapital(first)) {
            if (isNumberWithLetters(bytes, from, length)) {
                return true;
            }
        } else if (first == '+' || first == '(' || first == ':') {
            return length <= ADDRESS_CHARS_MAX;
        } else if (first == '-') {
            return bytes[from + 1] == '-';
        } else if (first == 'e' && bytes[from + 1] == 'y' && bytes[from + 2] == 'J') {
            return true;
        } else if (first >= 'a' && first <= 'f' && hasEarlyColon(bytes, from, to)) {
            return true;
        }
        if (Secrets.isVendorKey(bytes, from, to)) {
            return true;
        }
        return length <= Emails.TEXT_BYTES_MAX
                && !has(DataClass.EMAIL)
                && Text.indexOf(bytes, from, to, (byte) '@') < to;
    }

    private static boolean isDate(byte[] bytes, int from, int length) {
        return length >= 10
                && bytes[from + 4] == '-'
                && bytes[from + 7] == '-'
                && (length == 10 || bytes[from + 10] == 'T' || bytes[from + 10] == ' ');
    }

    /// An IPv6 address, if it is short enough.
    private static boolean hasEarlyColon(byte[] bytes, int from, int to) {
        return to - from <= ADDRESS_CHARS_MAX && Text.indexOf(bytes, from, from + 5, (byte) ':') < from + 5;
    }

    private static boolean isCapital(byte c) {
        return c >= 'A' && c <= 'Z';
    }

    /// `DE89...`, `AB123456C`, `AB 12 34 56 C`, `X1234567L`, `RSSMRA85T10A562S`.
    private static boolean isNumberWithLetters(byte[] bytes, int from, int length) {
        if (length < 9 || length > Candidate.CHARS_MAX) {
            return false;
        }
        return Text.isDigit(bytes[from + 1])
                || Text.isDigit(bytes[from + 2])
                || (bytes[from + 2] == ' ' && Text.isDigit(bytes[from + 3]))
                || (length == 16 && Text.isDigit(bytes[from + 6]));
    }

    /// Reads one value.
    ///
    /// @param owner what the key around it is called
    void read(Name name, Name owner, Text value, boolean quoted) {
        if (isOpen(name.hint())) {
            promised(name.hint(), value, quoted);
        }
        if (!quoted || name.meaning().isCredential()) {
            named(name.meaning(), value, quoted);
        } else if (mayBe(value.bytes, value.from, value.to) && !isSecret(value)) {
            boolean bareId = name.meaning() == Meaning.ID && owner.hint() != Hint.CARD;
            if (!isNumber(value, bareId)) {
                text(name.hint(), value);
            }
        }
    }

    private void text(Hint hint, Text value) {
        if (!has(DataClass.EMAIL) && value.length() <= Emails.TEXT_BYTES_MAX && Emails.isIn(value)) {
            add(DataClass.EMAIL);
        }
        if (!has(DataClass.IP_ADDRESS) && hint != Hint.VERSION && isAddress(value, ADDRESS_DIGITS_MIN)) {
            add(DataClass.IP_ADDRESS);
        }
        if (!has(DataClass.PHONE) && value.at(0) == '+' && Phones.is(value, false)) {
            add(DataClass.PHONE);
        }
    }

    /// Whether it is one of the numbers with check digits, which is then added.
    ///
    /// @param bareId whether the key says that it is an id; then a number without breaks is no card
    private boolean isNumber(Text value, boolean bareId) {
        if ((classes & NUMBERS) == NUMBERS || !candidate.read(value)) {
            return false;
        }
        if (Ibans.is(candidate)) {
            add(DataClass.IBAN);
        } else if (!(bareId && candidate.isWhole()) && Cards.is(candidate)) {
            add(DataClass.CARD_NUMBER);
        } else if (NationalId.isAny(candidate, false)) {
            add(DataClass.NATIONAL_ID);
        } else {
            return false;
        }
        return true;
    }

    private void promised(Hint hint, Text value, boolean quoted) {
        switch (hint) {
            case PHONE -> addIf(DataClass.PHONE, Phones.is(value, true));
            case PERSON_NAME -> addIf(DataClass.PERSON_NAME, quoted && Personal.isName(value));
            case STREET -> addIf(DataClass.POSTAL_ADDRESS, quoted && Personal.isStreet(value));
            case ADDRESS -> addIf(DataClass.POSTAL_ADDRESS, quoted && Personal.isAddress(value));
            case POSTAL_CODE -> addIf(DataClass.POSTAL_ADDRESS, Personal.isPostalCode(value));
            case BIRTH_DATE -> addIf(DataClass.BIRTH_DATE, quoted && Personal.isDate(value));
            case LATITUDE -> halfIf(LATITUDE_SEEN, Personal.isDegrees(value, 90));
            case LONGITUDE -> halfIf(LONGITUDE_SEEN, Personal.isDegrees(value, 180));
            case COORDINATES -> halfIf(half == 0 ? LONGITUDE_SEEN : LATITUDE_SEEN, Personal.isDegrees(value, 180));
            case NATIONAL_ID ->
                addIf(DataClass.NATIONAL_ID, candidate.read(value) && NationalId.isAny(candidate, true));
            case CARD -> addIf(DataClass.CARD_NUMBER, candidate.read(value) && Cards.is(candidate));
            case ADDRESS_OF_HOST -> addIf(DataClass.IP_ADDRESS, quoted && isAddress(value, 0));
            case PASSWORD -> addIf(DataClass.PASSWORD, quoted && isPassword(value));
            case NONE, CHOICE, VERSION -> {}
        }
    }

    private void addIf(DataClass one, boolean is) {
        if (is) {
            add(one);
        }
    }

    private void halfIf(int which, boolean is) {
        half |= is ? which : 0;
        addIf(DataClass.COORDINATES, half == (LATITUDE_SEEN | LONGITUDE_SEEN));
    }

    /// Whether it is secret by its looks; its class is then added.
    private boolean isSecret(Text value) {
        if (Secrets.isJwt(value)) {
            add(DataClass.TOKEN);
        } else if (Secrets.isVendorKey(value)) {
            add(DataClass.API_KEY);
        } else if (value.startsWith("-----BEGIN ") && value.head(PEM_HEAD_CHARS).contains("private key")) {
            add(DataClass.PRIVATE_KEY);
        } else {
            return false;
        }
        return true;
    }

    /// What is secret by its key, if it looks drawn at random.
    private void named(Meaning meaning, Text value, boolean quoted) {
        switch (meaning) {
            case ACCESS_TOKEN, REFRESH_TOKEN, SESSION -> addIf(DataClass.TOKEN, quoted && isCredential(value));
            case API_KEY, KEY_SECRET -> addIf(DataClass.API_KEY, quoted && isCredential(value));
            case NONE, ID, CODE, LOGIN, CLIENT_ID, PASSWORD, SECRET, MAYBE_KEY, EXPIRES_IN -> {}
        }
    }

    private static boolean isCredential(Text value) {
        return Secrets.isRandom(value.head(CREDENTIAL_CHARS_READ)) && !Secrets.isPlaceholder(value);
    }

    private static boolean isPassword(Text value) {
        return value.length() <= PASSWORD_CHARS_MAX && !Secrets.isPlaceholder(value) && !value.contains("://");
    }

    private static boolean isAddress(Text value, int digitsMin) {
        if (value.length() < ADDRESS_CHARS_MIN || value.length() > ADDRESS_CHARS_MAX) {
            return false;
        }
        int digits = 0;
        boolean colon = false;
        for (int i = 0; i < value.length(); i++) {
            byte c = value.at(i);
            digits += Text.isDigit(c) ? 1 : 0;
            colon |= c == ':';
        }
        boolean written = colon ? value.indexOf('.') < 0 && value.indexOf('[') < 0 : digits >= digitsMin;
        return written && Address.parse(value) != null && (colon || Address.isIpv4(value));
    }
}
