// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.http;

import com.linecorp.armeria.common.Cookie;
import com.linecorp.armeria.common.CookieBuilder;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.RequestHeaders;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What browsers send and keep.
public final class Browser {

    private static final String SESSION = "apian_session";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private Browser() {}

    /// The secret of the browser's session, null if it shows none.
    public static @Nullable String session(RequestHeaders headers) {
        return cookie(headers, SESSION);
    }

    static @Nullable String cookie(RequestHeaders headers, String name) {
        return headers.cookies().stream()
                .filter(cookie -> cookie.name().equals(name))
                .map(Cookie::value)
                .findFirst()
                .orElse(null);
    }

    /// A cookie for this server's own pages, out of reach of their scripts.
    ///
    /// @param kept   zero makes the browser forget it
    /// @param secure whether only TLS may carry it
    public static Cookie cookieOf(String session, Duration kept, boolean secure) {
        return hidden(SESSION, session, kept, secure);
    }

    public static Cookie hidden(String name, String value, Duration kept, boolean secure) {
        CookieBuilder cookie = Cookie.secureBuilder(name, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax") // the way back from an identity provider begins on its site
                .path("/")
                .maxAge(kept.toSeconds());
        return cookie.build();
    }

    public static boolean changes(HttpMethod method) {
        return !READING.contains(method);
    }

    /// The body is read to its end, or clients would see a broken connection instead of the answer.
    public static HttpResponse refused(HttpRequest request, Problem refusal) {
        return HttpResponse.of(request.filter(_ -> false)
                .collect()
                .thenApply(_ -> refusal.response().toHttpResponse()));
    }
}
