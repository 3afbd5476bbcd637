// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// An account signed in on one device: the tokens it holds, and how it gets the next ones.
///
/// Refresh tokens rotate; the one before still works, so that a client which lost the answer can ask again
/// (FAPI 2).
final class Login {

    /// How the calls of a login prove who they are.
    enum Proof {
        JWT,
        OPAQUE,
        COOKIE,
        STANDING
    }

    private static final String KEY_ID = "ks-2026-1";
    private static final String HEADER = base64("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + KEY_ID + "\"}");
    private static final long COOKIE_LIFE = 10 * Micros.HOUR;

    private final Brand brand;
    private final Proof proof;
    private final String client;
    private final long tokenLife;
    private final long refreshLife;
    private final Chance chance;

    private final Consumer consumer;
    private Account account;
    private String session = "";
    private String refreshToken = "";
    private String previousRefreshToken = "";
    private String fields = "";
    private long freshUntil;
    private long renewableUntil;

    /// @param program what the person signs in with, as `web`
    /// @param tokenLife how long an access token is good for
    Login(Brand brand, Account account, Proof proof, String program, long tokenLife, long refreshLife, Chance chance) {
        this(
                brand,
                account,
                Consumer.person(account.id()),
                proof,
                brand.client(program),
                tokenLife,
                refreshLife,
                chance);
    }

    private Login(
            Brand brand,
            Account account,
            Consumer consumer,
            Proof proof,
            String client,
            long tokenLife,
            long refreshLife,
            Chance chance) {
        this.brand = brand;
        this.consumer = consumer;
        this.account = account;
        this.proof = proof;
        this.client = client;
        this.tokenLife = tokenLife;
        this.refreshLife = refreshLife;
        this.chance = chance;
    }

    Account account() {
        return account;
    }

    /// Another sign-in of the same account with the same program.
    Login again(Chance other) {
        if (proof == Proof.STANDING) {
            return this;
        }
        return new Login(brand, account, consumer, proof, client, tokenLife, refreshLife, other);
    }

    /// Who the credential really stands for.
    Consumer consumer() {
        return consumer;
    }

    /// A login that lasts: a gateway has signed the user in and tells who it is, or a team shares one key.
    ///
    /// @param consumer who the credential stands for
    /// @param fields of every call
    static Login standing(Brand brand, Account account, Consumer consumer, String fields, Chance chance) {
        Login login = new Login(brand, account, consumer, Proof.STANDING, "", Micros.DAY, 0, chance);
        login.fields = fields;
        login.freshUntil = Micros.NEVER;
        return login;
    }

    /// The account has another role from the next sign-in on.
    void become(Account changed) {
        account = changed;
        signOut();
    }

    boolean fresh(long at) {
        return at < freshUntil;
    }

    boolean renewable(long at) {
        return isToken() && at < renewableUntil;
    }

    private boolean isToken() {
        return proof == Proof.JWT || proof == Proof.OPAQUE;
    }

    long freshUntil() {
        return freshUntil;
    }

    long tokenLife() {
        return tokenLife;
    }

    /// The fields by which a call of this login is recognised: header or cookie, and what the gateway adds to
    /// it.
    String fields() {
        return fields;
    }

    void signOut() {
        if (proof != Proof.STANDING) {
            freshUntil = 0;
            renewableUntil = 0;
        }
    }

    /// The refresh token before the current one, which a thief may have kept.
    String staleRefreshToken() {
        return previousRefreshToken;
    }

    String refreshToken() {
        return refreshToken;
    }

    Proof proof() {
        return proof;
    }

    Exchange signIn(long at) {
        session = chance.uuid();
        String asked = Json.object()
                .field("username", account.email())
                .field("password", account.password())
                .field("client_id", client)
                .end();
        Exchange exchange = Exchange.post(brand.auth() + "/login").asking(asked).taking(180);
        if (isToken()) {
            return exchange.answering(200, issue(at));
        }
        String secret = chance.letters(32);
        freshUntil = at + COOKIE_LIFE;
        fields = ",\"http.request.header.cookie\":\"" + brand.prefix() + "_session=" + secret + "\",\"user.id\":\""
                + account.id() + "\",\"user.roles\":[\"" + account.role().label() + "\"]";
        String answer =
                account.describe(Json.object().objectField("user")).endElement().end();
        return exchange.answering(200, answer)
                .settingCookie(brand.prefix() + "_session=" + secret + "; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    Exchange mistypePassword() {
        String asked = Json.object()
                .field("username", account.email())
                .field("password", account.password().substring(1))
                .field("client_id", client)
                .end();
        return Exchange.post(brand.auth() + "/login")
                .asking(asked)
                .refusing(401)
                .taking(190);
    }

    Exchange renew(long at) {
        previousRefreshToken = refreshToken;
        return renewWith(previousRefreshToken, at);
    }

    /// The answer to the last renewal was lost on the way: the client asks again with the token it still has.
    Exchange renewAgain(long at) {
        return renewWith(previousRefreshToken, at);
    }

    /// Asks for tokens with somebody else's refresh token.
    Exchange redeem(String stolen, long at) {
        previousRefreshToken = stolen;
        return renewWith(stolen, at);
    }

    private Exchange renewWith(String token, long at) {
        String asked = Json.object()
                .field("grant_type", "refresh_token")
                .field("refresh_token", token)
                .field("client_id", client)
                .end();
        return Exchange.post(brand.auth() + "/refresh")
                .asking(asked)
                .answering(200, issue(at))
                .taking(60);
    }

    private String issue(long at) {
        String accessToken = proof == Proof.JWT ? jwt(at) : brand.prefix() + "at_" + chance.letters(40);
        refreshToken = brand.prefix() + "rt_" + chance.letters(40);
        freshUntil = at + tokenLife;
        renewableUntil = at + refreshLife;
        fields = ",\"http.request.header.authorization\":\"Bearer " + accessToken + '"';
        return Json.object()
                .field("access_token", accessToken)
                .field("token_type", "Bearer")
                .field("expires_in", tokenLife / Micros.SECOND)
                .field("refresh_token", refreshToken)
                .end();
    }

    private String jwt(long at) {
        long seconds = at / Micros.SECOND;
        return jwt(
                Json.object()
                        .field("iss", brand.issuer())
                        .field("sub", account.id())
                        .field("sid", session)
                        .field("azp", client)
                        .field("org", account.company().id())
                        .array("roles")
                        .element(account.role().label())
                        .endArray()
                        .field("iat", seconds)
                        .field("exp", seconds + tokenLife / Micros.SECOND)
                        .end(),
                chance);
    }

    /// A token with these claims and a signature that looks like one.
    static String jwt(String claims, Chance chance) {
        return HEADER + '.' + base64(claims) + '.' + chance.letters(86);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
