// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.http;

import com.linecorp.armeria.common.Cookie;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a request asks for, checked. An empty value is as good as none.
public final class Parameters {

    /// One value, in the path or in the query.
    public static final int VALUE_CHARS_MAX = 2_000;

    private final ServiceRequestContext context;
    private final QueryParams query;

    Parameters(ServiceRequestContext context) {
        this.context = context;
        this.query = context.queryParams();
    }

    /// Who asks, null if nobody knows.
    public @Nullable Caller callerIfKnown() {
        return Caller.of(context);
    }

    /// Who asks.
    public Caller caller() {
        Caller caller = callerIfKnown();
        if (caller == null) {
            throw new IllegalStateException("nobody has found out who asks " + context.path());
        }
        return caller;
    }

    /// The address that the request came from: a proxy's, if there is one in front.
    public String address() {
        return context.remoteAddress().getAddress().getHostAddress();
    }

    public String header(String name) {
        return context.request().headers().get(name, "");
    }

    /// The secret of the browser's session, null if it shows none.
    public @Nullable String session() {
        return Browser.session(context.request().headers());
    }

    /// What the browser kept, null if nothing.
    public @Nullable String cookie(String name) {
        return Browser.cookie(context.request().headers(), name);
    }

    /// Lets the browser keep something.
    public void setCookie(Cookie cookie) {
        context.mutateAdditionalResponseHeaders(
                headers -> headers.add(HttpHeaderNames.SET_COOKIE, cookie.toSetCookieHeader()));
    }

    /// The operation's address, with names in braces for what differs.
    public String operation() {
        return context.method() + " " + context.config().route().patternString();
    }

    /// What the operation is about: the names and values of its path.
    public String target() {
        return context.path();
    }

    /// A part of the path, decoded: it may hold any character.
    public String path(String name) {
        String value = context.pathParam(name);
        return checked(name, value == null ? "" : PathSegments.decode(value));
    }

    /// Refuses parameters that the operation does not know, so that a typing error never looks like an answer.
    public void allowOnly(String... names) {
        Set<String> known = Set.copyOf(Arrays.asList(names));
        for (String name : query.names()) {
            if (!known.contains(name)) {
                throw Problem.badParameter(
                        "there is no parameter " + quoted(name) + "; there are " + String.join(", ", names));
            }
        }
    }

    public @Nullable String text(String name) {
        return text(name, VALUE_CHARS_MAX);
    }

    public @Nullable String text(String name, int charactersMax) {
        List<String> values = query.getAll(name);
        if (values.size() > 1) {
            throw Problem.badParameter("%s is given %d times; give it once".formatted(name, values.size()));
        }
        String value = values.isEmpty() ? "" : checked(name, values.getFirst());
        if (value.length() > charactersMax) {
            throw Problem.badParameter(
                    "%s has %d characters, at most %d are allowed".formatted(name, value.length(), charactersMax));
        }
        return value.isEmpty() ? null : value;
    }

    /// One of some words; the first of them if none is given.
    public String choice(String name, String... choices) {
        String value = text(name);
        if (value == null) {
            return choices[0];
        }
        return oneOf(name, value, Arrays.asList(choices));
    }

    /// Any of some words; empty if none is given.
    public List<String> choices(String name, List<String> choices) {
        List<String> values = new ArrayList<>();
        for (String value : query.getAll(name)) {
            if (!value.isEmpty()) {
                values.add(oneOf(name, value, choices));
            }
        }
        return values;
    }

    /// Any number of texts, in the order they are given.
    public List<String> texts(String name) {
        return query.getAll(name).stream()
                .filter(value -> !value.isEmpty())
                .map(value -> checked(name, value))
                .toList();
    }

    public int integer(String name, int least, int most, int otherwise) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Problem.badParameter(
                "%s is %s, expected a whole number from %d to %d".formatted(name, quoted(value), least, most));
    }

    public @Nullable Instant instant(String name) {
        String value = text(name);
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.badParameter("%s is %s, expected a time such as 2026-11-22T14:03:07Z (with + written as %%2B)"
                    .formatted(name, quoted(value)));
        }
    }

    public @Nullable LocalDate date(String name) {
        String value = text(name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw Problem.badParameter("%s is %s, expected a day such as 2026-11-23".formatted(name, quoted(value)));
        }
    }

    private static String checked(String name, String value) {
        if (value.length() > VALUE_CHARS_MAX) {
            throw Problem.badParameter(
                    "%s has %d characters, at most %d are allowed".formatted(name, value.length(), VALUE_CHARS_MAX));
        }
        return value;
    }

    private static String oneOf(String name, String value, List<String> choices) {
        if (!choices.contains(value)) {
            throw Problem.badParameter(
                    "%s is %s, expected one of %s".formatted(name, quoted(value), String.join(", ", choices)));
        }
        return value;
    }

    private static String quoted(@Nullable String value) {
        String text = String.valueOf(value);
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    }
}
