// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.List;
import java.util.Set;

/// A key of a body or query with its [Meaning], told from the words in it: `refreshToken`, `refresh_token` and
/// `Refresh-Token` are one name to it.
///
/// The lists are what public APIs use. Secrets are looked for first: an id too few is a gap, a secret too
/// many a leak.
record Name(String text, Meaning meaning, Hint hint) {

    static final Name NONE = new Name("", Meaning.NONE, Hint.NONE);

    /// Any key that is a value itself.
    static final Name OPAQUE = new Name(Opaque.MARK, Meaning.NONE, Hint.NONE);

    /// Longer keys are no names of ids.
    static final int NAME_BYTES_MAX = 64;

    /// Whether it names something, and is not a value itself.
    boolean isTelling() {
        return !text.isEmpty() && !text.equals(Opaque.MARK);
    }

    private static final Set<String> PASSWORDS =
            Set.of("password", "passwd", "pwd", "passphrase", "passcode", "passwort", "pswd");

    private static final Set<String> SECRETS = Set.of(
            "secret",
            "secrets",
            "otp",
            "totp",
            "hotp",
            "mfa",
            "cvv",
            "cvv2",
            "cvc",
            "cvc2",
            "csc",
            "pan",
            "ssn",
            "pin",
            "signature",
            "sig",
            "hmac",
            "nonce",
            "csrf",
            "xsrf",
            "captcha",
            "recaptcha",
            "hcaptcha",
            "verifier",
            "challenge",
            "assertion",
            "credential",
            "credentials",
            "mnemonic",
            "seedphrase",
            "privatekey",
            "pincode",
            "onetimecode",
            "authcode",
            "securitycode",
            "verificationcode",
            "accesscode",
            "logincode",
            "authorization",
            "cardnumber",
            "ccnumber",
            "creditcard",
            "creditcardnumber",
            "backupcode",
            "recoverycode",
            "smscode",
            "emailcode",
            "devicecode",
            "usercode",
            "magiclink",
            "ticket",
            "samlresponse",
            "samlrequest",
            "clientsecret",
            "encryptionkey",
            "signingkey",
            "sharedkey",
            "masterkey",
            "accountkey",
            "sas");

    private static final Set<String> ACCESS_TOKENS = Set.of(
            "token",
            "accesstoken",
            "idtoken",
            "jwt",
            "authtoken",
            "bearertoken",
            "bearer",
            "xauthtoken",
            "xaccesstoken",
            "usertoken",
            "logintoken",
            "auth",
            "oauthtoken",
            "securitytoken");
    private static final Set<String> SESSIONS = Set.of(
            "session",
            "sessionid",
            "sid",
            "sessid",
            "sessiontoken",
            "sessionkey",
            "phpsessid",
            "jsessionid",
            "connectsid",
            "aspnetsessionid",
            "sessionuuid");
    private static final Set<String> API_KEYS = Set.of(
            "apikey",
            "apikeys",
            "xapikey",
            "apitoken",
            "appkey",
            "subscriptionkey",
            "accesskey",
            "accesskeyid",
            "awsaccesskeyid",
            "apikeyvalue",
            "personalaccesstoken",
            "developerkey",
            "licensekey",
            "xamzcredential",
            "webhooksecret",
            "servicekey",
            "integrationkey");
    private static final Set<String> KEY_SECRETS =
            Set.of("secret", "apisecret", "secretkey", "secretaccesskey", "keysecret");

    private static final Set<String> LOGINS = Set.of(
            "username",
            "login",
            "email",
            "mail",
            "emailaddress",
            "useremail",
            "loginname",
            "userlogin",
            "loginid",
            "identifier",
            "usr",
            "jusername",
            "uname",
            "accountname",
            "upn",
            "user");
    /// Tokens that open a page, a device or a mailbox, but are no one's credential for the API.
    private static final Set<String> OTHER_TOKENS = Set.of(
            "csrf",
            "xsrf",
            "page",
            "next",
            "previous",
            "prev",
            "continuation",
            "sync",
            "cursor",
            "push",
            "device",
            "fcm",
            "apns",
            "reset",
            "verification",
            "verify",
            "invite",
            "invitation",
            "confirmation",
            "activation",
            "registration",
            "captcha",
            "recaptcha",
            "unsubscribe",
            "email",
            "magic",
            "card",
            "payment",
            "security");
    private static final Set<String> TOKEN_WORDS = Set.of("token", "tokens", "jwt", "bearer");

