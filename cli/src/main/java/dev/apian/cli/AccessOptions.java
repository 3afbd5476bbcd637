// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.server.access.AccessSettings;
import dev.apian.server.access.OpenIdSettings;
import dev.apian.server.http.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The options about who gets in.
final class AccessOptions {

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "Where browsers find the console, if not where it listens: https://apian.example.com/")
    private @Nullable String publicUrl;

    @Option(
            names = "--oidc-issuer",
            paramLabel = "URL",
            description = "Let people sign in with this provider of OpenID Connect.")
    private @Nullable String issuer;

    @Option(
            names = "--oidc-name",
            paramLabel = "TEXT",
            description = "What its button says. Default: ${DEFAULT-VALUE}.")
    private String providerName = "single sign-on";

    @Option(names = "--oidc-client", paramLabel = "ID", description = "What Apian is called there. Default: apian.")
    private String client = "apian";

    @Option(names = "--oidc-secret", paramLabel = "FILE", description = "A file with the secret that Apian shows it.")
    private @Nullable Path secret;

    @Option(
            names = "--oidc-claim",
            paramLabel = "NAME",
            description = "The claim that says what somebody may do. Default: groups.")
    private String claim = "groups";

    @Option(
            names = "--oidc-role",
            paramLabel = "VALUE=ROLE",
            description = "Who has this value in the claim is viewer, analyst or admin; may be repeated.")
    private Map<String, String> roles = Map.of();

    @Option(
            names = "--oidc-default-role",
            paramLabel = "ROLE",
            description = "Of those with no such value. Default: they do not come in.")
    private @Nullable String defaultRole;

    AccessSettings settings(CommandSpec spec) throws IOException {
        try {
            String url = publicUrl == null || publicUrl.endsWith("/") ? publicUrl : publicUrl + "/";
            return new AccessSettings(url, provider());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private @Nullable OpenIdSettings provider() throws IOException {
        if (issuer == null) {
            return null;
        }
        if (secret == null) {
            throw new IllegalArgumentException("--oidc-issuer needs --oidc-secret FILE");
        }
        Map<String, Role> known = new HashMap<>();
        roles.forEach((value, role) -> known.put(value, Role.of(role)));
        return new OpenIdSettings(
                providerName,
                issuer,
                client,
                Files.readString(secret).strip(),
                claim,
                known,
                defaultRole == null ? null : Role.of(defaultRole));
    }
}
