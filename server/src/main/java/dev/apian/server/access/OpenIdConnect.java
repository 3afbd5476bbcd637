// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// The protocol with an identity provider: OpenID Connect's authorization code flow with PKCE (RFC 7636).
final class OpenIdConnect {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final int KEYS_BYTES_MAX = 1 << 20;

    private final OpenIdSettings settings;
    private final URI back;

    /// @param back where the provider sends browsers
    OpenIdConnect(OpenIdSettings settings, URI back) {
        this.settings = settings;
        this.back = back;
    }

    /// What belongs to one try to sign in.
    record Errand(State state, Nonce nonce, CodeVerifier verifier, String to) {

        static Errand to(String path) {
            return new Errand(new State(), new Nonce(), new CodeVerifier(), path);
        }
    }

    /// Somebody for whom the provider vouches.
    record Vouched(String subject, String name, List<String> roleValues) {}

    /// The provider did not vouch, or not so that it could be believed.
    static final class NotVouched extends Exception {
        private static final long serialVersionUID = 1;

        NotVouched(String message) {
            super(message);
        }
    }

    /// Where the browser is to go.
    URI address(Errand errand) throws IOException {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "profile", "email"),
                        new ClientID(settings.clientId()),
                        back)
                .endpointURI(provider().getAuthorizationEndpointURI())
                .state(errand.state())
                .nonce(errand.nonce())
                .codeChallenge(errand.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /// Turns the code that the browser brought into who it is.
    Vouched vouched(Errand errand, String code) throws IOException, NotVouched {
        OIDCProviderMetadata provider = provider();
        ClientID client = new ClientID(settings.clientId());
        try {
            HTTPRequest request = new TokenRequest.Builder(
                            provider.getTokenEndpointURI(),
                            new ClientSecretBasic(client, new Secret(settings.secret())),
                            new AuthorizationCodeGrant(new AuthorizationCode(code), back, errand.verifier()))
                    .build()
                    .toHTTPRequest();
            request.setConnectTimeout((int) ANSWER_MAX.toMillis());
            request.setReadTimeout((int) ANSWER_MAX.toMillis());
            TokenResponse response = OIDCTokenResponseParser.parse(request.send());
            if (!(response instanceof OIDCTokenResponse good)) {
                throw new NotVouched("the provider refused the code: "
                        + response.toErrorResponse().getErrorObject());
            }
            IDTokenClaimsSet claims = new IDTokenValidator(
                            provider.getIssuer(),
                            client,
                            JWSAlgorithm.RS256,
                            provider.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(
                                    (int) ANSWER_MAX.toMillis(), (int) ANSWER_MAX.toMillis(), KEYS_BYTES_MAX))
                    .validate(good.getOIDCTokens().getIDToken(), errand.nonce());
            return vouched(claims);
        } catch (BadJOSEException | JOSEException | GeneralException e) {
            throw new NotVouched("the provider's answer cannot be believed: " + e.getMessage());
        }
    }

    private Vouched vouched(IDTokenClaimsSet claims) {
        String subject = claims.getSubject().getValue();
        String name = firstOf(claims.getStringClaim("preferred_username"), claims.getStringClaim("email"), subject);
        List<String> values = claims.getStringListClaim(settings.roleClaim());
        String value = values == null ? claims.getStringClaim(settings.roleClaim()) : null;
        return new Vouched(
                settings.issuer() + " " + subject,
                name,
                values != null ? values : value != null ? List.of(value) : List.of());
    }

    @SuppressWarnings("NullAway") // absent claims are null; the last is there
    private static String firstOf(String... names) {
        for (String name : names) {
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        return names[names.length - 1];
    }

    /// Asked each time: sign-ins are rare, and the provider may have changed its keys.
    private OIDCProviderMetadata provider() throws IOException {
        try {
            return OIDCProviderMetadata.resolve(
                    new Issuer(settings.issuer()), (int) ANSWER_MAX.toMillis(), (int) ANSWER_MAX.toMillis());
        } catch (GeneralException e) {
            throw new IOException("the identity provider %s does not tell how it is asked: %s"
                    .formatted(settings.issuer(), e.getMessage()));
        }
    }
}
