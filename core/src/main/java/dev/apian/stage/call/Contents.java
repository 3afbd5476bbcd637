// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stage.call.Field.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads what a client or server wrote freely: a query, a form, a JSON body. Keeps id-like values as fields,
/// turns credentials into facets, and lets everything else go.
final class Contents implements JsonWalk.Visitor<KeyPath> {

    static final Remembered<Name> NAMES = new Remembered<>(4_096, Name::of);

    private static final int ONE_TIME_CODE_DIGITS_MAX = 10;
    private static final int CODE_CHARS_MAX = 24;
    private static final int TOKEN_CHARS_MIN = 8;

    private final Harvest harvest;
    private final Place place;
    private final ContentSoFar content;
    private final KeySet keys;
    private final Found found;
    private final boolean isGrant;
    private @Nullable Text login;
    private boolean proven;
    private long expiresIn;

    Contents(Place place, Harvest harvest, ContentSoFar content) {
        this.place = place;
        this.harvest = harvest;
        this.content = content;
        this.keys = content.keys(place);
        this.found = content.found(place);
        this.isGrant = place == Place.RESPONSE_BODY;
    }

    /// Reads a body, whatever it is: JSON, a form, or something else and then nothing.
    ///
    /// @param escaped whether the escapes of the record's JSON are still in it
    void body(Text raw, boolean escaped) {
        Text body = raw.trim();
        if (isJson(body) && !(escaped && isOddlyEscaped(body))) {
            if (escaped) {
                JsonWalk.overString(body, KeyPath.ROOT, this);
            } else {
                JsonWalk.over(body, KeyPath.ROOT, this);
            }
        } else if (escaped) {
            body(Escapes.unescape(body), false);
        } else if (!body.isEmpty() && body.at(0) == '<') {
            if (place == Place.REQUEST_BODY) {
                content.asked().add(Envelope.operation(body));
            }
        } else if (!body.isEmpty() && body.at(0) != '-' && body.indexOf('=') > 0) {
            pairs(body);
        }
    }

    /// Whether the first escape is no quote: some writers put `u0022` there, and then a body cannot be read
    /// in place.
    private static boolean isOddlyEscaped(Text body) {
        int first = body.indexOf('\\');
        return first >= 0 && first + 1 < body.length() && body.at(first + 1) != '"';
    }

    private static boolean isJson(Text body) {
        return !body.isEmpty() && (body.at(0) == '{' || body.at(0) == '[');
    }

    /// Reads `a=1&b=2`.
    void pairs(Text text) {
        int start = 0;
        while (start < text.length()) {
            int end = Text.indexOfEither(text.bytes, text.from + start, text.to, (byte) '&', (byte) ';') - text.from;
            int equals = text.indexOf('=', start);
            if (equals < 0 || equals > end) {
                flag(text.sub(start, end));
            } else if (equals > start) {
                pair(Escapes.percentDecoded(text.sub(start, equals)), text.sub(equals + 1, end));
            }
            start = end + 1;
        }
    }

    /// A name without value: `?wsdl`.
    private void flag(Text raw) {
        if (place == Place.QUERY && !raw.isEmpty()) {
            content.parameter(NAMES.of(Escapes.percentDecoded(raw)));
        }
    }

    private void pair(Text key, Text raw) {
        Name name = NAMES.of(key);
        Text value = Escapes.percentDecoded(raw);
        if (place == Place.QUERY) {
            content.parameter(name);
        } else {
            keys.see();
            keys.add(KeyPath.ROOT.child(key.bytes, key.from, key.to), Body.Type.STRING);
            found.read(name, Name.NONE, value, true);
        }
        content.asked(AskedPart.of(AskedPart.TOP, name.text()), value);
        if (name.hint() == Hint.CHOICE) {
            content.choice(name, value);
        }
        if (name.meaning() != Meaning.NONE) {
            credentialOrId(name, Name.NONE, value, true);
        }
    }

    /// Settles what needs the whole text: who signed in, and when a granted token ends.
    void settle(long micros) {
        if (proven && login != null && place == Place.REQUEST_BODY) {
            harvest.presentName(Facet.Kind.USERNAME, login);
        }
        if (expiresIn > 0 && isGrant) {
            harvest.grantedTokensExpire(Expiry.after(micros, expiresIn));
        }
    }

    @Override
    public KeyPath key(KeyPath owner, byte[] bytes, int from, int to) {
        return owner.child(bytes, from, to);
    }

    @Override
    public KeyPath inside(KeyPath key, boolean isArray) {
        keys.see();
        if (!isArray && key.part == AskedPart.TOP && place == Place.REQUEST_BODY) {
            content.asked().next();
        }
        if (isArray || key.isKey()) {
            keys.add(key, isArray ? Body.Type.ARRAY : Body.Type.OBJECT);
        }
        return isArray ? key.items() : key;
    }

