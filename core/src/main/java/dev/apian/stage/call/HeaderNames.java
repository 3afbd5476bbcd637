// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.Map;

/// Which request headers carry what. Headers with other names are not read at all.
final class HeaderNames {

    static final Map<String, Fact> REQUEST = Map.ofEntries(
            Map.entry("authorization", Fact.AUTHORIZATION),
            Map.entry("x-authorization", Fact.AUTHORIZATION),
            Map.entry("x-forwarded-authorization", Fact.AUTHORIZATION),
            Map.entry("cookie", Fact.COOKIE),
            Map.entry("x-forwarded-for", Fact.FORWARDED_FOR),
            Map.entry("user-agent", Fact.USER_AGENT_HEADER),
            Map.entry("host", Fact.HOST_HEADER),
            Map.entry("soapaction", Fact.SOAP_ACTION),
            Map.entry("content-type", Fact.CONTENT_TYPE),
            Map.entry("cf-ipcountry", Fact.COUNTRY_HEADER),
            Map.entry("cloudfront-viewer-country", Fact.COUNTRY_HEADER),
            Map.entry("x-api-key", Fact.API_KEY),
            Map.entry("api-key", Fact.API_KEY),
            Map.entry("apikey", Fact.API_KEY),
            Map.entry("x-auth-token", Fact.ACCESS_TOKEN),
            Map.entry("x-access-token", Fact.ACCESS_TOKEN));

    private HeaderNames() {}

    /// Whether an unlisted header is an API key by its name: `Ocp-Apim-Subscription-Key`, `X-Acme-Api-Key`.
    static boolean isApiKey(Text name) {
        return name.endsWith("api-key")
                || name.endsWith("apikey")
                || name.endsWith("api_key")
                || name.endsWith("access-key")
                || name.endsWith("subscription-key")
                || name.endsWith("api-token")
                || name.endsWith("app-key");
    }

    /// Whether an unlisted header is a token of its sender by its name. Tokens against forgery are none.
    static boolean isToken(Text name) {
        return (name.endsWith("auth-token")
                        || name.endsWith("access-token")
                        || name.endsWith("user-token")
                        || name.endsWith("private-token")
                        || name.endsWith("id-token")
                        || name.endsWith("-jwt"))
                && !name.contains("csrf")
                && !name.contains("xsrf");
    }
}
