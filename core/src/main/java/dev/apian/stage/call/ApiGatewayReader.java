// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads access logs of AWS API Gateway that are JSON, under the names that its console suggests and under those of the
/// `$context` variables ("Variables for access logging", AWS documentation), flat and dotted or nested.
///
/// The path of a call is `$context.path`; where that is not logged it is `$context.resourcePath` or that of
/// `$context.routeKey`, which name an endpoint and no entity. The form that is no JSON is for [CombinedReader].
public final class ApiGatewayReader implements CallReader {

    private static final FieldNames NAMES = names();

    private final JsonReader reader;

    public ApiGatewayReader(ReaderSettings settings) {
        reader = new JsonReader(NAMES, settings);
    }

    @Override
    public Outcome read(byte[] bytes, int from, int to) {
        return reader.read(bytes, from, to, ApiGatewayReader::settlePath);
    }

    /// A template counts as the call's own only if it fits the path: `$context.path` has the stage in front unless a
    /// domain of one's own hides it.
    private static void settlePath(Draft draft) {
        Text template = template(draft);
        if (template == null || draft.isEscaped(Fact.ROUTE)) {
            return;
        }
        Text path = draft.raw(Fact.PATH);
        if (path == null) {
            draft.put(Fact.PATH, template.from, template.to, Draft.PLAIN);
            draft.clear(Fact.ROUTE);
        } else if (!template.contains("+}")
                && slashes(template) == slashes(Target.of(path).path())) {
            draft.clear(Fact.ROUTE);
            draft.put(Fact.ROUTE, template.from, template.to, Draft.PLAIN);
        } else {
            draft.clear(Fact.ROUTE);
        }
    }

    /// `/orders/{id}` of a resource path, or of a route key as in `GET /orders/{id}`.
    private static @Nullable Text template(Draft draft) {
        Text route = draft.raw(Fact.ROUTE);
        int slash = route == null ? -1 : route.indexOf('/');
        draft.clear(slash < 0 ? Fact.ROUTE : Fact.REQUEST_LINE);
        return route == null || slash < 0 ? null : route.sub(slash);
    }

    private static int slashes(Text text) {
        int slashes = 0;
        for (int i = 0; i < text.length(); i++) {
            slashes += text.at(i) == '/' ? 1 : 0;
        }
        return slashes;
    }

    private static FieldNames names() {
        Map<String, Fact> names = new LinkedHashMap<>();
        put(names, Fact.TIMESTAMP, "requestTimeEpoch");
        put(names, Fact.TIME, "requestTime");
        put(names, Fact.METHOD, "httpMethod");
        put(names, Fact.PATH, "path");
        put(names, Fact.ROUTE, "resourcePath", "routeKey");
        put(names, Fact.STATUS, "status");
        put(names, Fact.EVENT_ID, "requestId");
        put(names, Fact.HOST, "domainName");
        put(names, Fact.CLIENT_ADDRESS, "ip", "sourceIp", "identity.sourceIp");
        put(names, Fact.USER_AGENT, "userAgent", "identity.userAgent");
        put(names, Fact.RESPONSE_SIZE, "responseLength");
        put(names, Fact.MILLIS, "responseLatency");
        put(names, Fact.USER_ID, "principalId", "authorizer.principalId", "authorizer.claims.sub");
        put(names, Fact.CLIENT_ID, "apiKeyId", "identity.apiKeyId", "authorizer.claims.client_id");
        put(names, Fact.REMOTE_USER, "user", "caller", "userArn");
        put(names, Fact.REMOTE_USER, "identity.user", "identity.caller", "identity.userArn");
        put(names, Fact.TLS_SUBJECT, "identity.clientCert.subjectDN");
        put(names, Fact.API_KEY, "apiKey", "identity.apiKey", "accessKey", "identity.accessKey");
        return FieldNames.of(names, "");
    }

    private static void put(Map<String, Fact> names, Fact fact, String... all) {
        for (String name : all) {
            names.put(name, fact);
        }
    }
}
