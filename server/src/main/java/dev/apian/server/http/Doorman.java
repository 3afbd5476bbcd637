// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.http;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.DecoratingHttpServiceFunction;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stands at the door for every request: a page on another site must not reach a server on this machine
/// through the browser of whoever runs it.
///
/// * DNS rebinding: the name asked for (`Host`) must be this machine's or an address, never a name of
///   somebody else's.
/// * Cross-site requests: one that changes something and says where it comes from must come from the console
///   itself.
public final class Doorman implements DecoratingHttpServiceFunction {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'";

    private final Set<String> names;

    /// @param names host names that this server answers to, besides localhost and addresses
    public Doorman(Set<String> names) {
        this.names = names;
    }

    @Override
    public HttpResponse serve(HttpService inner, ServiceRequestContext context, HttpRequest request) throws Exception {
        context.mutateAdditionalResponseHeaders(
                headers -> headers.set("content-security-policy", CONTENT_SECURITY_POLICY)
                        .set("x-content-type-options", "nosniff")
                        .set("x-frame-options", "DENY")
                        .set("referrer-policy", "no-referrer")
                        .set("cross-origin-opener-policy", "same-origin")
                        .set("cross-origin-resource-policy", "same-origin"));
        Problem refusal = refusal(request.headers());
        return refusal == null
                ? inner.serve(context, request)
                : refusal.response().toHttpResponse();
    }

    private @Nullable Problem refusal(RequestHeaders headers) {
        String authority = headers.authority() == null ? "" : headers.authority();
        String host = hostOf(authority);
        if (!isOurs(host)) {
            return Problem.forbidden(
                    ("The request asks for the host '%s', which is no name of this server; use localhost"
                                    + " or its address, or start it with --allow-host %s.")
                            .formatted(host, host));
        }
        if (READING.contains(headers.method())) {
            return null;
        }
        String origin = headers.get(HttpHeaderNames.ORIGIN);
        String site = headers.get("sec-fetch-site");
        boolean foreign =
                origin != null && !origin.equals("http://" + authority) && !origin.equals("https://" + authority);
        if (foreign || (site != null && !site.equals("same-origin") && !site.equals("none"))) {
            return Problem.forbidden(
                    "The request comes from a page of another site (origin '%s'); only the console itself"
                                    .formatted(origin)
                            + " may change something from a browser.");
        }
        return null;
    }

    private boolean isOurs(String host) {
        return host.equals("localhost") || host.endsWith(".localhost") || isAddress(host) || names.contains(host);
    }

    /// An address cannot be rebound: the browser went where it says.
    private static boolean isAddress(String host) {
        if (host.startsWith("[")) {
            return host.endsWith("]");
        }
        return !host.isEmpty() && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    static String hostOf(String authority) {
        int colon = authority.lastIndexOf(':');
        boolean port = colon > authority.lastIndexOf(']');
        return (port ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
    }
}