    private static final Set<String> ID_WORDS =
            Set.of("id", "ids", "uuid", "uuids", "guid", "guids", "sku", "ref", "slug", "locator");
    private static final Set<String> ID_NAMES =
            Set.of("reference", "number", "sub", "uid", "pnr", "isbn", "vin", "iban", "imei", "sku", "handle", "oid");
    private static final Set<String> NUMBER_WORDS = Set.of("number", "no", "num", "reference");
    private static final Set<String> NO_NUMBERS = Set.of(
            "page",
            "line",
            "phone",
            "mobile",
            "fax",
            "telephone",
            "version",
            "build",
            "house",
            "street",
            "port",
            "row",
            "week",
            "day",
            "month",
            "card",
            "social",
            "sequence",
            "total",
            "attempt",
            "is",
            "say");
    private static final Set<String> NO_IDS =
            Set.of("request", "trace", "span", "correlation", "message", "log", "token", "transient");
    private static final Set<String> CODES = Set.of(
            "code",
            "couponcode",
            "promocode",
            "vouchercode",
            "bookingcode",
            "reservationcode",
            "giftcode",
            "giftcardcode",
            "trackingcode",
            "productcode",
            "itemcode",
            "referralcode",
            "ordercode",
            "customercode",
            "discountcode");
    /// Lower-case words that end in "id" and name nothing.
    private static final Set<String> NO_ID_WORDS = Set.of(
            "paid",
            "unpaid",
            "prepaid",
            "valid",
            "invalid",
            "void",
            "avoid",
            "grid",
            "android",
            "solid",
            "hybrid",
            "liquid",
            "fluid",
            "rapid",
            "said",
            "bid",
            "mid",
            "aid",
            "kid",
            "lid",
            "raid",
            "plaid",
            "covid",
            "acid",
            "overlaid",
            "amid",
            "jti");

    static Name of(Text key) {
        if (key.isEmpty() || key.length() > NAME_BYTES_MAX) {
            return NONE;
        }
        if (Opaque.is(key)) {
            return OPAQUE;
        }
        String text = key.string();
        List<String> words = Words.of(text);
        if (words.isEmpty()) {
            return new Name(text, Meaning.NONE, Hint.NONE);
        }
        String joined = String.join("", words);
        return new Name(text, meaningOf(words, joined), Hint.of(words, joined));
    }

    private static Meaning meaningOf(List<String> words, String joined) {
        String last = words.get(words.size() - 1);
        Meaning credential = credential(words, joined, last);
        if (credential != Meaning.NONE) {
            return credential;
        }
        if (joined.equals("expiresin") || joined.equals("expirein")) {
            return Meaning.EXPIRES_IN;
        }
        if (LOGINS.contains(joined) || last.equals("email") || last.equals("username") || last.equals("login")) {
            return Meaning.LOGIN;
        }
        if (CODES.contains(joined)) {
            return Meaning.CODE;
        }
        return isId(words, joined, last) ? Meaning.ID : Meaning.NONE;
    }

    private static Meaning credential(List<String> words, String joined, String last) {
        if (KEY_SECRETS.contains(joined)) {
            return Meaning.KEY_SECRET;
        }
        if (joined.contains("password")
                || joined.contains("passwd")
                || containsAny(PASSWORDS, words)
                || joined.equals("pass")
                || joined.equals("userpass")) {
            return Meaning.PASSWORD;
        }
        if (SESSIONS.contains(joined)) {
            return Meaning.SESSION;
        }
        if (API_KEYS.contains(joined) || joined.endsWith("apikey")) {
            return Meaning.API_KEY;
        }
        if (joined.equals("refreshtoken") || joined.equals("refresh")) {
            return Meaning.REFRESH_TOKEN;
        }
        if (ACCESS_TOKENS.contains(joined)) {
            return Meaning.ACCESS_TOKEN;
        }
        if (joined.equals("clientid") || joined.equals("consumerkey")) {
            return Meaning.CLIENT_ID;
        }
        if (joined.equals("key")) {
            return Meaning.MAYBE_KEY;
        }
        if (SECRETS.contains(joined)
                || containsAny(SECRETS, words)
                || joined.endsWith("secret")
                || isCard(words, last)) {
            return Meaning.SECRET;
        }
        return TOKEN_WORDS.contains(last) ? token(words) : Meaning.NONE;
    }

    private static Meaning token(List<String> words) {
        if (containsAny(OTHER_TOKENS, words)) {
            return Meaning.SECRET;
        }
        if (words.contains("refresh")) {
            return Meaning.REFRESH_TOKEN;
        }
        if (words.contains("session")) {
            return Meaning.SESSION;
        }
        return words.contains("api") ? Meaning.API_KEY : Meaning.ACCESS_TOKEN;
    }

    private static boolean isCard(List<String> words, String last) {
        return words.contains("card") && NUMBER_WORDS.contains(last);
    }

    private static boolean isId(List<String> words, String joined, String last) {
        boolean several = words.size() > 1;
        if (ID_WORDS.contains(last)) {
            return !several || !NO_IDS.contains(words.get(words.size() - 2));
        }
        if (NUMBER_WORDS.contains(last) && several) {
            return !containsAny(NO_NUMBERS, words);
        }
        if (ID_NAMES.contains(joined)) {
            return true;
        }
        if (last.length() >= 5 && (last.endsWith("id") || last.endsWith("ids"))) {
            return !NO_ID_WORDS.contains(last) && NO_IDS.stream().noneMatch(last::startsWith);
        }
        return last.endsWith("uuid")
                || (last.endsWith("number") && NO_NUMBERS.stream().noneMatch(last::startsWith));
    }

    private static boolean containsAny(Set<String> set, List<String> words) {
        for (String word : words) {
            if (set.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