    @Override
    public boolean meets(KeyPath key, Body.Type type, byte[] bytes, int from, int to, boolean escaped) {
        if (key.isKey()) {
            keys.add(key, type);
        }
        if (from == to) {
            return false;
        }
        Name name = key.name();
        return name.meaning() != Meaning.NONE
                || key.isAsked
                || (isGrant && content.mayEcho(bytes[from], to - from, escaped))
                || found.mayBe(name, type == Body.Type.STRING, bytes, from, to);
    }

    @Override
    public void scalar(KeyPath key, KeyPath owner, Text value, boolean quoted) {
        if (value.isEmpty()) {
            return;
        }
        Name name = key.name();
        if (isGrant && content.mayEcho(value.at(0), value.length(), false)) {
            content.echo(name, value);
        }
        if (key.isAsked && quoted && place == Place.REQUEST_BODY) {
            content.asked().take(key.part, value);
        }
        found.read(name, owner.name(), value, quoted);
        credentialOrId(name, owner.name(), value, quoted);
    }

    private void credentialOrId(Name name, Name owner, Text value, boolean quoted) {
        if (value.isEmpty()) {
            return;
        }
        switch (name.meaning()) {
            case ID -> id(name, owner, value);
            case CODE -> code(name, owner, value);
            case LOGIN -> {
                login = login == null && quoted ? value : login;
                field(name, owner, value);
            }
            case CLIENT_ID -> {
                if (isGrant) {
                    field(name, owner, value);
                } else {
                    harvest.presentName(Facet.Kind.CLIENT_ID, value);
                }
            }
            case PASSWORD -> proven = true;
            case ACCESS_TOKEN -> credential(Facet.Kind.ACCESS_TOKEN, value, quoted);
            case REFRESH_TOKEN -> credential(Facet.Kind.REFRESH_TOKEN, value, quoted);
            case SESSION -> credential(Facet.Kind.SESSION, value, quoted);
            case API_KEY -> credential(Facet.Kind.API_KEY, until(value, '/'), quoted);
            case KEY_SECRET -> {
                if (isGrant) {
                    credential(Facet.Kind.API_KEY, value, quoted);
                }
            }
            case MAYBE_KEY -> {
                boolean underKey = owner.meaning() == Meaning.API_KEY;
                if (underKey || (!isGrant && Secrets.isRandom(value))) {
                    credential(Facet.Kind.API_KEY, value, quoted);
                }
            }
            case EXPIRES_IN -> expiresIn = Numbers.whole(value);
            case SECRET, NONE -> {}
        }
    }

    private void credential(Facet.Kind kind, Text value, boolean quoted) {
        if (quoted && (value.length() >= TOKEN_CHARS_MIN || kind == Facet.Kind.SESSION)) {
            harvest.secret(kind, value, 0, isGrant);
        }
    }

    private void id(Name name, Name owner, Text value) {
        if (owner.meaning() == Meaning.SESSION) {
            credential(Facet.Kind.SESSION, value, true);
        } else {
            field(name, owner, value);
        }
    }

    /// `code` is a coupon, a booking or a one-time code: the last is digits, or a long random word.
    private void code(Name name, Name owner, Text value) {
        boolean digits = true;
        for (int i = 0; i < value.length() && digits; i++) {
            digits = Text.isDigit(value.at(i));
        }
        if ((!digits || value.length() > ONE_TIME_CODE_DIGITS_MAX)
                && !Secrets.isRandom(value)
                && value.length() <= CODE_CHARS_MAX) {
            field(name, owner, value);
        }
    }

    private void field(Name name, Name owner, Text value) {
        boolean card = name.text().equals("number")
                && owner.text().toLowerCase(Locale.ROOT).contains("card");
        if (!card && !owner.meaning().isCredential() && isIdLike(value)) {
            harvest.field(place, owner.text(), name.text(), value);
        }
    }

    /// One word of printable characters, and neither a fraction nor a secret by its looks.
    private static boolean isIdLike(Text value) {
        if (value.length() > Field.VALUE_CHARS_MAX) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            byte c = value.at(i);
            if ((c >= 0 && c <= ' ') || c == 0x7f) {
                return false;
            }
        }
        byte first = value.at(0);
        if (first == 'e' && Secrets.isJwt(value)) {
            return false;
        }
        return !Secrets.isVendorKey(value) && !isFraction(value);
    }

    private static boolean isFraction(Text value) {
        int dot = value.indexOf('.');
        return dot > 0
                && Text.isDigit(value.at(0))
                && Numbers.whole(value.sub(0, dot)) >= 0
                && Numbers.whole(value.sub(dot + 1)) >= 0;
    }

    private static Text until(Text text, char stop) {
        int at = text.indexOf(stop);
        return at < 0 ? text : text.sub(0, at);
    }
}
